import { formatNumber } from '../values/format.ts'
import type { FindingKind } from './check-month.ts'
import type { ControlRow } from './monthly-view.ts'

export const authorityFilesText = {
  title: 'Uppgifter till myndigheter',
  lead: 'Det som kommunen ska lämna om ekonomiskt bistånd, kontrollerat mot Utfalls egna siffror innan det skickas.',
  tabs: {
    ...{ label: 'Uppgifter', monthly: 'Månadsfilen', layouts: 'Filens uppställning', closures: 'Avslutsorsaker' },
    ...{ jobUnit: 'Arbetsmarknadsenheten', tools: 'Andra verktyg' },
  },
  updated: (what: string) => `${what} visas.`,
} as const

export const monthlyText = {
  what: 'månaderna',
  checkWhat: 'månadens kontroll',
  months: 'Månader att lämna',
  monthsLead:
    'Socialnämnden lämnar uppgifter om alla som har beviljats bistånd, per månad som biståndet avser, senast den 15 i månaden efter (HSLF-FS 2015:30).',
  emptyTitle: 'Ingen månad att lämna',
  empty: 'Det finns inga utbetalningar i registret. Läs in dem på sidan Import.',
  columns: {
    month: 'Månad',
    due: 'Senast',
    state: 'Läge',
    rows: 'Rader',
    kronor: 'Kronor',
    by: 'Skriven av',
    at: 'Skriven',
  },
  state: { written: 'Skriven', late: 'Försenad', notWritten: 'Inte skriven' },
  nobody: 'Kommandoraden',
  chosen: (month: string) => `Kontroll av ${month}`,
  layout: (isOwn: boolean, from: string, fields: number, source: string) =>
    `${isOwn ? 'Kommunens egen uppställning' : 'Utfalls uppställning'} från ${from}, ${fields} fält. Källa: ${source}.`,
  uncheckedTitle: 'Uppställningen är inte kontrollerad',
  unchecked:
    'Socialstyrelsens gällande postbeskrivning har inte kunnat läsas. Jämför filen med den innan den skickas första gången. Skiljer de sig åt lägger controller eller systemförvaltare in kommunens egen under Filens uppställning.',
  toLayout: 'Filens uppställning',
  notKept: (fields: string) => `Finns inte i Utfall och lämnas tomma: ${fields}.`,
  control: 'Kontrollsummor',
  controlLead: 'Det som står i filen och det som inte skickas ska tillsammans bli Utfalls siffra.',
  controlColumns: { file: 'I filen', notSent: 'Skickas inte', ours: 'Utfalls siffra', agrees: 'Stämmer' },
  controlRows: {
    households: 'Hushåll med bistånd',
    amount: 'Belopp, kronor',
    women: 'Kvinnor, vuxna',
    men: 'Män, vuxna',
  } satisfies Record<ControlRow['id'], string>,
  agrees: 'Ja',
  differs: 'Nej',
  allAgree: 'Alla kontrollsummor stämmer.',
  someDiffer: 'Någon kontrollsumma stämmer inte. Skicka inte filen förrän skillnaden är förklarad.',
  recovered: (households: number, kronor: string) =>
    `${formatNumber(households)} hushåll har återbetalat mer än de fått för månaden (${kronor} kr). De hade inget bistånd och skickas inte.`,
  protectedSent: (households: number) =>
    `${formatNumber(households)} hushåll i filen har skyddade personuppgifter. De ingår, eftersom skyldigheten gäller alla. Hantera filen därefter.`,
  findings: 'Brister',
  noFindings: 'Inga brister. Alla rader kan skickas.',
  findingColumns: { households: 'Antal', effect: 'Följd', which: 'Hushåll' },
  stops: 'Skickas inte',
  told: 'Skickas',
  more: (count: number) => `och ${formatNumber(count)} till`,
  protectedToo: (count: number) => `${formatNumber(count)} med skyddade personuppgifter`,
  finding: {
    'no-applicant': 'Ingen registerledare för månaden',
    'several-applicants': 'Flera registerledare',
    'several-co-applicants': 'Flera medsökande',
    'too-many-members': 'Fler i hushållet än filen har plats för',
    'several-numbers': 'Någon har flera personnummer',
    'same-number-twice': 'Samma personnummer två gånger',
    'missing-value': 'Uppgift som måste finnas saknas',
    'unknown-code': 'Koden finns inte i uppställningen',
    'does-not-fit': 'Värdet får inte plats i fältet',
    'value-to-complete': 'Uppgift saknas',
    'member-without-number': 'Barn utan personnummer',
    'grown-child': 'Barn som har fyllt 18 år',
    'in-two-households': 'Samma person i två hushåll',
  } satisfies Record<FindingKind, string>,
  field: (name: string) => `Fältet ${name}`,
  write: 'Skriv filen',
  writing: 'Filen skrivs …',
  writeLead:
    'Filen innehåller personnummer. Varje fil som skrivs står i loggen med namn, tid och kontrollvärde (SHA-256).',
  wrote: (name: string) => `${name} är skriven och sparad i din webbläsare.`,
  history: 'Filer som har skrivits',
  noHistory: 'Ingen fil har skrivits.',
  hash: 'Kontrollvärde',
  stopped: 'Inte skickade',
} as const

export const jobUnitPageText = {
  what: 'arbetsmarknadsenhetens statistik',
  lead: 'Deltagare i kommunala arbetsmarknadsinsatser och vad de ledde till, med Koladas definitioner (U40406–U40835). Numret på nyckeltalet står under varje rad.',
  year: 'År',
  file: 'Ladda ned som formulär (CSV)',
  protectedOut: (count: number) => `${formatNumber(count)} hushåll med skyddade personuppgifter ingår inte.`,
} as const

export const toolsText = {
  title: 'Qlik, Power BI, R och Python',
  lead: 'Samma uppgifter som Utfall räknar på, som vyer i databasen och som filer. De är pseudonyma: inga namn, nummer, födelsedagar eller områden. De är ändå personuppgifter.',
  limits:
    'Hushåll med skyddade personuppgifter ingår inte; antalet står i bi.about. Det som färre än fem hushåll eller personer delar lämnas tomt, och raden säger det (is_generalised). Varje ändamål får egna pseudonymer.',
  views: 'Vyerna',
  view: 'Vy',
  holds: 'Innehåller',
  list: {
    'bi.household_month': 'En rad per hushåll och månad: belopp, hushållstyp, åldersklass, antal barn',
    'bi.payment': 'En rad per utbetalning: månad, belopp, ändamål',
    'bi.participation': 'En rad per person och insats',
    'bi.obstacle': 'En rad per vuxen och månad med försörjningshinder',
    'bi.outcome': 'En rad per avslut med resultatet',
    'bi.about': 'Kommun, ändamål, gränsen för små grupper och hur mycket som är utelämnat',
  },
  connect: 'Anslut ett verktyg',
  connectSteps: [
    'Databasens förvaltare skapar en inloggning med rollen utfall_bi och ger den ett eget lösenord.',
    'Systemförvaltaren kopplar den till kommunen och ett ändamål. Utan det ser den ingenting.',
    'Verktyget ansluter till databasen med inloggningen och läser vyerna i schemat bi.',
  ],
  grantCommand: 'npx utfall bi-access --role NAMN --purpose ÄNDAMÅL',
  files: 'Hämta som filer',
  filesLead:
    'Systemförvaltaren kör kommandot på servern. Belopp är hela öre och månader är text, ÅÅÅÅ-MM. Vad varje kolumn betyder står i columns.csv.',
  exportCommand: 'npx utfall export --format parquet --output MAPP --purpose ÄNDAMÅL',
} as const
