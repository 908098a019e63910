import { mean, quantile } from '../sample-statistics.ts'
import type { ReceiptModel } from './receipt-model.ts'
import { effectMonths, windowOf } from './receipt-records.ts'

/** How many times as likely, per unit of time, a household is to leave: 1 − (1 − h)^ratio. 1 is no difference. */
export type ExitRatio = { ratio: number; lower: number; upper: number }

/**
 * The relative exit hazard of those who start an intervention, over the twelve months that an effect is looked for in: the
 * mean of the months, which a hazard that is level through the year adds up to. The ends are of the draws that the saving's
 * interval is of. `first` is the place of the intervention's first window among the factors.
 */
export function exitRatioOf(
  { factor }: Pick<ReceiptModel, 'factor'>,
  draws: readonly Pick<ReceiptModel, 'factor'>[],
  { first, level }: { first: number; level: number },
): ExitRatio {
  const drawn = draws.map((draw) => ratioIn(draw.factor, first))
  return {
    ratio: ratioIn(factor, first),
    lower: quantile(drawn, (1 - level) / 2),
    upper: quantile(drawn, (1 + level) / 2),
  }
}

const ratioIn = (factor: Float64Array, first: number): number =>
  mean(Array.from({ length: effectMonths }, (_, since) => factor[first + windowOf(0, since)]!))
