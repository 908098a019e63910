import { month, type Month } from '../values/month.ts'
import { monthAt } from './check-dates.ts'
import { monthNames } from './find-times.ts'
import { paragraphsOf } from './sentences.ts'
import type { TextDocument } from './text-document.ts'

/** Months, both included. */
export type NamedPeriod = { from: Month; to: Month }

const spanned = new RegExp(`^(${monthNames})\\.?(?:\\s?[-–—]\\s?(${monthNames})\\.?)?\\s((?:19|20)\\d\\d)$`, 'iu')
const parted = /^(tertial|kvartal|halvår)\s?(\d),?\s((?:19|20)\d\d)$/iu
const ordinal = /^(första|andra|tredje|fjärde)\s(kvartal|tertial|halvår)et\s((?:19|20)\d\d)$/iu
const ordinals = ['första', 'andra', 'tredje', 'fjärde']
const sizes: Record<string, number> = { tertial: 4, kvartal: 3, halvår: 6 }

/** "2018", "april 2019", "januari–april 2019", "tertial 1 2019", "första kvartalet 2019". Null without a year, or for what is no run of months. */
export function namedPeriod(text: string): NamedPeriod | null {
  const plain = text.trim().replace(/\s+/g, ' ')
  if (/^(?:19|20)\d\d$/.test(plain)) return spanOf(plain, 1, 12)
  const [, from, to, year] = spanned.exec(plain) ?? []
  if (from && year) return spanOf(year, monthAt(from), monthAt(to ?? from))
  const [, part, number, ofYear] = parted.exec(plain) ?? []
  if (part && ofYear) return partOf(part, Number(number), ofYear)
  const [, which, name, inYear] = ordinal.exec(plain) ?? []
  return which && name && inYear ? partOf(name, ordinals.indexOf(which.toLowerCase()) + 1, inYear) : null
}

function partOf(part: string, number: number, year: string): NamedPeriod | null {
  const size = sizes[part.toLowerCase()]!
  return number < 1 || number * size > 12 ? null : spanOf(year, (number - 1) * size + 1, number * size)
}

const spanOf = (year: string, from: number, to: number): NamedPeriod | null =>
  from < 1 || to < from ? null : { from: monthOf(year, from), to: monthOf(year, to) }

const monthOf = (year: string, at: number): Month => month(`${year}-${String(at).padStart(2, '0')}`)

/** The periods that a text names, in its sentences and above the columns of its tables, the most often named first. */
export function periodsNamed(document: TextDocument): NamedPeriod[] {
  const texts = [
    ...paragraphsOf(document).flatMap(({ sentences }) =>
      sentences.flatMap(({ periods }) => periods.map(({ text }) => text)),
    ),
    ...document.blocks.flatMap((block) => (block.kind === 'table' ? block.heading : [])),
  ]
  const counted = new Map<string, { period: NamedPeriod; times: number }>()
  for (const text of texts) {
    const period = namedPeriod(text)
    if (!period) continue
    const key = `${period.from} ${period.to}`
    counted.set(key, { period, times: (counted.get(key)?.times ?? 0) + 1 })
  }
  return [...counted.values()].toSorted((one, other) => other.times - one.times).map(({ period }) => period)
}
