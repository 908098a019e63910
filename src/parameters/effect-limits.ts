import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/** What a comparison must reach before its effect is told. */
export type EffectLimits = {
  /** Fewer treated or controls, or effective controls: only shares with intervals are shown, no effect. */
  leastTreated: number
  leastControls: number
  leastEffectiveControls: number
  /** A treated row with a higher propensity has next to nobody like it: e/(1 − e) is then above 9. */
  highestPropensity: number
  /** Share of the treated that may have such a propensity. */
  mostWithoutOverlap: number
  /** Standardised mean difference after weighting, in standard deviations of the treated. */
  mostImbalance: number
  /** How far entropy balancing and AIPW may be from each other, in standard errors. */
  mostDisagreement: number
  /** Pre-periods in which the effect must be found to be none. */
  leastPlaceboPeriods: number
  /** How far from zero an effect in a pre-period may be, in standard errors: 95 % over two periods together. */
  mostPlaceboNoise: number
  /** Share of either arm whose outcome is not known. */
  mostMissingOutcome: number
  /** The hidden imbalance between the two of a pair that an effect must bear. LaLonde's own experiment bears 1.19. */
  leastGamma: number
  /** Share of either arm with another intervention in the same window. */
  mostContaminated: number
}

export const effectLimits: readonly Dated<EffectLimits>[] = [
  {
    from: month('1990-01'),
    value: {
      leastTreated: 50,
      leastControls: 100,
      leastEffectiveControls: 30,
      highestPropensity: 0.9,
      mostWithoutOverlap: 0.1,
      mostImbalance: 0.1,
      mostDisagreement: 1,
      leastPlaceboPeriods: 2,
      mostPlaceboNoise: 2.24,
      mostMissingOutcome: 0.1,
      leastGamma: 1.1,
      mostContaminated: 0.1,
    },
    source:
      'Husregel efter tolv prövningar mot LaLondes experiment; obalans: Stuart 2010; överlapp: Crump m.fl. 2009; dolda skillnader: Rosenbaum 2002',
  },
]
