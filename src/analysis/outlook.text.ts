import { formatNumber, formatShare, formatThousands } from '../values/format.ts'
import type { OutlookFigure } from './outlook.ts'

/** The words of the page that looks ahead. */
export const outlookText = {
  title: 'Prognos',
  what: 'prognosen',
  lead: (municipality: string) => `${municipality}: vad som väntar om inget ändras, och hur säkert det är.`,
  method:
    'Prognosen är medianen av fyra metoder: samma månad året före, Theta, exponentiell utjämning (ETS) och dämpad trend. Intervallen kommer av hur fel metoden har haft på serien och räcker inte för en gemensam chock, till exempel en lagändring.',
  withheld: {
    'too-few':
      'Någon månad har så få hushåll att talet inte visas. Då görs ingen prognos, eftersom den skulle avslöja det.',
    'too-short': 'Serien är för kort för en prognos.',
  } satisfies Record<NonNullable<OutlookFigure['withheld']>, string>,
  year: ({ unit, expected }: OutlookFigure): string | null => {
    const year = expected?.year
    if (!year || year.knownMonths === 0) return null
    const written = (value: number) =>
      unit === 'ore' ? `${formatThousands(value)} tkr` : `${formatNumber(value / 12)} hushåll i genomsnitt`
    const [widest] = year.intervals
    const range = widest
      ? ` Med ${formatShare(widest.level, 0)} sannolikhet mellan ${written(widest.lower)} och ${written(widest.upper)}.`
      : ''
    return `Helår ${year.year}: ${written(year.mean)}, varav ${year.knownMonths} månader är kända.${range}`
  },
  record: ({ expected }: OutlookFigure): string => {
    if (!expected || expected.record.origins === 0) return 'Serien är för kort för att pröva metoden bakåt.'
    const { origins, months, sMAPE, MASE, seasonalNaiveMASE, coverage } = expected.record
    const error = sMAPE === null ? '' : ` Felet var i genomsnitt ${formatNumber(sMAPE, 1)} procent.`
    const better =
      MASE === null || seasonalNaiveMASE === null || seasonalNaiveMASE === 0
        ? ''
        : ` Jämfört med att gissa samma månad året före är felet ${formatNumber(MASE / seasonalNaiveMASE, 2)} gånger så stort.`
    const held = coverage
      .filter(({ share }) => share !== null)
      .map(({ level, share }) => `${formatShare(level, 0)}-intervallet höll i ${formatShare(share!, 0)} av månaderna`)
    return `Prövad bakåt från ${origins} tillfällen, ${months} månader.${error}${better}${held.length ? ` ${held.join(' och ')}.` : ''}`
  },
  ahead: 'Vad som väntar',
  staying: 'Genomströmning',
  throughputTitle: 'Hur länge de som kommer stannar',
  remaining: 'kvar med bistånd',
  since: 'månader sedan biståndet började',
  months: 'månader',
  starts: (count: number) => `Bygger på ${formatNumber(count)} biståndsperioder vars första månad är känd.`,
  noThroughput: 'För få har kommit in för att en kurva ska kunna visas.',
  all: 'Alla',
}
