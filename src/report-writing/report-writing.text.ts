import type { templatePeriods } from '../catalogue/report-bodies.ts'
import type { TemplatePart } from '../reports/template.ts'
import type { FindingKind, ReportState } from './writing-view.ts'

/** The names by which a writer finds a figure. */
export const figureNameText = {
  value: (name: string) => name,
  before: (name: string) => `${name}, samma månader året före`,
  change: (name: string) => `${name}, förändring mot året före`,
  numerator: (name: string) => `${name}: täljaren`,
  denominator: (name: string) => `${name}: nämnaren`,
  group: (name: string, group: string) => `${name}: ${group.toLocaleLowerCase('sv')}`,
  cell: (table: string, row: string, column: string) => `${table}: ${row}, ${column.toLocaleLowerCase('sv')}`,
  scaled: (name: string, scale: 'tkr' | 'mnkr') => `${name} (${scale})`,
}

export const periodText: Record<keyof typeof templatePeriods, string> = {
  month: 'en månad',
  tertial: 'en tertial',
  'half-year': 'ett halvår',
  year: 'ett år',
  any: 'valfri period',
}

export const stateText = {
  writing: 'Utkast',
  correcting: 'Rättas',
  signed: 'Undertecknad',
} satisfies Record<ReportState, string>

/** What a report fills in by itself, where the writer sees it between the texts. */
export const shownPartText = {
  tables: 'Tabeller ur registret',
  indicators: 'Nyckeltal ur registret',
  chart: 'Diagram ur registret',
  promises: 'Mål och uppdrag ur Vad vi har lovat',
  notes: 'Daterade anteckningar',
  actions: 'Åtgärder ur åtgärdslistan',
} satisfies Record<Exclude<TemplatePart['kind'], 'text'>, string>

export const findingText = {
  kind: {
    missing: 'Saknas',
    number: 'Siffra',
    withheld: 'Skyddad',
    'not-ready': 'Inte klar',
    comment: 'Kommentar',
  } satisfies Record<FindingKind, string>,
  withheld: (name: string) =>
    `”${name}” visas inte i texten, eftersom uppgiften är skyddad. Skriv om meningen så att den går att läsa ändå.`,
  unknown: (name: string) => `”${name}” saknar värde för perioden, och texten säger det.`,
  notReady: (heading: string) => `Texten under ”${heading}” är inte markerad som klar.`,
  openComment: (name: string) => `En kommentar av ${name} är inte avslutad.`,
  someone: 'någon',
}

/** The list of reports. */
export const listText = {
  title: 'Rapporter',
  lead: 'Rapporter som skrivs här: siffrorna följer registret tills någon undertecknar.',
  what: 'rapporterna',
  ready: 'Färdiga rapporter',
  found: (count: number) => (count === 1 ? '1 rapport' : `${count} rapporter`),
  search: 'Sök rapport',
  searchHelp: 'Titel eller mall',
  none: 'Ingen rapport passar sökningen.',
  emptyTitle: 'Ingen rapport är påbörjad',
  noDataTitle: 'Det finns inget att skriva om ännu',
  noData: 'Rapporter skrivs ur kommunens egna filer. När den första är inläst under Import går det att börja.',
  empty: 'Välj en mall och en period nedan. Texterna börjar med mallens förslag, med siffrorna på plats.',
  columns: {
    title: 'Rapport',
    period: 'Period',
    state: 'Läge',
    texts: 'Klara texter',
    changed: 'Senast ändrad',
    signed: 'Senast undertecknad',
  },
  texts: (ready: number, all: number) => `${ready} av ${all}`,
  changed: (at: string, by: string | null) => (by ? `${at}, ${by}` : at),
  version: (version: number, at: string) => `Version ${version}, ${at}`,
  nothing: '–',
  begin: {
    title: 'Ny rapport',
    template: 'Mall',
    period: 'Mallen är för',
    name: 'Titel',
    noName: 'Skriv rapportens titel.',
    submit: 'Börja skriva',
    beginning: 'Räknar fram siffrorna …',
  },
  suggestedName: (template: string, period: string) => `${template} ${period}`,
} as const

