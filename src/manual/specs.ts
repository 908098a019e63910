import { attackSpec } from './disclosure/attack.spec.ts'
import { cellKeySpec } from './disclosure/cell-key.spec.ts'
import { controlledRoundingSpec } from './disclosure/controlled-rounding.spec.ts'
import { suppressionSpec } from './disclosure/suppression.spec.ts'
import { aipwSpec } from './effect/aipw.spec.ts'
import { bootstrapSpec } from './effect/bootstrap.spec.ts'
import { callawaySantAnnaSpec } from './effect/callaway-santanna.spec.ts'
import { differenceSpec } from './effect/difference.spec.ts'
import { differenceInDifferencesSpec } from './effect/difference-in-differences.spec.ts'
import { eValueSpec } from './effect/e-value.spec.ts'
import { entropyBalancingSpec } from './effect/entropy-balancing.spec.ts'
import { ipwSpec } from './effect/ipw.spec.ts'
import { multipleInterventionsSpec } from './effect/multiple-interventions.spec.ts'
import { nearestNeighbourSpec } from './effect/nearest-neighbour.spec.ts'
import { outcomeRegressionSpec } from './effect/outcome-regression.spec.ts'
import { powerSpec } from './effect/power.spec.ts'
import { propensityMatchingSpec } from './effect/propensity-matching.spec.ts'
import { regressionSpec } from './effect/regression.spec.ts'
import { regressionToTheMeanSpec } from './effect/regression-to-the-mean.spec.ts'
import { riskSetSpec } from './effect/risk-set.spec.ts'
import { rosenbaumSpec } from './effect/rosenbaum.spec.ts'
import { strataSpec } from './effect/strata.spec.ts'
import { syntheticControlSpec } from './effect/synthetic-control.spec.ts'
import { verdictSpec } from './effect/verdict.spec.ts'
import { wilsonSpec } from './effect/wilson.spec.ts'
import { accuracySpec } from './forecast/accuracy.spec.ts'
import { adaptiveConformalSpec } from './forecast/adaptive-conformal.spec.ts'
import { backtestSpec } from './forecast/backtest.spec.ts'
import { cohortModelSpec } from './forecast/cohort-model.spec.ts'
import { combinationSpec } from './forecast/combination.spec.ts'
import { conformalIntervalsSpec } from './forecast/conformal-intervals.spec.ts'
import { dampedTrendSpec } from './forecast/damped-trend.spec.ts'
import { etsSpec } from './forecast/ets.spec.ts'
import { reconciliationSpec } from './forecast/reconciliation.spec.ts'
import { seasonalNaiveSpec } from './forecast/seasonal-naive.spec.ts'
import { thetaSpec } from './forecast/theta.spec.ts'
import { longTermSpec } from './panel/long-term.spec.ts'
import { spellsSpec } from './panel/spells.spec.ts'
import { stockAndFlowSpec } from './panel/stock-and-flow.spec.ts'
import { creditSpec } from './savings/credit.spec.ts'
import { municipalChangeSpec } from './savings/municipal-change.spec.ts'
import { savedMonthsSpec } from './savings/saved-months.spec.ts'
import { competingExitsSpec } from './survival/competing-exits.spec.ts'
import { kaplanMeierSpec } from './survival/kaplan-meier.spec.ts'
import { logRankSpec } from './survival/log-rank.spec.ts'
import { restrictedMeanSpec } from './survival/restricted-mean.spec.ts'
import { throughputSpec } from './survival/throughput.spec.ts'
import type { Spec } from './spec.ts'

/** Every method of the manual, in its order. */
export const specs: Spec[] = [
  spellsSpec,
  stockAndFlowSpec,
  longTermSpec,
  kaplanMeierSpec,
  restrictedMeanSpec,
  logRankSpec,
  competingExitsSpec,
  throughputSpec,
  riskSetSpec,
  strataSpec,
  differenceSpec,
  regressionSpec,
  outcomeRegressionSpec,
  ipwSpec,
  aipwSpec,
  entropyBalancingSpec,
  nearestNeighbourSpec,
  propensityMatchingSpec,
  bootstrapSpec,
  differenceInDifferencesSpec,
  callawaySantAnnaSpec,
  syntheticControlSpec,
  rosenbaumSpec,
  eValueSpec,
  regressionToTheMeanSpec,
  powerSpec,
  wilsonSpec,
  multipleInterventionsSpec,
  verdictSpec,
  savedMonthsSpec,
  creditSpec,
  municipalChangeSpec,
  seasonalNaiveSpec,
  thetaSpec,
  etsSpec,
  dampedTrendSpec,
  combinationSpec,
  conformalIntervalsSpec,
  adaptiveConformalSpec,
  backtestSpec,
  accuracySpec,
  cohortModelSpec,
  reconciliationSpec,
  suppressionSpec,
  attackSpec,
  cellKeySpec,
  controlledRoundingSpec,
]
