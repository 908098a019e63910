import { amountLike, type Finding } from './finding.ts'
import { meet } from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf } from './sentences.ts'

const inOtherWords = pattern(
  '{q}(?:,? (?:det vill säga|d\\.v\\.s\\.|dvs\\.?|alltså|motsvarande)(?: [\\p{L}.:]+){0,2}? {q}| \\((?:[\\p{L}.:]+ )?{q}\\))',
)

/** One amount exactly and rounded: "64 272 tkr, det vill säga drygt 64 mnkr", "ca 17 mnkr (17 239 tkr)". Only in two units: in one unit they may be two years. */
export function checkRounded({ sentences }: Paragraph): Finding[] {
  return sentences.flatMap((sentence) =>
    [...sentence.template.matchAll(inOtherWords)].flatMap((match): Finding[] => {
      const [first, second] = [quantityOf(sentence, match[1]), quantityOf(sentence, match[2] ?? match[3])]
      const [exact, printed] = first.scale < second.scale ? [first, second] : [second, first]
      const isOneAmount =
        [exact, printed].every(({ unit, isRange }) => unit === 'money' && !isRange) &&
        exact.scale !== printed.scale &&
        exact.per === printed.per &&
        exact.sign === printed.sign
      if (!isOneAmount || meet(exact, printed)) return []
      const expected = amountLike(printed, { low: exact.value, high: exact.value })
      const places = [printed, exact].map((each) => placeOf(sentence, each))
      return [
        { kind: 'expression', severity: 'error', places, expression: exact.text, printed: printed.text, expected },
      ]
    }),
  )
}
