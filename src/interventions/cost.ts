import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { Ore } from '../values/money.ts'

/** What an intervention costs in a period, with every factor, so that a reader can count after. */
export type CostReceipt = {
  model: CatalogueBody<'intervention'>['price']['model']
  /** Price of one unit: a place a month, an hour, the whole year. */
  unitOre: Ore
  places: number
  /** Months of the period that the intervention runs in. */
  months: number
  /** Groups that begin in the period, which a fixed price is for; null when the intervention has none. */
  groups: number | null
  /** Null when the price model needs something that is not recorded: hours. */
  totalOre: Ore | null
  /** Null without places, or without a total. */
  perPlaceOre: Ore | null
  /** Outcomes in the strict sense; null where there are too few to show. */
  outcomes: number | null
  /** The total over the outcomes in the strict sense; null when there are none. */
  perOutcomeOre: Ore | null
}

export type CostBasis = Pick<CatalogueBody<'intervention'>, 'price' | 'places'> & Pick<CostReceipt, 'months' | 'groups'>

/**
 * Cost = places × rate × months for a price per place and month: places that are paid for count, taken or not.
 * A fixed price is for each group that begins; without groups it is for a year, and the months are their part of it.
 * Rounded to whole öre.
 */
export function costReceipt(basis: CostBasis, outcomes: number | null): CostReceipt {
  const { price, places, months, groups } = basis
  const totalOre = totalOf(basis)
  const per = (count: number | null) => (totalOre === null || !count ? null : Math.round(totalOre / count))
  return {
    model: price.model,
    unitOre: price.ore,
    places: places ?? 0,
    months,
    groups,
    totalOre,
    perPlaceOre: per(places),
    outcomes,
    perOutcomeOre: per(outcomes),
  }
}

function totalOf({ price: { model, ore }, places, months, groups }: CostBasis): Ore | null {
  switch (model) {
    case 'per-place-month':
      return (places ?? 0) * ore * months
    case 'fixed':
      return groups === null ? Math.round((ore * months) / 12) : ore * groups
    case 'free':
      return 0
    case 'per-hour':
      return null
  }
}
