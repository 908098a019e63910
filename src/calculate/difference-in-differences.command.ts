import { Command } from 'commander'
import type { Control, StaggeredRows } from '../calculations/difference-in-differences/balanced-panel.ts'
import { staggeredEffects } from '../calculations/difference-in-differences/callaway-santanna.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { differenceInDifferencesText as text } from './difference-in-differences.text.ts'
import { readColumns } from './read-columns.ts'
import { timeScaleOf, timesOf, timesOrNever } from './time-column.ts'
import { unitsOf } from './unit-column.ts'

type Options = {
  file: string
  unit: string
  time: string
  firstTreated: string
  outcome: string
  cluster?: string
  control: Control
}

/** `utfall calculate difference-in-differences`: effects by cohort and period, and their means. */
export const differenceInDifferencesCommand = (print: Print): Command =>
  new Command('difference-in-differences')
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .requiredOption('--unit <kolumn>', text.unit)
    .requiredOption('--time <kolumn>', text.time)
    .requiredOption('--first-treated <kolumn>', text.firstTreated)
    .requiredOption('--outcome <kolumn>', text.outcome)
    .option('--cluster <kolumn>', text.cluster)
    .option('--control <jämförelse>', text.control, parseControl, 'never')
    .action(async (options: Options) => print(await differenceInDifferences(options)))

async function differenceInDifferences(options: Options) {
  const file = await readColumns(options.file)
  const scale = timeScaleOf(file.texts(options.time))
  const rows: StaggeredRows = {
    unit: unitsOf(file, options.unit).codes,
    time: timesOf(file, options.time, scale),
    firstTreated: timesOrNever(file, options.firstTreated, scale),
    outcome: file.numbers(options.outcome),
    ...(options.cluster !== undefined && { cluster: unitsOf(file, options.cluster).codes }),
  }
  const { groupTime, simple, dynamic, group, ...counts } = staggeredEffects(rows, options.control)
  return {
    groupTime: groupTime.map((cell) => ({ ...cell, group: scale.write(cell.group), time: scale.write(cell.time) })),
    simple,
    dynamic,
    group: { ...group, groups: group.groups.map((each) => ({ ...each, group: scale.write(each.group) })) },
    ...counts,
  }
}

function parseControl(found: string): Control {
  if (found === 'never' || found === 'not-yet') return found
  throw new CannotCalculate('bad-option', { option: '--control', found, expected: 'never eller not-yet' })
}
