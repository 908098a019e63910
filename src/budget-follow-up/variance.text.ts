import type { VarianceCause } from '../calculations/variance/explain-variance.ts'

export const varianceText = {
  title: 'Avvikelsen förklarad',
  lead: 'Varför ekonomiskt bistånd har kostat mer eller mindre än en annan period, uppdelat på orsaker som tillsammans blir hela skillnaden, på öret.',
  what: 'avvikelsen',
  filters: 'Perioder och antaganden',
  compared: 'Jämförs med perioden som börjar',
  normRise: 'Riksnormens höjning mellan perioderna, procent',
  normKnown: (percent: string) => `Enligt förordningen ${percent} procent. Skriv en annan siffra för att pröva.`,
  normUnknown: 'Höjningen mellan de här åren är inte inlagd. Utan den räknas normens ändring till priset.',
  budgeted: 'Hushåll per månad som budgeten räknade med',
  budgetedHelp: 'Står i budgetunderlaget. Då delas avvikelsen mot budget i volym och pris.',
  notNumber: 'Skriv ett tal, till exempel 2,5.',
  nothing:
    'Det finns inga utbetalningar att jämföra för de valda perioderna. Välj andra månader eller läs in fler filer.',
  nothingTitle: 'Inget att förklara',
  chartUnit: 'tkr',
  cause: 'Orsak',
  chart: 'Skillnaden, orsak för orsak',
} as const

export const causeText: Record<VarianceCause, { label: string; note: string }> = {
  volume: {
    label: 'Fler eller färre hushåll',
    note: 'Fler eller färre hushållsmånader, till den tidigare periodens kostnad.',
  },
  mix: { label: 'Andra slags hushåll', note: 'Hushållstyp och antal barn har en annan fördelning.' },
  norm: { label: 'Riksnormen', note: 'Normens höjning på samma hushåll.' },
  price: {
    label: 'Pris i övrigt',
    note: 'Ändrad kostnad per hushållsmånad som inte är normen: hyror, inkomster, bedömningar.',
  },
  'one-offs': { label: 'Engångsbelopp', note: 'Tandvård, glasögon, hemutrustning och liknande.' },
  recoveries: { label: 'Återbetalningar', note: 'Belopp som har återkrävts för periodens månader.' },
  'pay-dates': {
    label: 'Utbetalningsdagar',
    note: 'Betalt i perioden för andra månader, minus periodens månader som betalats före eller efter.',
  },
  'late-registration': {
    label: 'Sen registrering',
    note: 'Det som förra gången registrerades först senare än vad den här perioden ännu har hunnit.',
  },
  ledger: {
    label: 'Skillnad mot huvudboken',
    note: 'Det som huvudboken har och ärendesystemet inte har, eller tvärtom.',
  },
}

export const tableText = {
  compared: {
    name: 'Vad som jämförs',
    definition:
      'Hushåll, personer och kostnad i de två perioderna. Barn, kvinnor och män är olika personer i hushåll med bistånd under perioden. Kostnaden är huvudbokens när den har raden, annars det som betalats ut under perioden.',
    source: 'Ärendesystemets utbetalningar och huvudboken.',
    children: 'Barn i hushåll med bistånd',
    women: 'Kvinnor, vuxna',
    men: 'Män, vuxna',
    households: 'Hushåll med bistånd, genomsnitt per månad',
    cost: 'Ekonomiskt bistånd',
    change: 'Förändring',
  },
  explained: {
    name: 'Varför kostnaden ändrades',
    definition:
      'Skillnaden mellan periodernas kostnad, uppdelad på orsaker. Delarna blir tillsammans exakt hela skillnaden. Volym och sammansättning räknas till den tidigare periodens kostnad per hushållsmånad; riksnormens ändring på de senare hushållen; det som återstår av det löpande biståndet är pris i övrigt. Plus är högre kostnad.',
    source: 'Ärendesystemets utbetalningar och huvudboken.',
    column: 'Ändrad kostnad',
    total: 'Hela skillnaden',
    sentence: (change: string, largest: string, part: string) =>
      `Kostnaden ändrades med ${change} tkr. Den största orsaken är ${largest}: ${part} tkr.`,
    unchanged: 'Kostnaden är densamma i båda perioderna.',
  },
  budget: {
    name: 'Varför utfallet inte är budgeten',
    definition:
      'Avvikelsen mot budget delad i volym (fler eller färre hushåll än budgeten räknade med, till budgetens kostnad per hushållsmånad) och pris (resten). Plus är högre kostnad än budget.',
    source: 'Huvudbok, budget och det antal hushåll som budgeten byggde på.',
    volume: 'Fler eller färre hushåll än budgeterat',
    price: 'Pris: annan kostnad per hushåll',
    total: 'Hela avvikelsen',
    sentence: (households: string, budgeted: string, volume: string) =>
      `Budgeten räknade med ${budgeted} hushåll per månad och utfallet är ${households}: det svarar för ${volume} tkr.`,
  },
} as const
