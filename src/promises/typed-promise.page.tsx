import { type Day, parseDay } from '../values/day.ts'
import { keyOf } from '../values/key.ts'
import { parseKronor } from '../values/money.ts'
import { formText as text } from './form.text.ts'
import type { KnownFigure } from './known-figure.ts'
import type { PromiseBody } from './promise.ts'

/** What is typed, as text: nothing is lost or rounded until it is saved. */
export type TypedReporting = Record<'on' | 'to' | 'reportedOn', string>
export type TypedPromise = Record<
  | 'kind'
  | 'title'
  | 'heading'
  | 'sentence'
  | 'by'
  | 'on'
  | 'paragraph'
  | 'diaryNumbers'
  | 'owner'
  | 'committees'
  | 'figure'
  | 'direction'
  | 'target'
  | 'baseline',
  string
> & { reportings: TypedReporting[] }

/** What is wrong, by the place of the field: `title`, `reportings.0.on`. */
export type Errors = Partial<Record<string, string>>
export type Unit = KnownFigure['unit'] | undefined

export const emptyReporting: TypedReporting = { on: '', to: '', reportedOn: '' }

export const newPromise = (today: Day): TypedPromise => ({
  ...{ kind: 'assignment', title: '', heading: '', sentence: '', by: '', on: today, paragraph: '', diaryNumbers: '' },
  ...{ owner: '', committees: '', figure: '', direction: 'at-most', target: '', baseline: '', reportings: [] },
})

export const typedPromise = (body: PromiseBody, unit: Unit): TypedPromise => ({
  ...{ kind: body.kind, title: body.title, heading: body.heading ?? '', sentence: body.sentence, owner: body.owner },
  ...{ by: body.decided.by, on: body.decided.on, paragraph: body.decided.paragraph ?? '' },
  ...{ diaryNumbers: body.diaryNumbers.join(', '), committees: body.committees.join(', ') },
  ...{ figure: body.success?.figure ?? '', direction: body.success?.direction ?? 'at-most' },
  target: writtenNumber(body.success?.target ?? null, unit),
  baseline: writtenNumber(body.success?.baseline ?? null, unit),
  reportings: body.reportings.map(({ on, to, reportedOn }) => ({ on, to, reportedOn: reportedOn ?? '' })),
})

/** What is kept from before: statuses and closing have forms of their own. */
export function bodyOf(typed: TypedPromise, unit: Unit, before: PromiseBody | null): PromiseBody {
  const target = parseTyped(typed.target, unit)
  return {
    kind: typed.kind as PromiseBody['kind'],
    ...{ title: typed.title.trim(), heading: typed.heading.trim() || null, sentence: typed.sentence.trim() },
    decided: { by: typed.by.trim(), on: typed.on, paragraph: typed.paragraph.trim() || null },
    ...{ diaryNumbers: listOf(typed.diaryNumbers), committees: listOf(typed.committees), owner: typed.owner.trim() },
    success:
      typed.figure && target !== null
        ? {
            figure: typed.figure,
            direction: typed.direction === 'at-least' ? 'at-least' : 'at-most',
            target,
            baseline: parseTyped(typed.baseline, unit),
          }
        : null,
    reportings: typed.reportings.map(({ on, to, reportedOn }) => ({
      ...{ on, to: to.trim(), reportedOn: reportedOn || null },
    })),
    ...{ statuses: before?.statuses ?? [], closed: before?.closed ?? null },
  }
}

/** Everything that stops it from being saved, said where it is. */
export function errorsIn(typed: TypedPromise, unit: Unit): Errors {
  const found: [place: string, error: string | false][] = [
    ['title', !typed.title.trim() && text.needed],
    ['by', !typed.by.trim() && text.needed],
    ['on', !parseDay(typed.on) && text.notADay],
    ['owner', !typed.owner.trim() && text.needed],
    ['target', typed.figure !== '' && parseTyped(typed.target, unit) === null && text.targetNeeded],
    ['baseline', typed.baseline.trim() !== '' && parseTyped(typed.baseline, unit) === null && text.notANumber],
    ...typed.reportings.flatMap(({ on, to, reportedOn }, at): [string, string | false][] => [
      [`reportings.${at}.on`, !parseDay(on) && text.notADay],
      [`reportings.${at}.to`, !to.trim() && text.needed],
      [`reportings.${at}.reportedOn`, reportedOn !== '' && !parseDay(reportedOn) && text.notADay],
    ]),
  ]
  return Object.fromEntries(found.filter((each): each is [string, string] => each[1] !== false))
}

/** When it is usually reported, as days to come: the board in June, the interim report and the annual report (002-P8). */
export function usualReportings(today: Day): TypedReporting[] {
  const next = (monthAndDay: string) => {
    const year = Number(today.slice(0, 4))
    return `${today.slice(5) <= monthAndDay ? year : year + 1}-${monthAndDay}`
  }
  const { board, interim, annual } = text.usual
  return [
    { on: next('06-30'), to: board, reportedOn: '' },
    { on: next('08-31'), to: interim, reportedOn: '' },
    { on: next('02-28'), to: annual, reportedOn: '' },
  ].toSorted((one, other) => (one.on < other.on ? -1 : 1))
}

const listOf = (typed: string): string[] =>
  typed
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)

/** A share is typed in per cent and an amount in kronor; kept as the figure counts. */
function parseTyped(typed: string, unit: Unit): number | null {
  if (unit === 'ore') return parseKronor(typed)
  const digits = typed
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.')
    .replace(/^\u2212/, '-')
  if (!/^-?\d+(\.\d+)?$/.test(digits)) return null
  return unit === 'share' ? Number(digits) / 100 : Number(digits)
}

function writtenNumber(value: number | null, unit: Unit): string {
  if (value === null) return ''
  const shown = unit === 'ore' ? value / 100 : unit === 'share' ? Math.round(value * 1e6) / 1e4 : value
  return String(shown).replace('.', ',')
}

/** The key of a new promise. Two words are the addresses of other pages, and a name without letters has none. */
export function promiseKey(title: string): string {
  const key = keyOf(title)
  return key === '' || key === 'ny' || key === 'anteckningar' ? keyOf(`löfte ${key}`) : key
}
