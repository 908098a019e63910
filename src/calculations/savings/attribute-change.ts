import type { Ore } from '../../values/money.ts'
import { type SavedMonth, creditOnce } from './credit.ts'

export type AttributedChange = {
  /** after − before; a fall in cost is negative. */
  changeOre: Ore
  /** What each intervention did to the cost, in the order of their names: a saving is negative, a cost is positive. */
  attributed: { intervention: string; ore: Ore }[]
  /** What is left over. It is shown, and belongs to nobody. */
  unexplainedOre: Ore
}

/**
 * What interventions did to the cost between two periods, each saved or added household-month shared once among the
 * interventions that may have done it, whatever their order (`creditOnce`). Σ attributed + unexplained = change, in öre.
 *
 * Months of saving and of added cost are shared apart, so that one intervention's cost does not hide another's saving.
 * Nothing is scaled to fit: what the interventions saved may be more than the cost fell, and the rest then rose.
 * Refuses amounts that are not whole öre.
 */
export function attributeChange(beforeOre: Ore, afterOre: Ore, months: readonly SavedMonth[]): AttributedChange {
  const saved = sharesOf(months.filter(({ ore }) => ore > 0))
  const added = sharesOf(months.filter(({ ore }) => ore < 0).map((month) => ({ ...month, ore: -month.ore })))
  const names = [...new Set([...saved.keys(), ...added.keys()])].sort()
  const attributed = names.map((intervention) => ({
    intervention,
    ore: (added.get(intervention) ?? 0) - (saved.get(intervention) ?? 0),
  }))
  const changeOre = afterOre - beforeOre
  return { changeOre, attributed, unexplainedOre: attributed.reduce((rest, { ore }) => rest - ore, changeOre) }
}

function sharesOf(months: readonly SavedMonth[]): Map<string, Ore> {
  const { credited } = creditOnce(months, Number.MAX_SAFE_INTEGER)
  return new Map(credited.map(({ intervention, ore }) => [intervention, ore]))
}
