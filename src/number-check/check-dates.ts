import type { Finding } from './finding.ts'
import { monthNames } from './find-times.ts'
import { type Paragraph, placeOf } from './sentences.ts'

export const monthAt = (name: string): number =>
  'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ').indexOf(name.toLowerCase().slice(0, 3)) + 1

const weekdays = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag']
const year = '(19|20)(\\d\\d)'

/** Days that are in no calendar, weekdays that are another, and periods that end before they begin. */
export function checkDates({ block, text }: Paragraph): Finding[] {
  const at = (index: number, length: number) => [placeOf({ block }, { from: index, until: index + length })]
  return [...impossible(text, at), ...wrongWeekdays(text, at), ...backwards(text, at)]
}

type At = (index: number, length: number) => Finding['places']

const dayPatterns: [RegExp, (match: RegExpExecArray) => [number, number, number]][] = [
  [
    // After another day and a plain hyphen too: "2013-05-01-2014-07-32".
    new RegExp(`(?<!\\d|(?<!\\d{4}-\\d\\d-\\d\\d)-)${year}-(\\d\\d)-(\\d\\d)(?!\\d)`, 'g'),
    ([, century, two, month, day]) => [Number(`${century}${two}`), Number(month), Number(day)],
  ],
  [
    new RegExp(
      `(?<!\\d|\\p{L}|[-–/,.] ?)(\\d{1,2})(?::[ea])? (${monthNames})(?!\\p{L})\\.?(?: ${year}(?!\\d))?`,
      'giu',
    ),
    ([, day, month, century, two]) => [century ? Number(`${century}${two}`) : 2000, monthAt(month!), Number(day)],
  ],
  [
    new RegExp(`(?<![\\d/])(\\d{1,2})/(\\d{1,2})(?: ${year}(?!\\d))?(?![\\d/])`, 'g'),
    ([, day, month, century, two]) => [century ? Number(`${century}${two}`) : 2000, Number(month), Number(day)],
  ],
]

/** 31 april and 29 February in a common year. A leap day without a year is let be. */
function impossible(text: string, at: At): Finding[] {
  return dayPatterns
    .flatMap(([days, read], which) =>
      [...text.matchAll(days)].flatMap((match): Finding[] => {
        const [ofYear, month, day] = read(match)
        // "3/4" may be a share, and "24/7" is always: only what can be no other thing than a day.
        if (which === 2 && (month < 1 || month > 12 || day > 31 || day < 1)) return []
        if (
          which === 2 &&
          !/(?:den|per|till|från|t\.o\.m\.|mellan|[-–]) ?$/i.test(
            text.slice(Math.max(0, match.index - 8), match.index),
          ) &&
          !match[3]
        )
          return []
        return isDay(ofYear, month, day)
          ? []
          : [{ kind: 'date', severity: 'error', places: at(match.index, match[0].length), printed: match[0] }]
      }),
    )
    .concat(
      [
        ...text.matchAll(
          /(?<!\p{L})(?:vecka|v\.)\s?(\d{2})(?!\d)|(?<!\p{L})(?:tertial|kvartal|halvår)\s([04-9])(?!\d)/giu,
        ),
      ].flatMap((match): Finding[] => {
        const isWrong = match[1]
          ? Number(match[1]) > 53 || Number(match[1]) === 0
          : !(/kvartal/i.test(match[0]) && match[2] === '4')
        return isWrong
          ? [{ kind: 'date', severity: 'error', places: at(match.index, match[0].length), printed: match[0] }]
          : []
      }),
    )
}

const isDay = (ofYear: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(ofYear, month, 0)).getUTCDate()
}

function wrongWeekdays(text: string, at: At): Finding[] {
  const named = new RegExp(
    `(?<!\\p{L})(måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en)? (?:den )?(\\d{1,2})(?::[ea])? (${monthNames})(?!\\p{L})\\.? ${year}(?!\\d)`,
    'giu',
  )
  return [...text.matchAll(named)].flatMap((match): Finding[] => {
    const [, weekday, day, month, century, two] = match
    const date = [Number(`${century}${two}`), monthAt(month!), Number(day)] as const
    if (!isDay(...date)) return []
    const expected = weekdays[new Date(Date.UTC(date[0], date[1] - 1, date[2])).getUTCDay()]!
    return expected === weekday!.toLowerCase()
      ? []
      : [{ kind: 'weekday', severity: 'error', places: at(match.index, match[0].length), printed: match[0], expected }]
  })
}

/** A period that ends before it begins, both with their years. */
function backwards(text: string, at: At): Finding[] {
  const to = '\\s?(?:[-–—]|(?:fram )?till(?: och med)?|t\\.?\\s?o\\.?\\s?m\\.?)\\s?(?:den )?'
  const day = '(?:19|20)\\d\\d-\\d\\d-\\d\\d'
  const days = new RegExp(`(?<![\\d-])(${day})${to}(${day})(?!\\d)`, 'gi')
  const years = /(?<![\d,.-])((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)(?![\d,])/g
  const named = new RegExp(
    `(?<!\\p{L})(${monthNames})\\.? ((?:19|20)\\d\\d)${to}(${monthNames})\\.? ((?:19|20)\\d\\d)(?!\\d)`,
    'giu',
  )
  const written = new RegExp(
    `(\\d{1,2}) (${monthNames})\\.? ((?:19|20)\\d\\d)${to}(\\d{1,2}) (${monthNames})\\.? ((?:19|20)\\d\\d)(?!\\d)`,
    'giu',
  )
  const sameYear = new RegExp(
    `(?<!\\p{L})(${monthNames})(?!\\p{L})\\.?${to}(${monthNames})(?!\\p{L})\\.? ((?:19|20)\\d\\d)(?!\\d)`,
    'giu',
  )
  const order = (name: string | undefined) => String(monthAt(name ?? '')).padStart(2, '0')
  const checks: [RegExp, (match: RegExpExecArray) => boolean][] = [
    [days, ([, from, until]) => from! > until!],
    [years, ([, from, until]) => from! > until!],
    [named, ([, from, fromYear, until, untilYear]) => `${fromYear}-${order(from)}` > `${untilYear}-${order(until)}`],
    [
      written,
      ([, day, from, fromYear, last, until, untilYear]) =>
        `${fromYear}-${order(from)}-${day!.padStart(2, '0')}` >
        `${untilYear}-${order(until)}-${last!.padStart(2, '0')}`,
    ],
    [sameYear, ([, from, until]) => order(from) > order(until)],
  ]
  return checks.flatMap(([expression, isBackwards]) =>
    [...text.matchAll(expression)].flatMap((match): Finding[] =>
      isBackwards(match)
        ? [{ kind: 'period', severity: 'error', places: at(match.index, match[0].length), printed: match[0] }]
        : [],
    ),
  )
}

/** How many months "januari–april 2019" or "första kvartalet" has; null for what is no span of months. */
export function monthsOf(period: string): number | null {
  const part = /(?<!\p{L})(tertial|kvartal|halvår)(?:et)?(?!\p{L})/iu.exec(period)?.[1]?.toLowerCase()
  if (part) return { tertial: 4, kvartal: 3, halvår: 6 }[part] ?? null
  const [, from, until] = new RegExp(`^(${monthNames})\\.?\\s?[-–—]\\s?(${monthNames})`, 'iu').exec(period) ?? []
  const count = from && until ? monthAt(until) - monthAt(from) + 1 : 0
  return count > 0 ? count : null
}
