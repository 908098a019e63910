import type { RowMethod } from '../calculations/forecast/row-methods.ts'
import { formatNumber, formatShare, formatSigned, formatThousands } from '../values/format.ts'
import type { Ore } from '../values/money.ts'
import { toThousands } from '../values/money.ts'
import { type Month, monthInWords } from '../values/month.ts'

export const forecastRefusalText = {
  'no-such-group': 'Gruppen finns inte i uppgifterna. Välj en grupp i listan.',
  'caseload-not-seen':
    'Så många eller så få hushåll per handläggare har inte förekommit här, och då vet ingen vad det skulle göra. Välj ett antal handläggare som ger ett ärendeantal inom det som har setts.',
} as const

export const methodText: Record<RowMethod, string> = {
  'straight-line': 'Rak framskrivning',
  seasonal: 'Förra årets månader',
  'volume-times-cost': 'Volym × styckkostnad',
  'from-below': 'Underifrån',
  combination: 'Kombination',
}

/** In the order they are shown. */
export const shownMethods = Object.keys(methodText) as RowMethod[]

const methodHelp: Record<RowMethod, string> = {
  'straight-line': 'Varje månad som återstår blir som genomsnittet av årets månader hittills.',
  seasonal: 'Varje månad som återstår blir som samma månad förra året.',
  'volume-times-cost': 'Antalet hushåll skrivs fram och multipliceras med vad ett hushåll kostar en månad.',
  'from-below':
    'Hushållen följs efter hinder och hur länge de har haft bistånd: hur många som lämnar, hur många som kommer, gånger vad ett hushåll kostar en månad.',
  combination:
    'Genomsnittet av volym × styckkostnad och underifrån, månad för månad. På rader som inte följer hushållen är det i stället medianen av rak framskrivning, förra årets månader och en trend.',
}

const tkr = (ore: Ore): string => formatThousands(ore)
const signedTkr = (ore: Ore): string => formatSigned(toThousands(ore))
const monthName = (month: Month): string => monthInWords(month).slice(0, -5)

const upTo = (year: number, months: number, knownTo: Month): string =>
  months === 0 ? `Inget av ${year} är känt ännu.` : `Utfallet är känt till och med ${monthInWords(knownTo)}.`

