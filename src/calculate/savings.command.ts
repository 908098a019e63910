import { Command } from 'commander'
import {
  type HazardCase,
  breakEvenHazard,
  impliedMonths,
  savingsOfHazards,
} from '../calculations/savings/exit-hazard.ts'
import type { Print } from './print.ts'
import { amountOption, chanceOption, countOption, positiveOption } from './number-options.ts'
import { savingsText as text } from './savings.text.ts'

type Options = HazardCase & { hazardWith: number; claim?: number }

const longestHorizon = 600

/** `utfall calculate savings`: what an intervention saves when it raises the monthly chance of leaving assistance. */
export const savingsCommand = (print: Print): Command =>
  new Command('savings')
    .description(text.description)
    .requiredOption('--persons <antal>', text.persons, positiveOption('--persons'))
    .requiredOption('--monthly-amount <kronor>', text.monthlyAmount, positiveOption('--monthly-amount'))
    .requiredOption('--hazard <chans>', text.hazard, chanceOption('--hazard'))
    .requiredOption('--hazard-with <chans>', text.hazardWith, chanceOption('--hazard-with'))
    .option('--own-cost <kronor>', text.ownCost, amountOption('--own-cost'), 0)
    .option('--horizon <månader>', text.horizon, countOption('--horizon', longestHorizon), 12)
    .option('--claim <kronor>', text.claim, amountOption('--claim'))
    .action((options: Options) => print(savings(options)))

function savings({ hazardWith, claim, ...group }: Options) {
  return {
    ...savingsOfHazards(group, hazardWith),
    breakEvenHazard: breakEvenHazard(group),
    ...(claim !== undefined && { impliedMonths: impliedMonths(claim, group.persons, group.monthlyAmount) }),
  }
}
