import { monthsOf } from './check-dates.ts'
import { amountLike, type Finding } from './finding.ts'
import { meet, ratio, times } from './quantity.ts'
import { type Paragraph, placeOf, type Sentence } from './sentences.ts'

const follows =
  /^\s?(?:(?:det|detta)(?: \p{L}+)? (?:motsvarar|innebär|ger|blir|är)|med|fördelat på|räknat på)(?!\p{L})/iu

/** "Under januari–juni betalades 52 994 tkr ut till 1 180 hushåll per månad. Det motsvarar 7 500 kr per hushåll och månad." */
export const checkAverages = ({ sentences }: Paragraph): Finding[] =>
  sentences.flatMap((sentence, at) => {
    const before = sentences[at - 1]
    return before && follows.test(sentence.template) ? averageOf(sentence, before) : []
  })

function averageOf(sentence: Sentence, before: Sentence): Finding[] {
  const all = [...before.quantities, ...sentence.quantities]
  const [mean, ...means] = sentence.quantities.filter(({ unit, per }) => unit === 'money' && per !== null)
  const [amount, ...amounts] = all.filter(({ unit, per }) => unit === 'money' && per === null)
  const [count, ...counts] = all.filter(({ unit, thing }) => unit === 'count' && thing !== null)
  const [length, ...lengths] = all.filter(({ unit, thing }) => unit === 'time' && thing === 'month')
  const isAll = means.length + amounts.length + counts.length + lengths.length === 0 && all.length === (length ? 4 : 3)
  if (!mean || !amount || !count || !isAll || !mean.per?.includes(count.thing!.slice(0, 3))) return []
  const isMonthly = mean.per.includes('man')
  const [from, until, ...periods] = before.periods.map(({ text }) => text)
  const isSpan = from !== undefined && periods.length === 0
  const months = length ? length.value : isSpan ? monthsOf(until === undefined ? from : `${from}–${until}`) : null
  const each = ratio(amount, count)
  if (!each || (isMonthly && months === null)) return []
  const expected = isMonthly ? times(each, 1 / months!) : each
  if (meet(expected, { low: mean.low * 0.995, high: mean.high * 1.005 })) return []
  const middle = (expected.low + expected.high) / 2
  const places = [placeOf(sentence, mean), placeOf(before, amount), placeOf(before, count)]
  const factors = [amount.text, `${count.text}${isMonthly ? ` × ${months} månader` : ''}`]
  return [
    {
      kind: 'average',
      severity: 'error',
      places,
      printed: mean.text,
      factors,
      expected: amountLike(mean, { low: middle, high: middle }),
    },
  ]
}
