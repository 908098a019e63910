import type { PrintedFinding } from './economy/printed-finding.ts'
import { findingText, severityText } from './economy/printed-finding.text.ts'
import type { ImportResult } from './imports/import-extract.ts'
import type { ToldFinding } from './number-check/checked-view.ts'
import { severityText as checkSeverityText } from './number-check/findings.text.ts'
import { formatNumber } from './values/format.ts'

export const cliText = {
  description: 'Uppföljning av ekonomiskt bistånd: från utdrag till uppföljning.',
  data: 'mapp för den inbäddade databasen (annars ./data)',
  database: 'adress till en PostgreSQL-server, 15 eller senare (annars DATABASE_URL)',
  municipality: 'kommunkod med fyra siffror, till exempel 0483',
  json: 'skriv ett JSON-dokument på standard ut, och inget annat',
  start: 'Starta webbtjänsten',
  demoFlag: 'skapa demokommunen när registret är tomt',
  developmentSignIn: 'låt vem som helst på den här datorn välja användare',
  port: 'port (4083)',
  host: 'adress att lyssna på (127.0.0.1)',
  demo: 'Skriv demokommunens utdrag som filer',
  out: 'mapp att skriva i',
  seed: 'frö för slumpen; samma frö ger samma filer',
  households: 'hushåll i genomsnitt per månad (600)',
  months: 'antal månader till och med april 2019 (40)',
  demoWritten: (count: number, out: string, truth: string) =>
    `${count} filer skrivna i ${out}. Insatsernas sanna effekt ligger för sig i ${truth}.`,
  import: 'Läs in utdrag ur ärendesystem och ekonomisystem',
  as: 'slag av fil, när det inte ska kännas igen ur filen',
  profile: 'sparad profil för filens kolumner',
  dryRun: 'bedöm raderna utan att skriva något',
  reading: (name: string, rows: number) => `Läser ${name}${rows ? `: ${formatNumber(rows)} rader` : ''}`,
  imported: (result: ImportResult) =>
    `${result.file}: ${result.kind}, ${formatNumber(result.rows)} rader, ${formatNumber(result.accepted)} nya, ` +
    `${formatNumber(result.superseded)} ersatta, ${formatNumber(result.unchanged)} redan kända, ${formatNumber(result.rejectedRows)} underkända`,
  fileRefused: (file: string, text: string) => `${file}: läses inte in. ${text}`,
  figures: 'Räkna fram nyckeltalen för en period',
  from: 'första månaden, ÅÅÅÅ-MM',
  to: 'sista månaden, ÅÅÅÅ-MM',
  split: 'uppdelningar: gender,age,householdType,children,unit',
  unit: 'enhetskod',
  knownAt: 'som det var känt en dag, ÅÅÅÅ-MM-DD',
  endBeforeStart: (from: string, to: string) => `Perioden slutar (${to}) innan den börjar (${from}).`,
  report:
    'Skapa en rapport ur en mall: tertial, half-year, annual, assignment, actions-and-costs, project, letter-answer, public-news, follow-up eller en egen',
  period: 'period: 2019-T1, 2019-T2, 2019, 2019-04 eller 2018-11..2019-02',
  reportFormat: 'format, om det inte är filens ändelse: docx, xlsx, pdf, html eller json',
  noPeriod: 'Ange perioden med --period, eller med --from och --to.',
  noReportFile: 'Ange filen att skriva med --out.',
  reportOut: 'fil att skriva; ändelsen väljer format (docx, xlsx, pdf, html, json)',
  noSuchReport: (name: string, known: string) => `Rapporten ${name} finns inte. De som finns är ${known}.`,
  noSuchFormat: (file: string, formats: string) => `${file}: okänd ändelse. Välj en av ${formats}.`,
  notAPeriod: (text: string) =>
    `${text} är ingen period. Skriv till exempel 2019-T1, 2019, 2019-04 eller 2018-11..2019-02, mellan 1991 och 2199.`,
  reportWritten: (file: string) => `Rapporten är skriven i ${file}.`,
  exportData: 'Skriv registrets uppgifter som pseudonyma filer för Qlik, Power BI, R och Python',
  exportFormat: 'csv eller parquet',
  exportPurpose: 'vad uppgifterna lämnas ut för; varje ändamål får egna pseudonymer',
  exported: (file: string, rows: number) => `${file}: ${formatNumber(rows)} rader`,
  exportedPersonalData:
    'Filerna är pseudonyma, inte anonyma: de är personuppgifter. Hushåll med skyddade personuppgifter ingår inte.',
  biAccess: 'Låt en inloggning i databasen läsa vyerna i schemat bi, för en kommun och ett ändamål',
  biRole: 'databasens namn på inloggningen; den ska ha rollen utfall_bi',
  biGranted: (role: string, purpose: string) => `${role} läser nu vyerna i bi för ändamålet ${purpose}.`,
  noSuchRole: (role: string) =>
    `Databasen har ingen inloggning som heter ${role}. Skapa den med: CREATE ROLE ${role} LOGIN IN ROLE utfall_bi;`,
  checkStatement: 'Granska en tabell som den står i en rapport: avvikelser, tecken, summor, flöden och andelar',
  checkedMonths: 'antal månader som utfallet gäller, när rubrikerna inte säger det',
  finding: (finding: PrintedFinding) =>
    `${finding.line ? `rad ${finding.line} ` : ''}${finding.label}: ${severityText[finding.severity]}. ${findingText(finding)}`,
  checkText:
    'Granska siffrorna i en rapport (.docx, .md eller .txt): summor, andelar, förändringar, datum och tal som inte går ihop. Med --data eller --database jämförs siffrorna också med registret',
  checkedText: ({
    file,
    numbers,
    tables,
    findings,
  }: {
    file: string
    numbers: number
    tables: number
    findings: ToldFinding[]
  }) =>
    [
      `${file}: ${numbers} tal i löpande text, ${tables} tabeller, ${findings.length === 0 ? 'inga fel hittades' : `${findings.length} fynd`}`,
      ...findings.map(
        ({ line, label, severity, text }) =>
          `  rad ${line}${label ? ` ${label}` : ''}: ${checkSeverityText[severity]}. ${text}`,
      ),
    ].join('\n'),
  read: 'Läs en fil eller ett nummer och visa vad som står där, utan att spara något',
  verifyAudit: 'Kontrollera att loggen är hel: att ingen rad har ändrats, tagits bort eller skjutits in',
  auditWhole: 'Loggen är hel.',
  auditBroken: (entry: number) => `Loggen är bruten vid post ${entry}.`,
  noMunicipality: 'Registret har ingen kommun än. Ange --municipality med kommunkoden.',
  severalMunicipalities: (codes: string) => `Registret har flera kommuner: ${codes}. Ange vilken med --municipality.`,
  notAMunicipality: 'En kommunkod är fyra siffror, till exempel 0483.',
  notAWholeNumber: 'Skriv ett heltal.',
  notAMonth: 'Skriv en månad som 2019-04, mellan 1991-01 och 2199-12.',
  notADay: 'Skriv en dag som 2019-04-30.',
  notASplit: (found: string, known: string) => `${found} är ingen uppdelning. De som finns är ${known}.`,
  noSuchProfile: (name: string, known: string) =>
    `Det finns ingen profil med namnet ${name}. ${known ? `De som finns är ${known}.` : 'Spara en under Import i webben.'}`,
  noSuchFile: (path: string) => `Filen ${path} finns inte.`,
  noFile: 'Det som anges som fil går inte att läsa: det är en mapp, eller så saknas rätten att läsa den.',
} as const

/** What commander found wrong with the words of a command, by its code; `named` is what its message has in quotes. */
export const commandText: Record<string, (named: string[]) => string> = {
  'commander.missingMandatoryOptionValue': ([option]) => `${option} saknas.`,
  'commander.optionMissingArgument': ([option]) => `${option} saknar sitt värde.`,
  'commander.missingArgument': ([argument]) => `${argument} saknas.`,
  'commander.unknownOption': ([option]) => `${option} finns inte. Visa vad som finns med --help.`,
  'commander.unknownCommand': ([command]) => `Kommandot ${command} finns inte. Visa vad som finns med --help.`,
  'commander.excessArguments': ([command]) => `${command} tar inga fler ord. Visa hur det skrivs med --help.`,
  'commander.help': () => 'Välj ett av kommandona.',
}
