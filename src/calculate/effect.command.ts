import { Command } from 'commander'
import { type Method, estimateEffect, methods } from '../calculations/effect/estimate.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { columnsOption } from './columns-option.ts'
import { type VerdictOptions, effectVerdict, withVerdictOptions } from './effect-verdict.ts'
import { effectText as text } from './effect.text.ts'
import { readSample } from './read-sample.ts'

type Options = {
  file: string
  controls?: string
  treated: string
  outcome: string
  covariates: string[]
  method?: Method
  verdict?: boolean
} & VerdictOptions

/** `utfall calculate effect`: the effect of an intervention by one method. */
export const effectCommand = (print: Print): Command =>
  withVerdictOptions(new Command('effect'))
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .option('--controls <fil>', text.controls)
    .requiredOption('--treated <kolumn>', text.treated)
    .requiredOption('--outcome <kolumn>', text.outcome)
    .option('--covariates <kolumner>', text.covariates, columnsOption('--covariates'), [])
    .option('--method <metod>', `${text.method}: ${methods.join(', ')}`, parseMethod)
    .action(async (options: Options) => print(await effect(options)))

async function effect({ method, verdict, ...options }: Options) {
  if (verdict) {
    refuseRoles(options, 'entropy-balancing')
    return effectVerdict(await readSample(options), options)
  }
  if (!method) throw new CannotCalculate('bad-option', { option: '--method', found: '', expected: methods.join(', ') })
  refuseRoles(options, method)
  const { sample, missingOutcome } = await readSample(options)
  const estimate = estimateEffect(sample, method)
  return {
    ...estimate,
    leftOut: missingOutcome.treated + missingOutcome.controls,
    missingCovariates: sample.treated.length - estimate.treated - estimate.controls,
  }
}

/** A column has one role; and every method but the difference needs something to compare by. */
function refuseRoles({ treated, outcome, covariates }: Omit<Options, 'method'>, method: Method) {
  const option = '--covariates'
  if (method !== 'difference' && covariates.length === 0)
    throw new CannotCalculate('bad-option', { option, found: '', expected: 'minst en kolumn' })
  const double = covariates.find((name) => name === treated || name === outcome)
  if (double !== undefined)
    throw new CannotCalculate('bad-option', { option, found: double, expected: 'annat än insats och utfall' })
  if (treated === outcome)
    throw new CannotCalculate('bad-option', { option: '--outcome', found: outcome, expected: 'annat än insatsen' })
}

function parseMethod(found: string): Method {
  const method = methods.find((each) => each === found)
  if (method) return method
  throw new CannotCalculate('bad-option', { option: '--method', found, expected: methods.join(', ') })
}
