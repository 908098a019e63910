import { amountLike, type Finding } from './finding.ts'
import { meet, product, roundAmount } from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf } from './sentences.ts'

const writtenOut = pattern(
  '{q}(?: [\\p{L}]+){0,3} ?\\((?<factors>{Q}[^()\uE000-\uEFFF×]{0,40}(?:(?:×|\\*) ?{Q}[^()\uE000-\uEFFF×]{0,30}){1,3})\\)',
)

/** An amount with how it was reckoned after it: "2 679 tkr (52 personer × 8 700 kr × 8 månader)". Factors that are hedged give what they may. */
export function checkWrittenOut({ sentences }: Paragraph): Finding[] {
  return sentences.flatMap((sentence) =>
    [...sentence.template.matchAll(writtenOut)].flatMap((match): Finding[] => {
      const printed = quantityOf(sentence, match[1])
      const factors = [...(match.groups?.factors ?? '')].flatMap((each) =>
        /[\uE000-\uEFFF]/u.test(each) ? [quantityOf(sentence, each)] : [],
      )
      const [rate, ...rates] = factors.filter(({ unit }) => unit === 'money')
      const isPlain = factors.every(({ unit, isRange }) => !isRange && ['money', 'count', 'time'].includes(unit))
      if (printed.unit !== 'money' || !rate || rates.length > 0 || !isPlain) return []
      // Three months are three here, not three rounded; the rate is what is printed, and the sum may be rounded.
      const exact = factors.map(({ value, hedge, low, high }) =>
        hedge === null ? { low: value, high: value } : { low, high },
      )
      const expected = product(exact)
      if (meet(roundAmount(printed), expected)) return []
      const middle = (expected.low + expected.high) / 2
      return [
        {
          ...{ kind: 'product', severity: 'error', factors: factors.map(({ text }) => text), printed: printed.text },
          places: [printed, ...factors].map((each) => placeOf(sentence, each)),
          expected: amountLike(printed, { low: middle, high: middle }),
        },
      ]
    }),
  )
}
