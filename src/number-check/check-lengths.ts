import { monthAt, monthsOf } from './check-dates.ts'
import type { Finding } from './finding.ts'
import { monthNames } from './find-times.ts'
import type { Quantity } from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** How long a period is said to be, and which months a part of the year is said to have: "1 februari–31 juli (sju månader)", "tertial 2, maj–september". */
export const checkLengths = ({ block, text, sentences }: Paragraph): Finding[] => [
  ...sentences.flatMap(wrongLengths),
  ...partsOfYear(text).map((facts) => ({ ...facts, places: [placeOf({ block }, facts)] })),
]

const spanThenLength = pattern(
  `([\uF000-\uF8FF])(?:(?: ?[–-] ?|[^.;:!?()\uE000-\uF8FF]{0,50} (?:till|till och med|t\\.o\\.m\\.|fram till)(?: den)? )([\uF000-\uF8FF]))?,? ?(?:\\(|i |under |– )?(?:det vill säga |dvs\\.? |alltså |totalt |sammanlagt |en period (?:på|om) |vilket (?:är|blir|motsvarar) |(?:är|omfattar|varar|pågår i|sträcker sig över) )?(?:i |under |de |totalt |sammanlagt )?{q}(?! (?:mer|mindre|längre|kortare|senare|tidigare|efter|före|per)(?!\\p{L}))`,
)

/** "Januari–april (5 månader)", "från den 1 februari till den 31 juli 2018, alltså i sju månader". */
function wrongLengths(sentence: Sentence): Finding[] {
  return [...sentence.template.matchAll(spanThenLength)].flatMap((match): Finding[] => {
    const [from, until] = [match[1], match[2]].map(
      (taken) => sentence.periods[(taken ?? '').charCodeAt(0) - 0xf000]?.text,
    )
    const tie = match[0].slice(match[0].indexOf(match[2] ?? match[1]!) + 1)
    const length = quantityOf(sentence, match[3])
    const period = until ? `${from}–${until}` : (from ?? '')
    const expected = lengthOf(from ?? '', until, length)
    const isTied =
      /\(|det vill|dvs|alltså|totalt|sammanlagt|period|vilket|(?:^| )(?:är|omfattar|varar|pågår|sträcker)/i.test(tie)
    if (!expected || !isTied || length.unit !== 'time' || length.isRange || length.hedge !== null) return []
    const scale = length.thing === 'month' ? length.scale : 1
    if (length.value === expected.months || expected.isNear) return []
    if (length.thing !== 'month' || (scale === 12 && expected.months % 12 !== 0)) return []
    const places = [placeOf(sentence, length)]
    return [{ kind: 'months', severity: 'error', places, printed: length.text, period, expected: expected.months }]
  })
}

/** Whole months between two days or two months, both included; `isNear` when the days do not make whole months and the length is about right. */
function lengthOf(from: string, until: string | undefined, said: Quantity): { months: number; isNear: boolean } | null {
  if (until === undefined) {
    const months = monthsOf(from)
    return months === null ? spanOfDays(from, said) : { months, isNear: false }
  }
  const [first, last] = [dayOf(from, 'first'), dayOf(until, 'last')]
  if (!first || !last) {
    const months = monthsOf(`${from}–${until}`)
    return months === null ? null : { months, isNear: false }
  }
  const start = first.year ?? (last.year === null ? 2001 : isAfter(first, last) ? last.year - 1 : last.year)
  const end = last.year ?? (isAfter(first, last) ? start + 1 : start)
  return between([start, first.month, first.day], [end, last.month, last.day], said)
}

function spanOfDays(text: string, said: Quantity): { months: number; isNear: boolean } | null {
  const [from, until] = text.split(/\s?[–—]\s?/)
  return from && until && /\d \p{L}/u.test(from) && /\d \p{L}/u.test(until) ? lengthOf(from, until, said) : null
}

type Part = { year: number | null; month: number; day: number }

const isAfter = (one: Part, other: Part): boolean => one.month * 100 + one.day > other.month * 100 + other.day

/** A month is from its first day, or to its last. */
function dayOf(text: string, end: 'first' | 'last'): Part | null {
  const iso = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const [, day, name, year] =
    new RegExp(`^(\\d{1,2} )?(${monthNames})\\.?(?: ((?:19|20)\\d\\d))?$`, 'iu').exec(text) ?? []
  if (!name) return null
  const month = monthAt(name)
  const ofYear = year ? Number(year) : null
  const lastDay = new Date(Date.UTC(ofYear ?? 2001, month, 0)).getUTCDate()
  return { year: ofYear, month, day: day ? Number(day) : end === 'first' ? 1 : lastDay }
}

type Ymd = [number, number, number]

function between(from: Ymd, until: Ymd, said: Quantity): { months: number; isNear: boolean } | null {
  const [start, end] = [Date.UTC(from[0], from[1] - 1, from[2]), Date.UTC(until[0], until[1] - 1, until[2] + 1)]
  if (!(end > start)) return null
  const days = (end - start) / 86_400_000
  const next = new Date(end)
  const isWhole = next.getUTCDate() === from[2]
  const months = Math.round(days / 30.4375)
  return months === 0 ? null : { months, isNear: !isWhole && Math.abs(said.value - days / 30.4375) < 1 }
}

type PartOfYear = Extract<Finding, { kind: 'part-of-year' }>

const ordinals = ['första', 'andra', 'tredje', 'fjärde']
const sizes: Record<string, number> = { tertial: 4, kvartal: 3, halvår: 6 }
const named = new RegExp(
  `(?<!\\p{L})(?:(tertial|kvartal|halvår)\\s?([1-4])(?!\\d)|(${ordinals.join('|')})\\s(tertial|kvartal|halvår)et)(?:\\s(?:19|20)\\d\\d)?` +
    `(?:\\s?[(,:=–]\\s?|\\s(?:är|omfattar|avser|motsvarar|pågår)\\s|,?\\s(?:som (?:omfattar|avser)|det vill säga|dvs\\.?|alltså)\\s|\\s)(?:perioden |månaderna |tiden )?` +
    `(?<span>(${monthNames})\\.?\\s?(?:[-–—]|till(?: och med)?|t\\.o\\.m\\.)\\s?(${monthNames}))(?!\\p{L})`,
  'giu',
)

/** Tertial 2 is May to August, quarter 3 July to September. */
function partsOfYear(text: string): (Omit<PartOfYear, 'places'> & { from: number; until: number })[] {
  return [...text.matchAll(named)].flatMap((match) => {
    const size = sizes[(match[1] ?? match[4])!.toLowerCase()]!
    const number = match[2] ? Number(match[2]) : ordinals.indexOf(match[3]!.toLowerCase()) + 1
    const [first, last] = [(number - 1) * size + 1, number * size]
    if (last > 12 || (monthAt(match[6]!) === first && monthAt(match[7]!) === last)) return []
    const expected = `${months[first - 1]}–${months[last - 1]}`
    const span = match.groups!.span!
    const until = match.index + match[0].length
    const part = match[1] ? `${match[1]} ${number}` : `${match[3]} ${match[4]}et`
    return [
      {
        ...{ kind: 'part-of-year', severity: 'error', printed: span, part, expected },
        from: until - span.length,
        until,
      },
    ]
  })
}

const months = monthNames.split('|').slice(0, 12)
