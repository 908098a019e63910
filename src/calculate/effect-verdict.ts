import type { Command } from 'commander'
import type { MethodResult } from '../calculations/effect/all-estimates.ts'
import type { Placebo } from '../calculations/effect/placebo.ts'
import { verdictOn } from '../calculations/effect/verdict.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { effectLimits } from '../parameters/effect-limits.ts'
import type { ReadSample } from './read-sample.ts'
import { refusalText } from './refusals.text.ts'
import { columnsOption } from './columns-option.ts'
import { positiveOption } from './number-options.ts'
import { verdictOptionText as text, verdictText } from './verdict.text.ts'

export type VerdictOptions = {
  placebo: string[]
  smallestOfInterest?: number
  otherIntervention?: string
  selectedOn?: string
  treatedPerMonth?: number
}

/** The options that only a verdict takes. */
export const withVerdictOptions = (command: Command): Command =>
  command
    .option('--verdict', text.verdict)
    .option('--placebo <kolumner>', text.placebo, columnsOption('--placebo'), [])
    .option('--smallest-of-interest <tal>', text.smallestOfInterest, positiveOption('--smallest-of-interest'))
    .option('--other-intervention <kolumn>', text.otherIntervention)
    .option('--selected-on <kolumn>', text.selectedOn)
    .option('--treated-per-month <tal>', text.treatedPerMonth, positiveOption('--treated-per-month'))

type Roles = { treated: string; outcome: string }

/** `utfall calculate effect --verdict`: every method, the gates, and what may be said of the effect. */
export function effectVerdict({ sample, missingOutcome, column }: ReadSample, options: VerdictOptions & Roles) {
  const { placebo, smallestOfInterest, otherIntervention, selectedOn, treatedPerMonth } = options
  const covariates = sample.covariates.map(({ name }) => name)
  refuseRoles(options, covariates)
  const verdict = verdictOn(
    {
      sample,
      missingOutcome,
      placebos: placebo.map(column),
      ...(smallestOfInterest !== undefined && { smallestOfInterest }),
      ...(otherIntervention !== undefined && { otherIntervention: column(otherIntervention).values }),
      ...(selectedOn !== undefined && { selectedOn }),
      ...(treatedPerMonth !== undefined && { treatedPerMonth }),
    },
    effectLimits.at(-1)!.value,
  )
  return {
    ...verdict,
    methods: verdict.methods.map(methodAnswer),
    placebos: verdict.placebos.map(placeboAnswer),
    placeboDate: verdict.placeboDate && placeboAnswer(verdict.placeboDate),
    reasons: verdict.reasons.map((reason) => verdictText.reason[reason]),
    sentence: verdictText.sentence(verdict, smallestOfInterest),
  }
}

/** What a method found, or its refusal as the command line prints it. */
const methodAnswer = (result: MethodResult) =>
  'refusal' in result ? { method: result.method, refused: refusedAnswer(result.refusal) } : result

const refusedAnswer = ({ kind, detail }: CannotCalculate) => ({ kind, message: refusalText[kind](detail) })

const placeboAnswer = (placebo: Placebo) => ({ ...placebo, methods: placebo.methods.map(methodAnswer) })

/** A placebo is an outcome from before; and what the treated were selected on can only be balanced as a covariate. */
function refuseRoles({ placebo, selectedOn, treated, outcome }: VerdictOptions & Roles, covariates: string[]) {
  const wrong = placebo.find((name) => name === treated || name === outcome)
  if (wrong !== undefined)
    throw new CannotCalculate('bad-option', {
      option: '--placebo',
      found: wrong,
      expected: 'utfallet i tidigare perioder',
    })
  if (selectedOn === undefined || covariates.includes(selectedOn)) return
  const expected = covariates.join(', ')
  throw new CannotCalculate('bad-option', { option: '--selected-on', found: selectedOn, expected })
}
