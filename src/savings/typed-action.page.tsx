import { addMonths, type Month, parseMonth } from '../values/month.ts'
import { parseDay } from '../values/day.ts'
import { parseKronor } from '../values/money.ts'
import type { Action, Assumption } from './assumption.ts'
import { formText as text } from './form.text.ts'

/** What is typed, as text: nothing is lost or rounded until it is saved. Months are the last included. */
export const typedFactors = ['persons', 'share', 'affected', 'oreAMonth', 'months', 'promisedOre'] as const
export type TypedFactor = (typeof typedFactors)[number]
export type TypedPart = Record<TypedFactor | 'label' | 'source', string> & { sources: Record<TypedFactor, string> }
export type TypedCost = Record<'label' | 'ore' | 'from' | 'last' | 'source', string>
export type TypedWay = Record<'kind' | 'year' | 'ore' | 'author' | 'on' | 'source', string>
export type TypedClaim = Record<'ore' | 'on' | 'source', string>
export type Typed = Record<
  | 'name'
  | 'owner'
  | 'follow'
  | 'start'
  | 'last'
  | 'nextLook'
  | 'goal'
  | 'background'
  | 'targetGroup'
  | 'baselineFrom'
  | 'baselineLast'
  | 'counted'
  | 'attribution',
  string
> & { parts: TypedPart[]; costs: TypedCost[]; ways: TypedWay[]; claims: TypedClaim[] }

/** What is wrong, by the place of the field: `name`, `parts.0.persons`. */
export type Errors = Partial<Record<string, string>>

const noFactors: Record<TypedFactor, string> = {
  ...{ persons: '', share: '', affected: '', oreAMonth: '', months: '', promisedOre: '' },
}

export const emptyPart = (label: string): TypedPart => ({ label, source: '', ...noFactors, sources: noFactors })
export const emptyCost: TypedCost = { label: '', ore: '', from: '', last: '', source: '' }
export const emptyWay: TypedWay = { kind: 'own-forecast', year: '', ore: '', author: '', on: '', source: '' }
export const emptyClaim: TypedClaim = { ore: '', on: '', source: '' }

/** A new action starts this month and is compared with the twelve months before. */
export const newAction = (start: Month, part: string): Typed => ({
  ...{ name: '', owner: '', follow: '', start, last: '', nextLook: '', goal: '', background: '', targetGroup: '' },
  ...{ baselineFrom: addMonths(start, -12), baselineLast: addMonths(start, -1) },
  ...{ counted: 'separately', attribution: 'action', parts: [emptyPart(part)], costs: [], ways: [], claims: [] },
})

const before = (month: string | null) => (month ? addMonths(month as Month, -1) : '')
const kronorText = (ore: number) => String(ore / 100).replace('.', ',')
const numberText = (value: number) => String(value).replace('.', ',')

export const typedAction = (body: Action): Typed => ({
  ...{ name: body.name, owner: body.owner, goal: body.goal, background: body.background },
  ...{ targetGroup: body.targetGroup, counted: body.counted, attribution: body.attribution },
  follow: body.intervention !== null ? `i:${body.intervention}` : body.group !== null ? `g:${body.group}` : '',
  ...{ start: body.start, last: before(body.until), nextLook: body.nextLook ?? '' },
  ...{ baselineFrom: body.baseline.from, baselineLast: before(body.baseline.until) },
  parts: body.assumptions.map(typedPart),
  costs: body.ownCosts.map(({ label, ore, from, until, source }) => ({
    ...{ label, from, source, ore: kronorText(ore), last: before(until) },
  })),
  ways: body.counterfactuals.map(({ ore, year, ...rest }) => ({ ...rest, ore: kronorText(ore), year: String(year) })),
  claims: body.claims.map(({ ore, ...rest }) => ({ ...rest, ore: kronorText(ore) })),
})

function typedPart(part: Assumption): TypedPart {
  const sources = typedFactors.flatMap((name) => part[name]?.source ?? [])
  const isOne = new Set(sources).size <= 1
  const typed = emptyPart(part.label)
  for (const name of typedFactors) {
    const stated = part[name]
    if (!stated) continue
    typed[name] = writtenAs(name, stated.value)
    if (!isOne) typed.sources = { ...typed.sources, [name]: stated.source }
  }
  return isOne ? { ...typed, source: sources[0] ?? '' } : typed
}

const isAmount = (name: TypedFactor) => name === 'oreAMonth' || name === 'promisedOre'
const writtenAs = (name: TypedFactor, value: number) =>
  isAmount(name) ? kronorText(value) : numberText(name === 'share' ? Math.round(value * 1e6) / 1e4 : value)

/** A number with decimal comma; null for what is none. */
function parseNumber(written: string): number | null {
  const digits = written.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : null
}

function factorValue(name: TypedFactor, written: string): number | null {
  if (isAmount(name)) return parseKronor(written)
  const value = parseNumber(written)
  return value !== null && name === 'share' ? value / 100 : value
}

