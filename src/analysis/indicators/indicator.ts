import type { Months } from '../../calculations/assistance.ts'
import type { PreparedPanel } from '../../calculations/prepared-panel.ts'
import type { Selection } from '../../calculations/selection.ts'
import type { Definition, Withheld } from '../figures.ts'

/** Inhabitants on the last day of the year, and how many of them are 0–17 years. */
export type Population = { total: number; children: number; source: string }

/** What a figure is worked out from: the panel, the months, and what the register cannot know. */
export type Context = { prepared: PreparedPanel; months: Months; population?: Population }

/** Rows over rows; a number stands below the line when it is not made of rows: months, inhabitants, one. */
export type Fraction = { numerator: Selection; denominator: Selection | number }

export type Calculation = (context: Context) => Fraction | Withheld

/** A definition and what works it out. */
export type Indicator = Definition & {
  calculate: Calculation
  /** Given month by month; `sums` when the months add up to the period. */
  series?: 'sums' | 'single'
  /** The numerator is part of the denominator, so that their difference is also a count of somebody. */
  isPart?: boolean
  /** Figures that give this one away by subtraction: hidden here when they are hidden there. */
  companions?: Calculation[]
  /** Not for units and groups: the base is the whole municipality's. */
  wholeOnly?: boolean
}

export const isWithheld = (result: Fraction | Withheld): result is Withheld => typeof result === 'string'

/** The source that every indicator has. */
export const register = 'Kommunens register över ekonomiskt bistånd.'