/** The page where a report is written. */
export const writingText = {
  what: 'rapporten',
  untitled: 'Rapport',
  back: 'Rapporter',
  lead: (template: string, period: string) => `${template}, ${period}`,
  correctingTitle: 'Rapporten rättas',
  correcting: (version: number) => `Version ${version} rättas. Den gäller tills rättelsen är undertecknad.`,
  stopCorrecting: 'Avbryt rättelsen',
  stoppedCorrecting: 'Rättelsen är avbruten. Den undertecknade versionen gäller.',
  signedTitle: 'Rapporten är undertecknad',
  signed: 'Texterna går inte att ändra. Är något fel, öppna den senaste versionen och börja en rättelse.',
  versions: 'Undertecknade versioner',
  version: (version: number) => `Version ${version}`,
  signedBy: (name: string, at: string) => `${name}, ${at}`,
  reason: (reason: string) => `Skäl: ${reason}`,
  parts: 'Avsnitt',
  sidebar: 'Vid sidan av texten',
  tabs: { preview: 'Förhandsvisning', findings: 'Att se till', comments: 'Kommentarer' },
  counted: (label: string, count: number) => (count === 0 ? label : `${label} (${count})`),
  previewWhat: 'förhandsvisningen',
  previewLead: 'Samma dokument som hämtas och undertecknas.',
  updating: 'Räknar om …',
  download: 'Hämta utkastet',
  formats: { docx: 'Word', xlsx: 'Excel', pdf: 'PDF', json: 'JSON' },
  draft: 'UTKAST',
  draftTitle: (title: string) => `UTKAST: ${title}`,
  findingsNone: 'Inget är kvar att se till.',
  findingsStop: 'Hindrar undertecknande tills det är åtgärdat eller besvarat',
  findingsAsk: 'Titta på detta',
  goTo: (section: string) => `Gå till ${section}`,
  sign: {
    title: 'Underteckna',
    lead: (signers: string) =>
      `Undertecknas av ${signers}. Texter, siffror, definitioner och uppgifternas datum låses i en version som aldrig ändras.`,
    notYou: 'Din roll får inte underteckna den här rapporten.',
    answer: (finding: string) => `Svar: ${finding}`,
    answerHelp: 'Det som inte åtgärdas i texten besvaras här: varför det ska vara så. Svaren sparas med versionen.',
    reason: 'Varför rapporten rättas',
    submit: 'Underteckna rapporten',
    signing: 'Rapporten låses …',
    left: (count: number) =>
      count === 1 ? 'En sak är kvar att åtgärda eller besvara.' : `${count} saker är kvar att åtgärda eller besvara.`,
    done: (version: number) => `Rapporten är undertecknad som version ${version}.`,
    failed: 'Rapporten är inte undertecknad',
  },
  comments: {
    none: 'Inga kommentarer.',
    about: (section: string) => `Om ${section}`,
    quoted: (words: string) => `”${words}”`,
    by: (name: string, at: string) => `${name}, ${at}`,
    someone: 'Någon',
    settle: 'Avsluta',
    settled: 'Kommentaren är avslutad.',
    settledBy: (name: string) => `Avslutad av ${name}`,
    reopened: 'Kommentaren är öppen igen.',
    showSettled: (count: number) => `Visa avslutade (${count})`,
    write: 'Kommentera',
    field: (section: string) => `Kommentar till ${section}`,
    send: 'Skicka kommentaren',
    sent: 'Kommentaren är skickad.',
    cancel: 'Avbryt',
    empty: 'Skriv kommentaren först.',
  },
  shortcuts: {
    button: 'Kortkommandon',
    singleKeys: 'Kommandon med ett tecken (/ och ?) är på',
    rows: [
      ['{', 'Infoga en siffra ur registret'],
      ['Ctrl + B', 'Fet text'],
      ['Ctrl + I', 'Kursiv text'],
      ['Ctrl + Z / Ctrl + Y', 'Ångra och gör om'],
      ['F6 / Skift + F6', 'Nästa eller föregående text'],
      ['Alt + F10', 'Till textens verktygsrad; Escape tillbaka'],
      ['← →', 'Mellan knapparna i verktygsraden'],
      ['← → vid en siffra', 'Markera siffran och läs dess definition'],
      ['/', 'Till sökrutan i listan av rapporter'],
      ['?', 'Visa kortkommandon'],
    ],
  },
} as const
