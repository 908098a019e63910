import { type Month, monthInWords } from '../values/month.ts'

/** What has come or gone in the register, as the page names it. */
export const changedFactText = {
  payment: 'Utbetalningar',
  decision: 'Beslut',
  application: 'Ansökningar',
  obstacle: 'Försörjningshinder',
  participation: 'Deltagande i insatser',
  member: 'Hushållsmedlemmar',
  'household-period': 'Ansvarig enhet och boende',
  person: 'Personuppgifter',
  ledger: 'Huvudbok',
  budget: 'Budget',
  volume: 'Volymer',
  staff: 'Personalnyckeltal',
  unit: 'Enheter',
  official: 'Officiell statistik',
  event: 'Händelser på vägen till egen försörjning',
  'group-member': 'Hushåll i målgrupper',
  'payment-case': 'Ärenden om felaktiga utbetalningar',
} as const

export type ChangedFactKind = keyof typeof changedFactText

export const differenceText = {
  none: '–',
  prose: 'Text',
  inText: (name: string) => (name ? `Texten: ${name}` : 'Texten'),
  cell: (table: string, row: string, column: string) => `${table}: ${row}, ${column}`,
  chart: (title: string) => `Diagram: ${title}`,
}

/** The page of a signed version. */
export const versionText = {
  what: 'den undertecknade versionen',
  untitled: 'Undertecknad version',
  back: 'Rapporten',
  title: (title: string, version: number) => `${title}, version ${version}`,
  lead: (name: string, role: string, at: string) => `Undertecknad av ${name}, ${role.toLowerCase()}, ${at}.`,
  knownAt: (moment: string) => `Uppgifterna är som de var kända ${moment}.`,
  unchangeable: 'Versionen kan inte ändras.',
  hash: 'Kontrollsumma (SHA-256)',
  about: 'Om versionen',
  correctedTitle: 'Den här versionen är rättad',
  corrected: (version: number, at: string, reason: string | null) =>
    `Version ${version} ersatte den ${at}.${reason ? ` Skäl: ${reason}` : ''}`,
  readLatest: (version: number) => `Läs version ${version}`,
  corrects: (version: number, reason: string | null) => `Rättar version ${version}.${reason ? ` Skäl: ${reason}` : ''}`,
  readEarlier: (version: number) => `Läs version ${version}`,
  correct: 'Börja en rättelse',
  correcting: 'Rättelsen är påbörjad. Den undertecknade versionen gäller tills rättelsen är undertecknad.',
  download: 'Hämta',
  formats: { pdf: 'PDF/A', docx: 'Word', xlsx: 'Excel', json: 'JSON' },
  answers: 'Det som var kvar, och svaren',
  tabs: { label: 'Versionen', document: 'Så som rapporterat', now: 'Så som känt nu' },
  now: {
    what: 'jämförelsen med vad som är känt nu',
    lead: (then: string, now: string) =>
      `Samma mall och samma texter, räknade på vad registret visste ${then} (rapporterat) och ${now} (nu).`,
    same: 'Inget skiljer. Rapporten skulle säga detsamma i dag.',
    cells: 'Det som skiljer',
    cellCount: (count: number) => (count === 1 ? '1 uppgift skiljer.' : `${count} uppgifter skiljer.`),
    columns: { section: 'Avsnitt och uppgift', reported: 'Rapporterat', now: 'Känt nu' },
    rows: 'Raderna som gör skillnaden',
    rowsLead:
      'Vad som har lästs in eller registrerats sedan rapporten undertecknades, och vad som därmed inte längre gäller. En rad som rättats räknas både som tillkommen och som borttagen.',
    noRows: 'Inga rader har lästs in eller ändrats sedan dess.',
    rowColumns: {
      what: 'Uppgift',
      month: 'Månad',
      added: 'Tillkommit',
      removed: 'Gäller inte längre',
      households: 'Hushåll',
      ore: 'Skillnad, kr',
    },
    later: 'efter rapportens period',
    noMonth: 'utan månad',
    withheld: 'x',
    withheldNote: (limit: number) =>
      `x = visas inte, eftersom raderna gäller färre än ${limit} hushåll. Hur uppgifterna skiljer framgår ovan.`,
    noHouseholds: '–',
    households: 'Hushåll för hushåll',
    householdsLead: 'Visas för den som får se hushåll. Läsningen har loggats.',
    householdColumns: {
      key: 'Hushåll',
      what: 'Uppgift',
      month: 'Månad',
      change: 'Ändring',
      before: 'Rapporterat, kr',
      now: 'Känt nu, kr',
    },
    change: { added: 'Tillkommen', removed: 'Gäller inte längre', changed: 'Ändrad' },
    notAnAmount: '–',
    more: (count: number) => `De första ${count} visas. Summorna ovan gäller alla.`,
    closed: 'Dessutom har rader ändrats om hushåll som du inte får se.',
    decisions: 'Beslut i registret som figurerna följer',
    decisionsLead:
      'Siffror om pengar följer också vad någon har beslutat, till exempel vilka konton som hör till en rad. Detta har sparats sedan dess.',
    decisionColumns: { what: 'Beslut', at: 'Sparat', by: 'Av' },
    program: 'programmet',
    inMonth: (month: Month) => monthInWords(month),
  },
} as const
