import { formatKronor, formatNumber } from '../values/format.ts'
import { addMonths, type Month, monthInWords } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'

const periodText = (from: Month, to: Month) => periodInWords({ from, until: addMonths(to, 1) })

export const economyText = {
  title: 'Ekonomi',
  navigation: 'Ekonomins sidor',
  places: [
    { to: '/ekonomi', label: 'Redovisning' },
    { to: '/ekonomi/avvikelse', label: 'Avvikelsen förklarad' },
    { to: '/ekonomi/prognos', label: 'Helårsprognos' },
    { to: '/ekonomi/avstamning', label: 'Avstämning' },
    { to: '/ekonomi/konton', label: 'Konton och rader' },
    { to: '/ekonomi/granska', label: 'Granska en tabell' },
    { to: '/stod-mot-lon', label: 'Växla stöd mot lön' },
  ],
  what: 'redovisningen',
  lead: (from: Month, to: Month) => `Utfall mot budget, ${periodText(from, to)}`,
  filters: 'Period och enhet',
  unit: 'Belopp i',
  thousands: 'Tusental kronor',
  kronor: 'Kronor',
  rounding:
    'Beloppen är räknade i ören och avrundade var för sig till tusental kronor. Summor och avvikelser kan därför skilja sig från de avrundade beloppen.',
  exports: 'Hämta underlaget:',
  exportXlsx: 'Excel',
  exportCsv: 'CSV',
  emptyTitle: 'Ingen huvudbok och ingen budget ännu',
  empty: 'Läs in huvudboken (SIE) och budgeten, så visas redovisningen här.',
  toImport: 'Gå till Import',
  unmappedTitle: 'Belopp utan rad',
  unmapped: (ore: number) =>
    `${formatKronor(ore)} står på konton som ingen rad tar. De räknas med i summan och visas som Ej mappat.`,
  toAccounts: 'Välj rad för kontona',
  updating: 'Räknar om …',
  updated: (from: Month, to: Month) => `Visar ${periodText(from, to)}.`,

  byGroup: {
    name: 'Utbetalt bistånd: barn, kvinnor och män',
    definition:
      'Utbetalt ekonomiskt bistånd som avser perioden, netto efter återkrav, och hushåll i genomsnitt per månad. Hushåll med barn är de med minst ett barn under 18 år den månaden. Kvinnor och män räknas efter sökande och medsökande: ett par av en kvinna och en man finns i båda, så raderna kan bli mer än alla.',
    source: 'Utbetalningar ur ärendesystemet',
    paid: 'Utbetalt',
    households: 'Hushåll per månad',
    all: 'Alla hushåll',
    allNote: 'Kvinnor och män kan finnas i samma hushåll.',
    householdsOf: (which: string) => `Hushåll ${which.toLocaleLowerCase('sv')}`,
    sentence: (share: string) => `${share} av det utbetalda gick till hushåll med barn.`,
  },
  noForecast: 'Ingen helårsprognos är fastställd för året. Den fastställs på sidan Helårsprognos.',

  comment: {
    write: 'Skriv en kommentar',
    change: 'Ändra kommentaren',
    of: (what: string, table: string) => `${what} till ${table.toLocaleLowerCase('sv')}`,
    cancel: 'Avbryt',
    label: (table: string) => `Kommentar till ${table.toLocaleLowerCase('sv')}`,
    help: 'Skriv vad som förklarar avvikelserna, utan uppgifter om enskilda. Kommentaren följer med i rapporten.',
    save: 'Spara kommentaren',
    saved: 'Kommentaren är sparad.',
    undone: 'Den förra kommentaren är tillbaka.',
  },

  rows: {
    title: 'Konton och rader',
    lead: 'Vilka konton som hör till vilken rad i redovisningen. Kommunen bestämmer; det som ingen rad tar visas för sig, så att summan alltid är huvudbokens.',
    what: 'kontona',
    inForce: 'Rader som gäller',
    since: (from: string) => `från och med ${monthInWords(from as Month)}`,
    isDefault: (source: string) =>
      `Programmets förslag gäller, eftersom kommunen inte har sparat egna rader. ${source}`,
    row: 'Rad',
    side: 'Sida',
    sides: { revenue: 'Intäkt', cost: 'Kostnad' },
    accounts: 'Konton',
    objects: 'Objekt',
    everyObject: 'alla',
    amount: 'Belopp, kr',
    unmapped: 'Ej mappat',
    accountsTitle: 'Konton i huvudboken',
    accountsLead: (from: Month, to: Month) =>
      `Bokfört ${periodText(from, to)}. Konton utan rad står först. Intäkter är positiva och kostnader negativa.`,
    search: 'Sök konto',
    searchHelp: 'Kontonummer, namn eller rad. Tangenten / leder hit.',
    found: (count: number) => (count === 1 ? 'Ett konto visas.' : `${formatNumber(count)} konton visas.`),
    account: 'Konto',
    noAccounts: 'Inga konton passar.',
    noLedger: 'Ingen huvudbok är inläst för perioden.',
    edit: 'Ändra raderna',
    versions: 'Sparade versioner',
    version: 'Gäller från',
    source: 'Beslut eller källa',
    count: 'Rader',
    savedBy: 'Sparad av',
    savedAt: 'Sparad',
    noVersions: 'Ingen version är sparad.',
    editor: {
      title: 'Ändra raderna',
      lead: 'Den första rad som passar får bokföringen. Pröva innan du sparar: då syns vad som flyttas mellan raderna, i kronor.',
      help: 'Konton skrivs med början av kontonumren, till exempel 4511–4519, 4530. Objekt kan lämnas tomt och skrivs med dimension och objekt, till exempel 1:7110, 2:575; av samma dimension räcker ett.',
      number: (at: number) => `Rad ${at}`,
      label: 'Namn',
      accounts: 'Konton',
      objects: 'Objekt',
      isUsed: 'Avstämning, avvikelse och prognos räknar med den här raden, så den går inte att ta bort.',
      up: 'Flytta upp',
      down: 'Flytta ner',
      remove: 'Ta bort',
      of: (what: string, at: number) => `${what}: rad ${at}`,
      add: 'Lägg till en rad',
      from: 'Gäller från och med månad',
      fromHelp: 'ÅÅÅÅ-MM. En period redovisas efter de rader som gäller när den börjar.',
      source: 'Beslut eller källa',
      try: 'Pröva',
      save: 'Spara',
      cancel: 'Avbryt',
      tryFirst: 'Pröva raderna först.',
      saved: 'Raderna är sparade.',
      undone: 'De förra raderna gäller igen.',
      refused: 'Det gick inte att spara',
      labelMissing: (at: number) => `Rad ${at} saknar namn.`,
      accountsWrong: (at: number) => `Rad ${at}: skriv konton som 4511–4519 eller 4530, med komma emellan.`,
      objectsWrong: (at: number) => `Rad ${at}: skriv objekt som 1:7110, med komma emellan.`,
      fromWrong: 'Skriv månaden som ÅÅÅÅ-MM, till exempel 2019-01.',
      sourceMissing: 'Skriv vem eller vad som har beslutat raderna.',
    },
    trial: {
      title: 'Så blir raderna',
      unchanged: 'Inget konto byter rad.',
      changed: (count: number) => (count === 1 ? 'Ett konto byter rad.' : `${formatNumber(count)} konton byter rad.`),
      row: 'Rad',
      before: 'Nu, kr',
      after: 'Efter, kr',
      change: 'Skillnad, kr',
      moved: 'Konton som byter rad',
      from: 'Från',
      to: 'Till',
      amount: 'Belopp, kr',
      ties: 'Summan är oförändrad: allt i huvudboken är med.',
    },
    profile: {
      title: 'Helårsbudget fördelad på månader',
      lead: 'Används när budgetfilen bara har årets belopp. Utan profil får varje månad en tolftedel, och det står som antagande vid raden.',
      row: 'Rad',
      all: 'Alla rader',
      from: 'Gäller från och med år',
      weights: 'Vikter januari–december',
      weightsHelp:
        'Tolv tal med mellanrum. Bara förhållandet mellan dem räknas, till exempel fjolårets utfall per månad.',
      source: 'Beslut eller källa',
      save: 'Spara profilen',
      saved: 'Profilen är sparad.',
      wrong: 'Skriv tolv hela tal, inte alla noll, ett år och en källa.',
      none: 'Ingen profil är sparad.',
    },
  },

  check: {
    title: 'Granska en tabell',
    lead: 'Klistra in en tabell ur en rapport. Avvikelser, tecken, summor, flöden och andelar räknas om, och det som inte stämmer visas. Tabellen jämförs bara med sig själv och sparas inte.',
    table: 'Tabellen',
    tableHelp:
      'Kopiera ur Word, Excel eller PDF, eller skriv med semikolon eller | mellan kolumnerna. Rubriker som Utfall, Budget och Avvikelse känns igen.',
    file: 'Hämta från en textfil',
    months: 'Månader som utfallet gäller',
    monthsHelp: 'Lämna tomt om rubrikerna säger det, till exempel jan–apr.',
    comment: 'Kommentaren till tabellen',
    commentHelp: 'Tal i kommentaren jämförs med tabellens. Lämnas den tom räknas kommentaren som saknad.',
    run: 'Granska',
    example: 'Fyll i ett exempel',
    shortcut: 'Ctrl + Enter granskar.',
    noTable:
      'Det gick inte att läsa en tabell. Varje rad behöver ett namn och minst ett tal, med tabb, semikolon eller | emellan.',
    failed: 'Det gick inte att granska tabellen',
    notMonths: 'Skriv ett tal från 1 till 12.',
    summary: (errors: number, questions: number, notes: number) =>
      errors + questions === 0
        ? `Inga fel hittades.${notes > 0 ? ` ${counted(notes, 'upplysning', 'upplysningar')}.` : ''}`
        : `${counted(errors, 'fel', 'fel')}, ${counted(questions, 'sak', 'saker')} att förklara och ${counted(notes, 'upplysning', 'upplysningar')}.`,
    findings: 'Det som hittades',
    row: 'Rad',
    whole: 'Hela tabellen',
    kind: 'Slag',
    finding: 'Vad och varför',
    asRead: 'Tabellen som den lästes',
  },

  reconciliation: {
    title: 'Avstämning',
    lead: 'Huvudbokens rad för ekonomiskt bistånd mot utbetalningarna i ärendesystemet, månad för månad. Det som inte går att förklara visas.',
    what: 'avstämningen',
    filters: 'Period och bokföringssätt',
    booked: 'Huvudboken följer',
    recoveries: 'Återkraven bokförs',
    automatic: 'Det som lämnar minst oförklarat',
    bookedOptions: { 'pay-month': 'Månaden då det betalas', 'concerned-month': 'Månaden det avser' },
    recoveriesOptions: { 'on-row': 'På samma rad', elsewhere: 'På annan rad' },
    emptyTitle: 'Inget att stämma av',
    empty: 'Avstämningen behöver både huvudboken och utbetalningarna för perioden.',
  },
} as const

const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** The statement of a board's report in April 2019, with the errors that it was printed with. */
export const exampleTable = `Drift (tkr)|Utfall jan–apr|Budget jan–apr|Avvikelse|Prognos budgetavvikelse helår
Intäkter|11 890|9 558|+2 332|+2 300
Kostnader|−86 983|−69 761|−17 223|−32 300
– ekonomiskt bistånd|−20 903|−16 653|−4 249|−8 000
– placeringar|−24 054|−12 805|−11 250|−23 000
– personal|−29 743|−31 811|+2 086|+6 700
– utredningskonsulter|−4 007|0|−4 007|−8 000
– övriga kostnader|8 276|−8 492|+216|0
Summa|−75 094|−60 203|−14 891|−30 000`
