import type { FigureTable, FigureUnit, TableCell } from '../analysis/figures.ts'
import { monthFromIndex } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { type FollowedGoal, type Goal, type Read, type Span, timeGone, type Verdict, verdictOf } from './goals.ts'
import { goalText as text, knownGoalText } from './goals.text.ts'
import { cell, tableOf } from './ranking-tables.ts'
import type { Project } from './target-groups-view.ts'
import type { Day } from '../values/day.ts'

/** A project's goals from the baseline, tertial by tertial, to the target, and where each stands (001-16). */
export function goalsTable(
  goals: readonly FollowedGoal[],
  spans: readonly Span[],
  project: Pick<Project, 'from' | 'until'>,
  today: Day,
): FigureTable {
  const isOver = today >= project.until
  const gone = timeGone(project, today)
  const verdicts = goals.map((each) => verdictOf(each, isOver))
  const columns = {
    baseline: text.columns.baseline,
    ...Object.fromEntries(spans.map(({ months }, at) => [`tertial-${at + 1}`, tertialName(months)])),
    target: text.columns.target,
  }
  const rows = goals.map(({ goal, baseline, readings }, at) => ({
    ...{ id: goal.key, label: goal.text },
    note: text.stands(unitOf(goal), verdictInWords(verdicts[at]!, gone), goal.readBy === 'people'),
    cells: [baseline, ...readings, { value: goal.target } satisfies Read].map((each) => cellOf(each, goal)),
  }))
  const reached = verdicts.filter(({ kind }) => kind === 'reached').length
  return tableOf('project-goals', text, columns, rows, text.sentence(reached, goals.length))
}

const tertialName = ({ from, until }: Span['months']): string =>
  periodInWords({ from: monthFromIndex(from), until: monthFromIndex(until) })

const cellOf = (read: Read, goal: Goal): TableCell =>
  read.value === null ? cell(null, figureUnit(goal), read.withheld) : cell(read.value, figureUnit(goal))

const figureUnit = ({ readBy }: Goal): FigureUnit =>
  readBy === 'left' ? 'households' : readBy === 'sick-listed' ? 'persons' : 'count'

export const unitOf = (goal: Goal): string => (goal.readBy === 'people' ? goal.unit : knownGoalText[goal.readBy].unit)

function verdictInWords(verdict: Verdict, gone: number): string {
  if (verdict.kind === 'on-way') return text.verdicts['on-way'](verdict.way, gone)
  if (verdict.kind === 'missed') return text.verdicts.missed(verdict.way)
  return text.verdicts[verdict.kind]
}
