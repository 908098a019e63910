import { formatKronor, formatNumber, formatShare, formatThousands } from '../values/format.ts'

const count = (value: number) => formatNumber(value)
export const householdsInWords = (value: number) => `${count(value)} hushåll`

export const groupsText = {
  title: 'Målgrupper',
  lead: 'Vilka hushåll kostar mest, och vad händer med dem? Välj ut hushåll, frys dem på en dag och följ dem.',
  what: 'målgrupperna',
  whatRanking: 'rangordningen',
  nav: 'På sidan',
  list: 'Målgrupper som finns',
  none: 'Ingen målgrupp finns ännu. Rangordna hushållen nedan och spara urvalet.',
  nobodyMade: 'Ingen målgrupp finns ännu. Din chef skapar dem.',
  columns: {
    name: 'Målgrupp',
    kind: 'Slag',
    members: 'Hushåll i dag',
    exclusive: 'Ett hushåll, en grupp',
    project: 'Projekt',
  },
  kind: { rule: 'Regel, frågas på nytt', frozen: 'Fryst' },
  frozenOn: (day: string) => `Fryst ${day}`,
  asked: 'när den öppnas',
  restricted: 'Begränsad till chefer',
  yes: 'Ja',
  no: 'Nej',
  closedToYou: (groups: number) =>
    groups === 1 ? 'En målgrupp visas bara för chefer.' : `${count(groups)} målgrupper visas bara för chefer.`,
  overlapsTitle: 'Hushåll som är med i flera målgrupper i dag',
  overlap: (one: string, other: string, households: number) => `${one} och ${other}: ${householdsInWords(households)}.`,
  noOverlap: 'Inget hushåll är med i två frysta målgrupper i dag.',
} as const

export const rankingText = {
  title: 'Rangordna hushållen',
  presets: 'Vanliga urval',
  preset: {
    costliest: 'De dyraste',
    'long-term': 'Långvarigt bistånd',
    young: 'Unga under 25 år',
    'zero-rated': 'Nollklassade',
    homeless: 'Hemlösa',
    insecure: 'Osäkert boende',
  },
  zeroRated: 'Nollklassade: sjukskrivna med läkarintyg som inte har någon sjukpenning.',
  costliest: 'Antal dyraste',
  costliestHelp: 'Tomt: alla som passar urvalet.',
  monthsAtLeast: 'Månader med bistånd, minst',
  ageBelow: 'Registerledaren yngre än',
  obstacle: 'Försörjningshinder',
  anyObstacle: 'Alla försörjningshinder',
  ownObstacles: 'Eget urval av hinder',
  housing: 'Boende',
  anyHousing: 'Alla boenden',
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  children: 'Barn',
  anyChildren: 'Med och utan barn',
  withChildren: 'Med barn',
  withoutChildren: 'Utan barn',
  notANumber: 'Skriv ett helt tal, till exempel 100.',
  more: 'Fler villkor',
  emptyTitle: 'Inga utbetalningar ännu',
  empty: 'Läs in utbetalningar, så rangordnas hushållen efter vad de har kostat.',
  nobodyTitle: 'Inget hushåll passar urvalet',
  nobody: 'Ta bort ett villkor eller välj en annan period.',
  sentence: (
    chosen: number,
    all: number,
    period: string,
    ofHouseholds: number,
    ofCost: number,
    average: number,
    others: number | null,
  ) =>
    `De ${householdsInWords(chosen)} som valts är ${formatShare(ofHouseholds)} av de ${householdsInWords(all)} som fick bistånd under perioden ${period}, och står för ${formatShare(ofCost)} av kostnaden: ${formatNumber(average, 1)} gånger genomsnittet${others === null ? '' : ` och ${formatNumber(others, 1)} gånger de övrigas`}.`,
  sentenceFew: (chosen: number, period: string) =>
    `Urvalet har ${householdsInWords(chosen)} under perioden ${period}. Det är för få för att visa vad de har kostat.`,
  base: (all: number, month: number, chosen: number, ofMonth: number) =>
    `Andelen räknas på periodens alla ${householdsInWords(all)}, inte på de ${count(month)} som får bistånd en genomsnittlig månad. Av dem vore ${householdsInWords(chosen)} ${formatShare(ofMonth)}, men det går inte att ställa mot kostnaden för hela perioden.`,
  chartTitle: 'De dyraste hushållens del av kostnaden',
  chartUnit: 'andel av kostnaden',
  chartCategory: 'Andel av hushållen, de dyraste först',
  chartSeries: 'Urvalets andel av kostnaden',
  chartEven: 'Om alla kostade lika mycket',
  chartDefinition:
    'Hushållen läggs i ordning efter vad de kostat, det dyraste först. Kurvan visar hur stor del av kostnaden som de första har tillsammans.',
  chartSource: 'Utbetalningar efter den månad de avser',
  listTitle: (shown: number) => `Hushållen (${count(shown)})`,
  columns: {
    household: 'Hushåll',
    children: 'Barn',
    cost: 'Kostnad, kr',
    months: 'Månader',
    obstacle: 'Försörjningshinder',
    plan: 'Plan',
    caseworker: 'Handläggare',
  },
  rank: (rank: number) => `Nr ${count(rank)}`,
  planApproved: (day: string) => `Godkänd ${day}`,
  mapped: (day: string) => `Kartlagt ${day}`,
  noPlan: 'Ingen godkänd plan',
  caseClosed: (day: string) => `Ärendet avslutat ${day}`,
  noCaseworker: 'Ingen',
  notKnown: '–',
  kronor: formatKronor,
  protectedData: (households: number) =>
    `${householdsInWords(households)} med skyddade uppgifter räknas i talen men visas inte i listan.`,
  otherUnits: (households: number) =>
    `${householdsInWords(households)} hör till enheter som du inte arbetar med och visas inte i listan.`,
  beyondList: (households: number) =>
    `${householdsInWords(households)} till passar urvalet. Listan visar de dyraste; begränsa urvalet för att se andra.`,
  search: 'Sök i listan',
  searchHelp: 'Namn eller hushållsnummer',
  noneFound: 'Inget hushåll i listan passar sökningen.',
  updated: (rows: number, all: number) => `Visar ${count(rows)} av ${householdsInWords(all)}.`,
} as const

