import { formatNumber, formatShare, formatSigned } from '../values/format.ts'
import type { PrintedFinding, Severity } from './printed-finding.ts'
import type { PrintedColumn } from './read-printed-table.ts'

export const severityText: Record<Severity, string> = { error: 'Fel', question: 'Behöver förklaras', note: 'Att veta' }

export const columnText: Record<PrintedColumn, string> = {
  actual: 'utfall',
  budget: 'budget',
  variance: 'avvikelse',
  'full-year-budget': 'budget helår',
  forecast: 'prognos',
  'forecast-variance': 'prognos avvikelse helår',
  'year-before': 'föregående år',
  'volume-kind': 'typ',
  count: 'antal',
  share: 'andel',
  'share-of-cost': 'andel av kostnaden',
  base: 'bas',
  total: 'totalt',
  women: 'kvinnor',
  men: 'män',
  other: 'övrigt',
}

const number = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1)
const signed = (value: number) => formatSigned(value, Number.isInteger(value) ? 0 : 1)

/** A finding in a sentence or two, for whoever is to mend the table. */
export function findingText(finding: PrintedFinding): string {
  switch (finding.kind) {
    case 'variance': {
      const swapped = finding.swapped
        ? ` Siffrorna ${finding.swapped[0]} och ${finding.swapped[1]} har bytt plats.`
        : ''
      const inText = finding.inText ? ' Texten har det rätta talet.' : ''
      return `Avvikelsen är angiven till ${signed(finding.printed)}, men utfall minus budget är ${signed(finding.expected)}.${swapped}${inText}`
    }
    case 'lost-sign': {
      const sum =
        finding.sumAsPrinted === null ? '' : ` Som det står blir delarnas summa ${number(finding.sumAsPrinted)}.`
      const sign = finding.expected < 0 ? 'saknar minustecken' : 'har ett minustecken för mycket'
      return `Talet ${number(finding.printed)} (${columnText[finding.column]}) ${sign}: avvikelsen ${signed(finding.variance)} stämmer bara med ${number(finding.expected)}.${sum}`
    }
    case 'parts': {
      const off = number(Math.abs(finding.printed - finding.sum))
      const mended =
        finding.corrected === null ? '' : ` När de andra felen är rättade blir summan ${number(finding.corrected)}.`
      return `Delarna blir ${number(finding.sum)} i kolumnen ${columnText[finding.column]}, men raden har ${number(finding.printed)}: det skiljer ${off}.${mended}`
    }
    case 'some-parts':
      return 'Delarna blir inte hela raden i någon kolumn. Är de bara exempel bör det stå, annars saknas en rad.'
    case 'sum':
      return `Raderna blir ${number(finding.sum)} i kolumnen ${columnText[finding.column]}, men summan är angiven till ${number(finding.printed)}.`
    case 'rounding':
      return `Avrundning: ${number(finding.printed)} är angivet (${columnText[finding.column]}) och de avrundade talen ger ${number(finding.expected)}. Det är inget fel.`
    case 'balance':
      return `Avvikelsen är angiven till ${number(finding.printed)}, men summans prognos minus det beslutade är ${number(finding.expected)}.`
    case 'above-trend':
      return `Prognosen ${signed(finding.printed)} är mer än om överskottet fortsätter i samma takt (${signed(finding.trend)}). Vad gör att det ökar?`
    case 'full-year-budget':
      return `Prognosen ${signed(finding.printed)} är mer än hela periodens budget (${number(finding.budget)}). Årets budget måste vara minst ${number(finding.printed)} och bör visas.`
    case 'stock-flow':
      return `Beståndet går inte ihop med flödet: ${number(finding.before)} + ${number(finding.started)} startade − ${number(finding.ended)} avslutade = ${number(finding.expected)}, men ${number(finding.reported)} är angivet.`
    case 'deviation':
      return `I samma takt blir helåret ${number(finding.projected)} mot prognosen ${number(finding.forecast)}, ${formatSigned((finding.projected / finding.forecast - 1) * 100)}\u00a0%.`
    case 'required-average':
      return `För att årets genomsnitt ska bli ${number(finding.target)} måste resten av året vara ${number(finding.required)} i genomsnitt.`
    case 'no-comment':
      return `Kommentaren är tom, fast ${finding.rows === 1 ? 'en rad' : `${finding.rows} rader`} avviker kraftigt från prognosen.`
    case 'share-base': {
      const after = finding.after === null ? '' : ` och ${number(finding.after)} efteråt`
      const ratio =
        finding.costRatio === null ? '' : ` Gruppen kostar ${formatNumber(finding.costRatio, 1)} gånger genomsnittet.`
      return `Basen anges inte. ${number(finding.count)} som är ${formatShare(finding.share, 0)} betyder omkring ${number(finding.base)}${after}.${ratio}`
    }
    case 'share-of-base':
      return `${number(finding.count)} av ${number(finding.base)} är ${formatShare(finding.count / finding.base)}, men ${formatShare(finding.share)} är angivet.`
    case 'groups':
      return `Kvinnor (${number(finding.women)}) och män (${number(finding.men)}) blir ${number(finding.women + finding.men)}, men totalt är angivet till ${number(finding.total)}.`
    case 'share-outside':
      return `Totalt (${number(finding.total)}) måste ligga mellan kvinnor (${number(finding.women)}) och män (${number(finding.men)}).`
    case 'few':
      return `Få personer (${number(finding.count)}): enstaka fall ger stort utslag i andelarna.`
  }
}