export const forecastText = {
  title: 'Helårsprognos',
  what: 'prognosen',
  lead: upTo,
  emptyTitle: 'Ingenting att räkna på ännu',
  empty: 'Läs in huvudboken (SIE) eller utbetalningarna, så räknas prognosen fram här.',
  toImport: 'Gå till Import',
  tooFewTitle: 'Prognosen kan inte visas',
  tooFew: 'Någon månad avser så få hushåll att beloppen skulle säga något om enskilda.',
  tooShortTitle: 'För få månader',
  tooShort: 'En prognos behöver minst tolv kända månader, och en rad utan luckor i årets månader.',
  tkr: 'tkr',
  notFor: '–',
  month: 'Månad',

  rows: {
    title: (year: number) => `Helåret ${year} rad för rad, tkr`,
    caption: 'Helårsprognos per rad och metod, tkr',
    row: 'Rad',
    soFar: 'Hittills',
    issued: 'Fastställd',
    note: 'Intäkter är positiva och kostnader negativa. Välj en rad för att se månaderna, osäkerheten och hur metoderna har träffat tidigare. I summan räknas rader som saknar en metod med sin kombination.',
  },

  needed: {
    title: 'Vad resten av året måste bli, tkr',
    caption: 'Avvikelse mot budget hittills, i rak framskrivning och i prognosen, tkr',
    soFar: 'Avvikelse hittills',
    straight: 'Rakt framskriven till helår',
    forecast: 'Prognosens avvikelse',
    needed: (months: number) => `Krävs per månad, ${months} kvar`,
    was: 'Hittills per månad',
    note: (method: string) =>
      `Prognosen är den fastställda där en sådan finns, annars ${method.toLocaleLowerCase('sv')}. Ett plus är till fördel för kommunen.`,
    noBudget: 'Budgeten för hela året är inte inläst, så avvikelsen kan inte räknas.',
    sentence: (soFar: Ore, months: number, straight: Ore, forecast: Ore, needed: Ore, was: Ore) =>
      `Avvikelsen är ${signedTkr(soFar)} tkr på ${months} månader, vilket rakt framskrivet är ${signedTkr(straight)} tkr. Prognosen ${signedTkr(forecast)} tkr förutsätter ${signedTkr(needed)} tkr i månaden under resten av året mot ${signedTkr(was)} tkr hittills.`,
  },

  methods: {
    title: (row: string) => `Metoderna sida vid sida: ${row}`,
    choose: 'Metod i diagrammet',
    chartTitle: (row: string, method: string) => `${row}: ${method.toLocaleLowerCase('sv')}`,
    caption: (row: string) => `Helår, osäkerhet och träffsäkerhet per metod: ${row}`,
    method: 'Metod',
    year: 'Helår',
    interval: (level: number) => `${formatShare(level, 0)} av fallen`,
    mase: 'Fel per månad',
    yearError: (month: string) => `Fel på helåret, prognos ${month}`,
    bias: 'Snedhet',
    held: (level: number) => `Höll, ${formatShare(level, 0)}`,
    sums: (level: number) => `Helår höll, ${formatShare(level, 0)}`,
    heldShare: (share: number, bounds: { lower: number; upper: number } | null) =>
      bounds
        ? `${formatShare(share, 0)} (${formatNumber(100 * bounds.lower)}–${formatNumber(100 * bounds.upper)})`
        : formatShare(share, 0),
    between: (lower: string, upper: string) => `${lower} till ${upper}`,
    sentence: (method: string, year: string, lower: string, upper: string, level: number, unit: string) =>
      `${method} ger ${year} ${unit} för helåret, och i ${formatShare(level, 0)} av fallen mellan ${lower} och ${upper}.`,
    notes: (origins: number) => [
      `Träffsäkerheten är räknad på ${formatNumber(origins)} tidigare månader: vid var och en gjordes prognosen med bara det som då hade hänt, och jämfördes med det som sedan kom.`,
      'Fel per månad är det genomsnittliga felet mot hur mycket en månad brukar skilja sig från samma månad året före (MASE); under 1 är bättre än så. Snedhet är om prognoserna har legat för högt (+) eller för lågt (−). Höll är hur ofta utfallet låg inom gränserna som de var då. Står något inom parentes är det vad andelen kan ha blivit av en slump: prognoser från närliggande månader missar tillsammans, så en enda oväntad förändring syns i upp till ett års prognoser.',
      'Gränserna är lärda av metodens egna tidigare fel, mätta mot hur mycket raden då brukade ändras på en till tolv månader, och av vanliga fel i andra månadsserier, som räknas som fem egna. Ett fel som blev känt för ett år sedan väger hälften så mycket som ett nytt, och på ett års sikt väger de vanliga felen mest. Gränserna räcker inte för en chock som inte har inträffat förut.',
      'Prövningen räknar med månadernas belopp som de är kända i dag. Det som har rättats eller tillkommit i efterhand var inte känt då, och träffsäkerheten kan därför se något bättre ut än den hade varit.',
    ],
    short: (origins: number) =>
      origins < 24
        ? `Bara ${formatNumber(origins)} tidigare månader kan prövas. Gränserna vilar därför till stor del på vanliga fel i andra månadsserier och är troligen för breda.`
        : '',
    definition: {
      name: 'Helårsprognos',
      definition: Object.entries(methodHelp)
        .map(([method, help]) => `${methodText[method as RowMethod]}: ${help}`)
        .join(' '),
      source: 'Huvudbok (SIE) och utbetalningar',
      version: 1,
    },
    years: (month: string) => `Helårsprognoser gjorda efter ${month}`,
    yearsCaption: (method: string) => `Prognos och utfall per år: ${method.toLocaleLowerCase('sv')}`,
    forecast: 'Prognos',
    actual: 'Utfall',
    error: 'Fel',
    knownYear: 'År',
  },

  issue: {
    title: (year: number, row: string) => `Fastställ prognosen ${year}: ${row}`,
    method: 'Metod',
    adjustment: 'Justering, tkr',
    adjustmentHelp: 'Plus förbättrar resultatet, minus försämrar det. Lämna tomt för ingen justering.',
    reason: 'Skäl',
    reasonHelp: 'Krävs när du justerar. Skriv vad som talar för det, utan uppgifter om enskilda.',
    reasonMissing: 'Skriv varför du justerar prognosen.',
    notNumber: 'Skriv ett tal, till exempel −500 eller 1 250.',
    total: (ore: Ore, computed: Ore, adjustment: Ore) =>
      adjustment === 0
        ? `Fastställs till ${tkr(ore)} tkr.`
        : `Fastställs till ${tkr(ore)} tkr: metoden ger ${tkr(computed)} och justeringen är ${signedTkr(adjustment)}.`,
    send: 'Fastställ prognosen',
    keys: 'Ctrl + Enter fastställer. Ditt namn och tidpunkten sparas.',
    done: 'Prognosen är fastställd.',
    undone: 'Den förra prognosen gäller igen.',
    archive: 'Fastställda prognoser',
    archiveCaption: 'Alla fastställda prognoser, den senaste först, tkr',
    none: 'Ingen prognos är fastställd ännu.',
    columns: {
      when: 'När',
      by: 'Av',
      known: 'Känt till',
      computed: 'Metoden gav',
      adjustment: 'Justering',
      issued: 'Fastställt belopp',
      outcome: 'Utfall',
      error: 'Fel',
      reason: 'Skäl',
    },
    notYet: 'året pågår',
    nobody: 'okänd',
    rowOfYear: (row: string, year: number) => `${row} ${year}`,
  },

  scenario: {
    title: 'Vad händer om …',
    what: 'scenariot',
    lead: 'Prognosen underifrån med och utan det du antar. Ett scenario säger vad antagandet ger, inte att det kommer att hända.',
    action: 'En insats för en grupp',
    group: 'Grupp',
    everybody: 'Alla hushåll',
    exitRatio: 'Hur många gånger fortare hushållen lämnar',
    exitRatioHelp: '1,2 betyder 20 procent större chans att lämna i varje stund. 1 är som nu.',
    fromLedger: 'Takten från en åtgärd',
    typed: 'Skrivs för hand',
    untold: (action: string) => `${action} (kan inte avgöras)`,
    estimated: ({ ratio, lower, upper }: { ratio: number; lower: number; upper: number }) =>
      `Skattat på dem som började i åtgärden: de lämnade ${formatNumber(ratio, 2)} gånger så fort under första året (osäkerhet ${formatNumber(lower, 2)}–${formatNumber(upper, 2)}). Det gäller hushåll som liknar dem, så välj deras grupp.`,
    verdict: (sentence: string) => `Utlåtande om besparingen. ${sentence}`,
    notEstimated: 'Åtgärden ger ingen takt att utgå från.',
    reason: 'Skäl för takten',
    reasonHelp: 'Vad antagandet bygger på. Följer med när sidan skrivs ut och sparas inte.',
    inflow: 'Ändrat inflöde, procent',
    inflowHelp: 'Minus om färre kommer. Gäller samma grupp.',
    from: 'Från och med',
    norm: 'Ändrad norm',
    normPercent: 'Ändring av normen, procent',
    normHelp: 'Antas slå igenom helt i vad ett hushåll kostar.',
    staff: 'Fler handläggare',
    caseworkers: 'Handläggare nu',
    then: 'Handläggare med ändringen',
    elasticity: 'Antagen verkan',
    elasticityHelp:
      '0,3 betyder att 10 procent färre hushåll per handläggare ger ungefär 3 procent fler avslut. Ett antagande som du står för.',
    staffNote:
      'Antalet handläggare antas ha varit lika många i tre år. Ett ärendeantal som inte har förekommit räknas inte fram.',
    notNumber: 'Skriv ett tal, till exempel 1,2.',
    result: (ore: Ore, months: string) =>
      ore === 0
        ? 'Inget antagande är gjort: linjerna är desamma.'
        : `Antagandet ${ore < 0 ? 'sänker' : 'höjer'} kostnaden med ${tkr(Math.abs(ore))} tkr ${months}.`,
    rest: (year: number) => `fram till årets slut ${year}`,
    households: (count: number) =>
      `I genomsnitt ${formatNumber(Math.abs(count), 1)} hushåll ${count < 0 ? 'färre' : 'fler'} i månaden.`,
    caseload: (now: number, then: number, least: number, most: number, ratio: number) =>
      `${formatNumber(now, 1)} hushåll per handläggare blir ${formatNumber(then, 1)} (sedda: ${formatNumber(least, 1)}–${formatNumber(most, 1)}), och hushållen lämnar ${formatNumber(ratio, 2)} gånger så fort.`,
    chartTitle: 'Hushåll per månad med och utan antagandet',
    without: 'Utan',
    with: 'Med',
    unit: 'hushåll',
    caption: 'Ekonomiskt bistånd underifrån, med och utan antagandet',
    columns: { without: 'Utan', with: 'Med', difference: 'Skillnad' },
    costYear: (year: number) => `Kostnad helåret ${year}, tkr`,
    stockDecember: 'Hushåll i december',
    definition: {
      name: 'Scenario',
      definition:
        'Hushållen i den senaste månaden följs framåt med sina avslut efter hinder och tid i bistånd och med inflödet de senaste tolv månaderna. Ett hushåll räknas med vad dess grupp har kostat. En insats ändrar risken att lämna: 1 − (1 − h)^kvot.',
      source: 'Utbetalningar',
      version: 1,
    },
  },

  target: {
    title: 'Vad som krävs för att nå ett mål',
    label: 'Mål: hushåll i månaden, årets genomsnitt',
    help: 'Till exempel 550. Räknas om när du skriver.',
    own: (value: number) => `Volymfilens prognos är ${formatNumber(value)}. Räknas om när du skriver.`,
    sentence: (target: number, months: number, soFar: number, required: number) =>
      `För ${formatNumber(target)} i genomsnitt efter ${formatNumber(soFar, 1)} på ${months} månader måste resten av året vara ${formatNumber(required, 1)}.`,
    impossible: (target: number) => `${formatNumber(target)} i genomsnitt kan inte längre nås i år.`,
    expected: (count: number) => `Underifrån väntas ${formatNumber(count, 1)}.`,
    exits: (expected: number, required: number) =>
      `Med samma inflöde krävs ${formatNumber(required, 1)} avslut i månaden i stället för ${formatNumber(expected, 1)}.`,
    inflow: (expected: number, required: number) =>
      `Med samma takt på avsluten krävs ${formatNumber(required, 1)} nya i månaden i stället för ${formatNumber(expected, 1)}.`,
    notByExits: 'Inte ens tio gånger fler avslut räcker.',
    notByInflow: 'Inte ens en tiondel av inflödet räcker.',
    cost: (target: number, unit: Ore, cost: Ore) =>
      `${formatNumber(target)} hushåll × 12 månader × ${formatNumber(unit / 100_000, 2)} tkr, vad ett hushåll har kostat i år, är ${tkr(cost)} tkr.`,
  },

  volumes: {
    title: (year: number) => `Volymer ${year}, underifrån`,
    caption: 'Väntade volymer och vilket slag de är av',
    volume: 'Volym',
    kind: 'Slag',
    value: 'Helår',
    average: ['Hushåll per månad', 'Genomsnitt'],
    stock: ['Hushåll i december', 'Bestånd vid en tidpunkt'],
    inflow: ['Hushåll som kommer', 'Flöde, summa av månader'],
    exits: ['Hushåll som lämnar', 'Flöde, summa av månader'],
    note: 'Bara ett flöde kan summeras över månader. Ett hushåll som är utan bistånd en månad och kommer tillbaka räknas som ett som lämnar och ett som kommer.',
  },

  monthName,
  money: tkr,
  signed: signedTkr,
  count: (value: number) => formatNumber(value, 1),
  share: (value: number) => formatShare(value),
  signedShare: (value: number) => `${formatSigned(value * 100, 1)}\u00a0%`,
  decimal: (value: number) => formatNumber(value, 2),
} as const