export const rankingTableText = {
  source: 'Utbetalningar, hushåll och medlemmar i registret',
  persons: {
    name: 'Barn, kvinnor och män i urvalet',
    definition:
      'Barn under 18 år och vuxna i hushållet den sista månaden med bistånd i perioden. Kostnaden är utbetalt minus återkrav för periodens månader.',
    columns: { chosen: 'I urvalet', all: 'Alla i perioden', share: 'Andel' },
    rows: { children: 'Barn', women: 'Kvinnor', men: 'Män', households: 'Hushåll', cost: 'Kostnad' },
  },
  concentration: {
    name: 'De dyraste tillsammans',
    definition:
      'Hushåll i ordning efter vad de fått utbetalt, minus återkrav, för periodens månader. Andelarna räknas på alla hushåll som fick bistånd under perioden och på hela kostnaden.',
    columns: {
      households: 'Hushåll',
      ofHouseholds: 'Andel av hushållen',
      cost: 'Kostnad',
      ofCost: 'Andel av kostnaden',
      times: 'Gånger snittet',
    },
    first: (households: number) => `De ${count(households)} dyraste`,
    all: 'Alla i perioden',
  },
} as const

export const saveText = {
  title: 'Spara urvalet som målgrupp',
  open: 'Spara som målgrupp',
  name: 'Namn',
  purpose: 'Syfte',
  kind: 'Slag',
  kinds: {
    rule: 'Regel: frågas på nytt varje gång',
    frozen: 'Fryst i dag: hushållen skrivs ner och ändras inte av senare utbetalningar',
  },
  exclusive: 'Ett hushåll får vara med i högst en sådan målgrupp åt gången',
  restricted: 'Bara chefer får se vilka som är med',
  restrictedHelp: 'Till exempel kvinnofridsärenden.',
  save: 'Spara målgruppen',
  cancel: 'Avbryt',
  nameNeeded: 'Skriv ett namn.',
  saved: (name: string) => `${name} är sparad.`,
  frozen: (households: number, elsewhere: number) =>
    `${householdsInWords(households)} är med i målgruppen.${elsewhere > 0 ? ` ${householdsInWords(elsewhere)} lämnades utanför: de är redan med i en annan grupp där hushåll bara får vara i en.` : ''}`,
  undone: 'Frysningen är återtagen. Målgruppen är nu en regel.',
  taken: 'Det finns redan en målgrupp med det namnet. Välj ett annat.',
} as const

export const thousands = (ore: number) => `${formatThousands(ore)} tkr`
