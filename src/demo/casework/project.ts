import { addDays, type Day } from '../../values/day.ts'
import type { Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import { firstDay, later, type Subject } from './subject.ts'

/** Two caseworkers with thirty households each (document 001-6). */
const mostHouseholds = 60
const begins = '2018-09-03' as Day

/**
 * The households of the 100 project: those with the longest time on assistance.
 * They join in its first weeks; a tenth leave before it ends.
 */
export function tellProject(subjects: readonly Subject[], plan: Plan, random: Random): void {
  const lasting = subjects.filter((subject) => isLasting(subject, plan))
  const longest = lasting.toSorted((a, b) => startOf(a) - startOf(b) || a.home.number - b.home.number)
  for (const { story, planner } of longest.slice(0, Math.min(mostHouseholds, Math.ceil(subjects.length / 40)))) {
    const on = later(begins, random.between(0, 25))
    const joined = story.tell('project-joined', on, planner, { project: '100-projektet' })
    if (random.chance(0.1))
      story.tell('project-left', later(addDays(on, 90), random.between(0, 60)), planner, {}, joined)
  }
}

const startOf = ({ episodes }: Subject): number => episodes.at(-1)!.first

/** On assistance before the project began and still today. */
function isLasting({ episodes }: Subject, plan: Plan): boolean {
  const last = episodes.at(-1)
  return last?.last === plan.until - 1 && firstDay(last.first) < begins
}
