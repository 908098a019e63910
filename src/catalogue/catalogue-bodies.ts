import { type Static, Type } from 'typebox'
import * as lists from '../parameters/code-lists/casework.ts'
import { codesOf } from '../parameters/code-lists/casework.ts'
import { workDayPattern } from '../values/day.ts'
import { layoutBodies } from './layout-bodies.ts'
import { moneyBodies } from './money-bodies.ts'
import { reportBodies } from './report-bodies.ts'

/** What a municipality decides for itself and changes: one schema a kind, which is type, check and OpenAPI. */
const code = <List extends object>(list: List) => Type.Enum(codesOf(list))
const line = Type.String({ minLength: 1, maxLength: 300 })
const text = Type.String({ maxLength: 20_000 })
const key = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' })
const aDay = Type.String({ format: 'date', pattern: workDayPattern })
const aTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const strict = { additionalProperties: false }
/** More than any municipality has, and less than the database's integers hold. */
const mostPlaces = 100_000

export const priceModels = {
  'per-place-month': 'Per plats och månad',
  'per-hour': 'Per timme',
  fixed: 'Fast pris',
  free: 'Utan kostnad',
} as const

export const catalogueBodies = {
  intervention: Type.Object(
    {
      name: line,
      purpose: text,
      targetGroup: text,
      kind: code(lists.interventionKinds),
      provider: line,
      /** The unit that answers referrals. */
      unit: Type.String({ minLength: 1, maxLength: 100 }),
      places: Type.Union([Type.Integer({ minimum: 0, maximum: mostPlaces }), Type.Null()]),
      weeks: Type.Union([Type.Integer({ minimum: 1, maximum: 1000 }), Type.Null()]),
      price: Type.Object(
        { model: code(priceModels), ore: Type.Integer({ minimum: 0, maximum: 100_000_000_00 }) },
        strict,
      ),
      /** What somebody is to have reached, so that it can be answered yes or no. */
      goals: Type.Array(Type.Object({ key, text: line }, strict), { minItems: 1, maxItems: 10 }),
      /** 1 is tried first: employment with paid introduction before internship before work training. */
      priority: Type.Integer({ minimum: 1, maximum: 9 }),
      from: aDay,
      until: Type.Union([aDay, Type.Null()]),
    },
    strict,
  ),
  /** Starts together: a course that begins on a day with so many places. */
  group: Type.Object(
    {
      intervention: key,
      name: line,
      start: aDay,
      /** First day after the last. */
      end: aDay,
      places: Type.Integer({ minimum: 1, maximum: mostPlaces }),
    },
    strict,
  ),
  employer: Type.Object(
    {
      name: line,
      kind: code(lists.employerKinds),
      industry: Type.String({ maxLength: 200 }),
      contacts: Type.Array(Type.Object({ on: aDay, by: line, text }, strict)),
      offers: Type.Array(
        Type.Object(
          {
            key,
            kind: code(lists.interventionKinds),
            places: Type.Integer({ minimum: 1, maximum: mostPlaces }),
            from: aDay,
            until: Type.Union([aDay, Type.Null()]),
          },
          strict,
        ),
      ),
    },
    strict,
  ),
  /** A version of the rules that suggest where a contact goes: the first rule that fits decides. */
  'routing-rules': Type.Object(
    {
      from: aDay,
      rules: Type.Array(
        Type.Object(
          {
            key,
            reason: line,
            destination: code(lists.destinations),
            when: Type.Object(
              {
                expectedDuration: Type.Optional(code(lists.expectedDurations)),
                unemployed: Type.Optional(Type.Boolean()),
                ageBelow: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
                workAbility: Type.Optional(Type.Array(code(lists.workAbilities), { minItems: 1 })),
                /** Takes part in a project of this key already. */
                project: Type.Optional(key),
                assessorsDisagree: Type.Optional(Type.Boolean()),
              },
              strict,
            ),
          },
          strict,
        ),
        { maxItems: 50 },
      ),
    },
    strict,
  ),
  /** When a coach takes meetings. The key is `coach-` and the user's id. */
  'coach-hours': Type.Object(
    {
      coach: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
      name: line,
      unit: Type.String({ minLength: 1, maxLength: 100 }),
      minutes: Type.Integer({ minimum: 10, maximum: 240 }),
      /** 0 is Monday. */
      weekly: Type.Array(
        Type.Object({ weekday: Type.Integer({ minimum: 0, maximum: 6 }), from: aTime, until: aTime }, strict),
      ),
      away: Type.Array(Type.Object({ from: aDay, until: aDay }, strict)),
    },
    strict,
  ),
  /** The areas of a method of mapping. The key is the method in small letters. */
  'mapping-form': Type.Object(
    {
      method: code(lists.mappingMethods),
      areas: Type.Array(Type.Object({ key, label: line, help: text, hasLevel: Type.Boolean() }, strict), {
        minItems: 1,
      }),
    },
    strict,
  ),
  ...moneyBodies,
  ...reportBodies,
  ...layoutBodies,
} as const

export type CatalogueKind = keyof typeof catalogueBodies
export type CatalogueBody<Kind extends CatalogueKind> = Static<(typeof catalogueBodies)[Kind]>

export const catalogueKinds = Object.keys(catalogueBodies) as CatalogueKind[]

export type CatalogueEntry<Kind extends CatalogueKind> = {
  key: string
  version: number
  savedAt: string
  /** Name of who saved it; null for what came with the program. */
  savedBy: string | null
  body: CatalogueBody<Kind>
}
