import type { FigureTable } from '../analysis/figures.ts'
import type { Month } from '../values/month.ts'

/** Why the assistance of a period cost more, or less, than that of another. Months are included at both ends. */
export type VarianceView = {
  from: Month
  to: Month
  comparedFrom: Month
  comparedTo: Month
  /** The months that there are payments for; null when there are none. */
  dataFrom: Month | null
  dataTo: Month | null
  /** Per cent that the norm was raised between the periods: as asked, as known, or null when nobody has said. */
  normRise: number | null
  /** What the register itself knows of it. */
  knownNormRise: number | null
  /** Households a month that the budget was made for, as asked. */
  budgeted: number | null
  /** What is compared, why it changed, and why it is not the budget; none when there is nothing to compare. */
  tables: FigureTable[]
}
