import { findingText as printedText } from '../economy/printed-finding.text.ts'
import { formatNumber } from '../values/format.ts'
import type { Amount, Finding, Severity } from './finding.ts'

export const severityText: Record<Severity, string> = { error: 'Går inte ihop', question: 'Behöver förklaras' }

const space = '\u00a0'
const units: Record<number, string> = { 1: 'kr', 1000: 'tkr', 1e6: 'mnkr', 1e9: 'mdkr' }

/** A number that follows from others, in the unit of the one that is printed. */
function amountText({ unit, scale, low, high, decimals }: Amount): string {
  const ending =
    unit === 'money'
      ? `${space}${units[scale] ?? 'kr'}`
      : unit === 'percent'
        ? `${space}%`
        : unit === 'points'
          ? ' procentenheter'
          : ''
  const told = (value: number) =>
    formatNumber(value / scale, decimals || (Number.isInteger(round(value / scale)) ? 0 : 1))
  return told(low) === told(high) || !Number.isFinite(high)
    ? `${told(low)}${ending}`
    : `${told(low)}–${told(high)}${ending}`
}

const round = (value: number): number => Number(value.toFixed(6))
const plain = (value: number): string => formatNumber(value, Number.isInteger(round(value)) ? 0 : 1)
const list = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`
const percent = (value: number): string => `${formatNumber(value, 1)}${space}%`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const swappedText = (swapped: [string, string] | null): string =>
  swapped ? ` Siffrorna ${swapped[0]} och ${swapped[1]} kan ha bytt plats.` : ''
const named = (heading: string, otherwise: string): string => (heading.trim() ? `”${heading.trim()}”` : otherwise)

/** What was printed and what follows from what, in a sentence for whoever is to mend the text. */
export function findingSentence(finding: Finding): string {
  switch (finding.kind) {
    case 'change':
      return `Förändringen är angiven till ${finding.printed}, men från ${finding.before} till ${finding.after} är den ${amountText(finding.expected)}.`
    case 'points':
      return `${capital(finding.printed)} är skillnaden i procentenheter mellan ${finding.before} och ${finding.after}; i procent är den ${amountText(finding.expected)}.`
    case 'direction':
      return finding.before === finding.after
        ? `Texten säger ”${finding.word}”, men båda värdena är ${finding.after}.`
        : `Texten säger ”${finding.word}”, men värdena går från ${finding.before} till ${finding.after}.`
    case 'share-word':
      return `Texten säger ”${finding.printed}”, men andelen är angiven till ${finding.share}.`
    case 'small-change':
      return `Texten säger ”${finding.word}”, men mellan ${finding.before} och ${finding.after} skiljer ${formatNumber(finding.percent, 1)}${space}%.`
    case 'limit':
      return `Texten säger att ${finding.limit} inte har överskridits, men anger också ${finding.printed}.`
    case 'rank':
      return `Texten säger ”${finding.word}” om ${finding.printed}, men ${list(finding.others)} är ${finding.isLeast ? 'mindre' : 'mer'}.`
    case 'multiple':
      return `Texten säger ”${finding.word}”, men ${finding.after} är ${formatNumber(finding.times, 2)} gånger ${finding.before}.`
    case 'share':
      return `Andelen är angiven till ${finding.printed}, men ${finding.part} av ${finding.whole} är ${amountText(finding.expected)}.`
    case 'part-of':
      return `${capital(finding.share)} av ${finding.whole} är ${amountText(finding.expected)}, men ${finding.printed} är angivet.`
    case 'conclusion': {
      const groups = finding.groups.map(
        ({ part, whole }) => `${plain(part)} av ${plain(whole)} är ${percent((part / whole) * 100)}`,
      )
      const { part, whole } = finding.total
      const together =
        finding.groups.length > 1
          ? `, tillsammans ${plain(part)} av ${plain(whole)}, ${percent((part / whole) * 100)}`
          : ''
      return `Slutsatsen är ”${finding.printed}”, men ${list(groups)}${together}.`
    }
    case 'sum':
      return `Delarna ${list(finding.parts)} blir ${amountText(finding.expected)}, men ${finding.printed} är angivet.`
    case 'too-many':
      return `Delarna ${list(finding.parts)} blir ${plain(finding.sum)}, vilket är fler än ${finding.whole}.`
    case 'percent-sum':
      return `Andelarna ${list(finding.parts)} blir ${plain(finding.sum)}${space}%, inte 100${space}%.`
    case 'expression':
      return `${finding.expression} är ${amountText(finding.expected)}, men ${finding.printed} är angivet.`
    case 'average':
      return `Genomsnittet är angivet till ${finding.printed}, men ${finding.factors.join(' delat med ')} är ${amountText(finding.expected)}.`
    case 'product':
      return `${finding.factors.join(' × ')} blir ${amountText(finding.expected)}, men ${finding.printed} är angivet.`
    case 'stock-flow':
      return `Antalet går inte ihop med flödet: ${finding.before} från början + ${finding.started} nya − ${finding.ended} avslutade är ${amountText(finding.expected)}, men ${finding.printed} är angivet.`
    case 'repeated':
      return finding.label === null
        ? `Här står ${finding.printed}, men på rad ${finding.line} står ${finding.other} om samma sak.${swappedText(finding.swapped)}`
        : `Texten har ${finding.printed}, men tabellens rad ”${finding.label}” har ${finding.other}.${swappedText(finding.swapped)}`
    case 'claim': {
      const differences = finding.differences.map(
        ({ before, after, difference }) => `${before} och ${after} skiljer ${amountText(difference)}`,
      )
      return `Inga två belopp i texten skiljer ${finding.printed}: ${list(differences)}.`
    }
    case 'base':
      return `${finding.part} som är ${finding.share} av alla betyder omkring ${plain(finding.implied)}, men texten anger ${finding.whole}, och då är andelen ${percent(finding.actual)}: ange vad andelen räknas på.`
    case 'class-gap':
      return `Mellan ”${finding.one}” och ”${finding.other}” saknas ${finding.missing}.`
    case 'class-overlap':
      return `${finding.both} hör både till ”${finding.one}” och till ”${finding.other}”.`
    case 'date':
      return `${capital(finding.printed)} finns inte i kalendern.`
    case 'weekday':
      return `${capital(finding.printed)}: den dagen är en ${finding.expected}.`
    case 'period':
      return `Perioden ${finding.printed} slutar innan den börjar.`
    case 'months':
      return `${capital(finding.period)} är ${finding.expected} månader, men ${finding.printed} är angivet.`
    case 'part-of-year':
      return `${capital(finding.part)} är ${finding.expected}, men ${finding.printed} är angivet.`
    case 'goal':
      return `Målet är att ${finding.printed} ${finding.of}, men texten anger inget värde att utgå från.`
    case 'goal-reached':
      return `Med målet ${finding.goal} och utfallet ${finding.printed} är målet ${finding.isReached ? 'uppnått' : 'inte uppnått'}, men texten säger motsatsen.`
    case 'placeholder':
      return `”${finding.printed}” ser ut att vara kvar att fylla i.`
    case 'no-comment':
      return `Kommentaren är tom, fast ${finding.rows.length === 1 ? 'en rad' : `${finding.rows.length} rader`} avviker kraftigt från prognosen: ${list(finding.rows)}.`
    case 'row-sum':
      return `Kolumnerna blir ${plain(finding.expected)}, men ${named(finding.column, 'summan')} är angiven till ${finding.printed}.`
    case 'column-difference': {
      const [change, to, from] = finding.columns
      const what = finding.isPercent
        ? `förändringen från ${named(from, 'den ena kolumnen')} till ${named(to, 'den andra')}`
        : `${named(to, 'den ena kolumnen')} minus ${named(from, 'den andra')}`
      return `${capital(named(change, 'Skillnaden'))} är angiven till ${finding.printed}, men ${what} är ${finding.isPercent ? percent(finding.expected) : plain(finding.expected)}.`
    }
    case 'column-share':
      return `Andelen är angiven till ${finding.printed}, men ${finding.part} av ${finding.whole} är ${percent(finding.expected)}.`
    case 'column-ratio':
      return `${capital(named(finding.column, 'kvoten'))} är angiven till ${finding.printed}, men ${finding.part} delat med ${finding.whole} ger ${plain(finding.expected)}.`
    case 'share-sum':
      return `Andelarna blir ${plain(finding.sum)}${space}%, men summan är angiven till 100${space}%.`
    case 'row-balance':
      return finding.rows.length > 0
        ? `Raderna går inte ihop: ${list(finding.rows)} ger ${plain(finding.expected)}, men ${finding.printed} är angivet.`
        : `Raderna blir ${plain(finding.expected)}, men summan är angiven till ${finding.printed}.`
    case 'table':
      return printedText(finding.finding)
    case 'register':
      return `Texten har ${finding.printed}, men registret har ${finding.expected} för ${finding.name}. ${finding.definition}`
  }
}

/** What the finding is about, before the sentence: the row of a table; '' in running text. */
export const findingLabel = (finding: Finding): string => ('label' in finding ? (finding.label ?? '') : '')