/** What is typed as a body to save or to ask about. What cannot be read counts as left out; `errorsIn` tells of it. */
export function bodyOf(typed: Typed): Action {
  const [kind, followed] = [typed.follow.slice(0, 2), typed.follow.slice(2)]
  return {
    ...{ name: typed.name.trim(), owner: typed.owner.trim(), goal: typed.goal.trim() },
    ...{ background: typed.background.trim(), targetGroup: typed.targetGroup.trim() },
    counted: typed.counted as Action['counted'],
    attribution: typed.attribution as Action['attribution'],
    intervention: kind === 'i:' ? followed : null,
    group: kind === 'g:' ? followed : null,
    ...{ start: typed.start.trim(), until: after(typed.last), nextLook: parseDay(typed.nextLook) },
    baseline: { from: typed.baselineFrom.trim(), until: after(typed.baselineLast) ?? '' },
    assumptions: typed.parts.map(partOf),
    ownCosts: typed.costs.map(({ label, ore, from, last, source }) => ({
      ...{ label: label.trim(), ore: parseKronor(ore) ?? 0, from: from.trim(), until: after(last) ?? '' },
      source: source.trim(),
    })),
    counterfactuals: typed.ways.map(({ kind: way, year, ore, author, on, source }) => ({
      kind: way as Action['counterfactuals'][number]['kind'],
      ...{ year: Number(year), ore: parseKronor(ore) ?? 0, author: author.trim(), on, source: source.trim() },
    })),
    claims: typed.claims.map(({ ore, on, source }) => ({ ore: parseKronor(ore) ?? 0, on, source: source.trim() })),
  }
}

const after = (last: string): Month | null => {
  const month = parseMonth(last.trim())
  return month && addMonths(month, 1)
}

function partOf(part: TypedPart): Assumption {
  const stated = (name: TypedFactor) => {
    const value = factorValue(name, part[name])
    return value === null ? null : { value, source: (part.sources[name] || part.source).trim() || '–' }
  }
  return {
    label: part.label.trim() || '–',
    ...{ persons: stated('persons'), share: stated('share'), affected: stated('affected') },
    ...{ oreAMonth: stated('oreAMonth'), months: stated('months'), promisedOre: stated('promisedOre') },
  }
}

/** Everything that stops it from being saved, said where it is. */
export function errorsIn(typed: Typed): Errors {
  const found: [place: string, error: string | false][] = [
    ['name', !typed.name.trim() && text.needed],
    ['owner', !typed.owner.trim() && text.needed],
    ...span('start', typed.start, 'last', typed.last, true),
    ...span('baselineFrom', typed.baselineFrom, 'baselineLast', typed.baselineLast, false),
    ['baselineLast', isStarted(typed, typed.baselineLast) && text.baselineAfterStart],
    ['nextLook', typed.nextLook !== '' && !parseDay(typed.nextLook) && text.notADay],
    ...typed.parts.flatMap((part, at) => partErrors(part, `parts.${at}`)),
    ...typed.costs.flatMap(({ label, ore, from, last, source }, at) => [
      ...filled(`costs.${at}`, { label, source }),
      amount(`costs.${at}.ore`, ore),
      ...span(`costs.${at}.from`, from, `costs.${at}.last`, last, false),
    ]),
    ...typed.ways.flatMap(({ year, ore, author, on, source }, at) => [
      ...filled(`ways.${at}`, { author, source }),
      amount(`ways.${at}.ore`, ore),
      ...([[`ways.${at}.year`, !/^(19|20|21)\d\d$/.test(year.trim()) && text.notANumber]] as const),
      ...([[`ways.${at}.on`, !parseDay(on) && text.notADay]] as const),
    ]),
    ...typed.claims.flatMap(({ ore, on, source }, at) => [
      ...filled(`claims.${at}`, { source }),
      amount(`claims.${at}.ore`, ore),
      ...([[`claims.${at}.on`, !parseDay(on) && text.notADay]] as const),
    ]),
  ] as [string, string | false][]
  return Object.fromEntries(found.filter((each): each is [string, string] => each[1] !== false))
}

/** What the action is compared with was before it. */
function isStarted({ start }: Typed, written: string): boolean {
  const [first, month] = [parseMonth(start.trim()), parseMonth(written.trim())]
  return first !== null && month !== null && month >= first
}

type Checked = [place: string, error: string | false]

const filled = (place: string, fields: Record<string, string>): Checked[] =>
  Object.entries(fields).map(([name, written]) => [`${place}.${name}`, !written.trim() && text.needed])
const amount = (place: string, written: string): Checked => [place, parseKronor(written) === null && text.notAnAmount]

function span(from: string, first: string, to: string, last: string, mayGoOn: boolean): Checked[] {
  const [start, end] = [parseMonth(first.trim()), parseMonth(last.trim())]
  const isOpen = mayGoOn && last.trim() === ''
  return [
    [from, !start && text.notAMonth],
    [to, !isOpen && (!end ? text.notAMonth : start !== null && end < start && text.lastBeforeFirst)],
  ]
}

function partErrors(part: TypedPart, place: string): Checked[] {
  const isFilled = typedFactors.filter((name) => part[name].trim() !== '')
  return [
    ...isFilled.map((name): Checked => {
      const value = factorValue(name, part[name])
      const isWrong = value === null || value < 0 || (name === 'share' && value > 1)
      return [
        `${place}.${name}`,
        isWrong && (isAmount(name) ? text.notAnAmount : name === 'share' ? text.notAShare : text.notANumber),
      ]
    }),
    [
      `${place}.source`,
      !part.source.trim() && isFilled.some((name) => !part.sources[name].trim()) && text.sourceNeeded,
    ],
  ]
}
