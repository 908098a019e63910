import { Select, TextField } from '../ui/Field.tsx'
import { knownGoalNames, knownGoalText } from './goals.text.ts'
import { projectText as text } from './group.text.ts'
import type { Project } from './target-groups-view.ts'

type Goal = Project['goals'][number]

/** A goal as it is typed. `key` is empty for a new one: one that has been saved keeps its own, which its readings name. */
export type TypedGoal = { key: string; text: string; readBy: string; unit: string; baseline: string; target: string }

export const emptyGoal: TypedGoal = { key: '', text: '', readBy: 'people', unit: '', baseline: '', target: '' }

const written = (value: number) => String(value).replace('.', ',')

export const typedGoal = (goal: Goal): TypedGoal => ({
  ...{ ...emptyGoal, key: goal.key, text: goal.text, readBy: goal.readBy, target: written(goal.target) },
  ...(goal.readBy === 'people' && { unit: goal.unit, baseline: written(goal.baseline) }),
})

type FieldsProps = { goal: TypedGoal; isTried: boolean; onChange: (changes: Partial<TypedGoal>) => void }

/** A goal: what the register reads has its unit and its baseline from there. */
export function GoalFields({ goal, isTried, onChange }: FieldsProps) {
  const needed = (value: string) => (isTried && !value.trim() ? text.needed : null)
  const isTyped = goal.readBy === 'people'
  return (
    <>
      <TextField
        label={text.goal}
        value={goal.text}
        onChange={(said) => onChange({ text: said })}
        error={needed(goal.text)}
      />
      <Select
        label={text.readBy}
        value={goal.readBy}
        options={readers}
        onChange={(readBy) => onChange({ readBy, text: nameFor(readBy, goal) })}
      />
      {isTyped && (
        <TextField
          label={text.unit}
          value={goal.unit}
          onChange={(unit) => onChange({ unit })}
          error={needed(goal.unit)}
        />
      )}
      {(isTyped ? (['baseline', 'target'] as const) : (['target'] as const)).map((name) => (
        <TextField
          key={name}
          label={text[name]}
          value={goal[name]}
          onChange={(value) => onChange({ [name]: value })}
          error={isTried && parseNumber(goal[name]) === null ? text.notANumber : null}
        />
      ))}
    </>
  )
}

const readers = [
  { value: 'people', label: text.readByPeople },
  ...knownGoalNames.map((value) => ({
    value,
    label: text.readByRegister(knownGoalText[value].name, knownGoalText[value].unit),
  })),
]

const knownOf = (readBy: string) => knownGoalNames.find((each) => each === readBy)

const knownName = (readBy: string): string => {
  const known = knownOf(readBy)
  return known ? knownGoalText[known].name : ''
}

/** A goal that has no name of its own is called what the register calls it. */
const nameFor = (readBy: string, { text: said, readBy: before }: TypedGoal): string =>
  said === knownName(before) ? knownName(readBy) : said

/** The goals, each new one with a number that none has had; null while one of them is not whole, or there is none. */
export function goalsOf(typed: readonly TypedGoal[]): Goal[] | null {
  const highest = Math.max(0, ...typed.map(({ key }) => Number(/^mal-(\d+)$/.exec(key)?.[1] ?? 0)))
  const goals = typed.flatMap((goal, at) => goalOf(goal, goal.key || `mal-${highest + at + 1}`) ?? [])
  return goals.length > 0 && goals.length === typed.length ? goals : null
}

function goalOf(typed: TypedGoal, key: string): Goal | null {
  const [said, unit] = [typed.text.trim(), typed.unit.trim()]
  const [baseline, target] = [parseNumber(typed.baseline), parseNumber(typed.target)]
  const readBy = knownOf(typed.readBy)
  if (!said || target === null) return null
  if (readBy) return { key, text: said, readBy, target }
  return unit && baseline !== null ? { key, text: said, readBy: 'people', unit, baseline, target } : null
}

/** A number with decimal comma; null for what is none. */
function parseNumber(said: string): number | null {
  const digits = said
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null
}
