import { Type } from 'typebox'
import { closureReasons, codesOf } from '../parameters/code-lists/casework.ts'

/** How a file to an authority is laid out. What the authority changes, or has never published, is data that a municipality can change. */
const line = Type.String({ minLength: 1, maxLength: 300 })
const strict = { additionalProperties: false }

/**
 * What a field of the monthly file tells of a household. 1 is the applicant and 2 the co-applicant; `identity3` and on are the
 * numbers of the others.
 */
export const deliveryValues = [
  ...(['year', 'month', 'municipality', 'district', 'childrenUpTo15', 'kronor'] as const),
  ...(['identity1', 'status1', 'refugee1', 'foreignBorn1', 'gender1', 'age1', 'obstacle1', 'intervention1'] as const),
  ...(['identity2', 'status2', 'refugee2', 'foreignBorn2', 'gender2', 'age2', 'obstacle2', 'intervention2'] as const),
  ...(['identity3', 'identity4', 'identity5', 'identity6', 'identity7', 'identity8'] as const),
] as const
export type DeliveryValue = (typeof deliveryValues)[number]

export const layoutBodies = {
  /** The monthly file to Socialstyrelsen from a month on. The key is the month. */
  'monthly-layout': Type.Object(
    {
      from: Type.String({ pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])$' }),
      source: line,
      /** No longer used: the layout before it goes on. */
      isWithdrawn: Type.Optional(Type.Boolean()),
      /** Whether somebody has held it against the authority's own description. */
      isChecked: Type.Boolean(),
      /** Fields one after another with a sign between them, or each in its own positions. */
      form: Type.Enum(['tab', 'semicolon', 'fixed'] as const),
      hasHeader: Type.Boolean(),
      encoding: Type.Enum(['utf-8', 'latin1'] as const),
      fields: Type.Array(
        Type.Object(
          {
            name: Type.String({ pattern: '^[A-Za-z0-9_]{1,40}$' }),
            value: Type.Enum([...deliveryValues]),
            /** Characters: exactly so many in fixed positions, otherwise at most. */
            width: Type.Integer({ minimum: 1, maximum: 60 }),
            /** What a row without the value is: not sent, sent and told of, or as it should be. */
            missing: Type.Enum(['stops', 'told', 'empty'] as const),
            /** The file's code for each of ours; without it ours are written. */
            codes: Type.Optional(
              Type.Record(
                Type.String({ pattern: '^[A-Za-z0-9_]{1,60}$' }),
                Type.String({ pattern: '^[A-Za-z0-9_]{1,60}$' }),
              ),
            ),
          },
          strict,
        ),
        { minItems: 1, maxItems: 100 },
      ),
    },
    strict,
  ),
  /** The authority's code for each reason that a case is closed for, from a month on. The key is the month. */
  'closure-codes': Type.Object(
    {
      from: Type.String({ pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])$' }),
      source: line,
      codes: Type.Record(
        Type.String({ pattern: `^(${codesOf(closureReasons).join('|')})$` }),
        Type.String({ pattern: '^[A-Za-z0-9_]{1,20}$' }),
        strict,
      ),
    },
    strict,
  ),
} as const
