import { type TInteger, type TNumber, Type } from 'typebox'

/** What a municipality decides about its money. Amounts are whole öre; a month is 'YYYY-MM'. */
const line = Type.String({ minLength: 1, maxLength: 300 })
const text = Type.String({ maxLength: 20_000 })
const key = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' })
const aMonth = Type.String({ pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])$' })
const aDay = Type.String({ format: 'date', pattern: '^(19|20|21)\\d\\d-\\d\\d-\\d\\d$' })
const mostOre = 100_000_000_000_00
const ore = Type.Integer({ minimum: -mostOre, maximum: mostOre })
const strict = { additionalProperties: false }

/** A number that somebody stands for: where it comes from is said with it. */
const stated = (schema: TNumber | TInteger) => Type.Object({ value: schema, source: line }, strict)

export const counterfactualKinds = {
  'last-year': 'Förra året',
  'own-forecast': 'Egen prognos utan åtgärd',
  similar: 'Liknande kommuners förändring',
  matched: 'Matchad jämförelsegrupp',
} as const

/** What the register knows of a group from month to month: how many have left, are sick-listed or have a plan, and what it costs. */
export const knownGoals = ['left', 'sick-listed', 'with-plan', 'children-arranged', 'cost-a-month'] as const
export type KnownGoal = (typeof knownGoals)[number]

/** A forecast is issued as its method gave it, or with an adjustment by hand and then with a reason. */
const issuedForecast = {
  year: Type.Integer({ minimum: 1900, maximum: 2199 }),
  row: key,
  /** The last month whose outcome was known. */
  knownTo: aMonth,
  method: Type.Enum(['straight-line', 'seasonal', 'volume-times-cost', 'from-below', 'combination'] as const),
  /** What the method gave, with its interval; signs as in the statement. */
  computedOre: ore,
  lowerOre: ore,
  upperOre: ore,
}

export const moneyBodies = {
  /** The rows of the operating statement from a month on. The key is the month. The first row that takes an account has it. */
  'statement-rows': Type.Object(
    {
      from: aMonth,
      source: line,
      rows: Type.Array(
        Type.Object(
          {
            id: key,
            label: line,
            side: Type.Enum(['revenue', 'cost'] as const),
            /** First digits, both included: 4511–4519 holds 45110 too. */
            accounts: Type.Array(
              Type.Object(
                { from: Type.String({ pattern: '^\\d{1,10}$' }), to: Type.String({ pattern: '^\\d{1,10}$' }) },
                strict,
              ),
              { maxItems: 100 },
            ),
            /** Objects that a booking must have too, as `dimension:object`; none for all. */
            objects: Type.Array(Type.String({ pattern: '^\\d{1,4}:.{1,40}$' }), { maxItems: 100 }),
          },
          strict,
        ),
        { minItems: 1, maxItems: 60 },
      ),
    },
    strict,
  ),
  /** How a year's budget falls on its months where the budget file has the year alone. The key is the row, or `all`. */
  'budget-profile': Type.Object(
    {
      from: aMonth,
      source: line,
      /** Weights of January–December; only their proportions count. */
      weights: Type.Array(Type.Integer({ minimum: 0, maximum: 1_000_000 }), { minItems: 12, maxItems: 12 }),
    },
    strict,
  ),
  /** What the one responsible says that a row's year will end at. The key is `year-row`; each version is one issued forecast. */
  'year-end-forecast': Type.Union([
    Type.Object({ ...issuedForecast, adjustmentOre: Type.Literal(0), reason: text }, strict),
    Type.Object({ ...issuedForecast, adjustmentOre: ore, reason: line }, strict),
  ]),
  /** What a table of a period is commented with. The key is the table and its months. */
  'table-comment': Type.Object(
    {
      table: Type.Enum(['operating-statement', 'investment-statement', 'volumes', 'staff'] as const),
      from: aMonth,
      /** First month no longer. */
      until: aMonth,
      text,
    },
    strict,
  ),
  /** An action that is to save money, with what was assumed when it was opened. */
  'savings-action': Type.Object(
    {
      name: line,
      background: text,
      targetGroup: text,
      goal: text,
      owner: line,
      /** Whether the saving is the municipality's own doing or the economy's, which is kept apart. */
      attribution: Type.Enum(['action', 'economy'] as const),
      /** Participants are those whom the register has in this intervention; null for one that concerns all. */
      intervention: Type.Union([line, Type.Null()]),
      /** Or those in this target group. */
      group: Type.Union([key, Type.Null()]),
      start: aMonth,
      /** First month no longer; null for one that goes on. */
      until: Type.Union([aMonth, Type.Null()]),
      /** The months that it is compared with, half-open. */
      baseline: Type.Object({ from: aMonth, until: aMonth }, strict),
      /** Whether what is promised is counted in another action too: then it is not added to the sum of promises. */
      counted: Type.Enum(['separately', 'within-another', 'unclear'] as const),
      /** persons × share × öre a month × months = promised, group by group. Whichever factor is left out is implied by the others. */
      assumptions: Type.Array(
        Type.Object(
          {
            label: line,
            persons: Type.Union([stated(Type.Number({ minimum: 0, maximum: 1_000_000 })), Type.Null()]),
            share: Type.Union([stated(Type.Number({ minimum: 0, maximum: 1 })), Type.Null()]),
            /** How many persons the share was said to be, which the promise was counted on. */
            affected: Type.Union([stated(Type.Number({ minimum: 0, maximum: 1_000_000 })), Type.Null()]),
            oreAMonth: Type.Union([stated(Type.Number({ minimum: 0, maximum: mostOre })), Type.Null()]),
            months: Type.Union([stated(Type.Number({ minimum: 0, maximum: 600 })), Type.Null()]),
            promisedOre: Type.Union([stated(Type.Integer({ minimum: 0, maximum: mostOre })), Type.Null()]),
          },
          strict,
        ),
        { minItems: 1, maxItems: 10 },
      ),
      /** What the action itself costs, evenly over its months, half-open. */
      ownCosts: Type.Array(Type.Object({ label: line, ore, from: aMonth, until: aMonth, source: line }, strict), {
        maxItems: 50,
      }),
      /** What the cost would have been without the action, by others than the register: a year's total. */
      counterfactuals: Type.Array(
        Type.Object(
          {
            kind: Type.Enum(Object.keys(counterfactualKinds) as (keyof typeof counterfactualKinds)[]),
            year: Type.Integer({ minimum: 1900, maximum: 2199 }),
            ore,
            author: line,
            on: aDay,
            source: line,
          },
          strict,
        ),
        { maxItems: 10 },
      ),
      /** What was claimed in a report or a news text, to be set beside what the payments say. */
      claims: Type.Array(Type.Object({ ore, on: aDay, source: line }, strict), { maxItems: 20 }),
      /** The day on which the one responsible looks at it again. */
      nextLook: Type.Union([aDay, Type.Null()]),
    },
    strict,
  ),
  /** Households by a rule that is asked anew each time, or those that were written down on a day. */
  'target-group': Type.Object(
    {
      name: line,
      purpose: text,
      kind: Type.Enum(['rule', 'frozen'] as const),
      rule: Type.Object(
        {
          /** The N costliest in the period; null for all that fit. */
          costliest: Type.Union([Type.Integer({ minimum: 1, maximum: 100_000 }), Type.Null()]),
          period: Type.Object({ from: aMonth, until: aMonth }, strict),
          /** At least so many months with assistance in the period. */
          monthsAtLeast: Type.Union([Type.Integer({ minimum: 1, maximum: 600 }), Type.Null()]),
          ageBelow: Type.Union([Type.Integer({ minimum: 1, maximum: 120 }), Type.Null()]),
          /** National codes of the main applicant's latest obstacle; none for any. */
          obstacles: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 50 }),
          housing: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 }),
          withChildren: Type.Union([Type.Boolean(), Type.Null()]),
          unit: Type.Union([Type.String({ minLength: 1, maxLength: 100 }), Type.Null()]),
        },
        strict,
      ),
      /** A household may be in one exclusive group at a time. */
      exclusive: Type.Boolean(),
      /** Only managers see who is in it. */
      restricted: Type.Boolean(),
      /** Each time that households were written down: how many, and of which base, as it was known then. */
      frozen: Type.Array(
        Type.Object(
          {
            on: aDay,
            added: Type.Integer({ minimum: 0 }),
            /** In an exclusive group already, and therefore left out. */
            elsewhere: Type.Integer({ minimum: 0 }),
            base: Type.Object({ households: Type.Integer({ minimum: 0 }), ore }, strict),
          },
          strict,
        ),
        { maxItems: 100 },
      ),
    },
    strict,
  ),
  /**
   * The follow-up of a group's work. The key is the project's: that of the intervention of the kind `project` which a household
   * is recorded as joining (`project-joined`), where there is one.
   */
  project: Type.Object(
    {
      name: line,
      purpose: text,
      group: key,
      from: aDay,
      until: aDay,
      /** A goal without baseline and target cannot be followed up, so both are required. */
      goals: Type.Array(
        Type.Union([
          Type.Object(
            {
              ...{ key, text: line, readBy: Type.Literal('people'), unit: line },
              ...{ baseline: Type.Number(), target: Type.Number() },
            },
            strict,
          ),
          // What the register knows is read from it, the baseline too, and never typed.
          Type.Object({ key, text: line, readBy: Type.Enum([...knownGoals]), target: Type.Number() }, strict),
        ]),
        { minItems: 1, maxItems: 20 },
      ),
      budget: Type.Array(Type.Object({ label: line, ore: Type.Integer({ minimum: 0, maximum: mostOre }) }, strict), {
        maxItems: 50,
      }),
      roles: Type.Array(Type.Object({ role: line, name: line }, strict), { maxItems: 30 }),
      /** Two caseworkers or more, by user id, who share the households. */
      caseworkers: Type.Array(Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }), { maxItems: 50 }),
    },
    strict,
  ),
  /** What the goals of a project have come to. The key is the project's; the version that first has a reading tells who made it. */
  'project-readings': Type.Object(
    {
      readings: Type.Array(Type.Object({ goal: key, on: aDay, value: Type.Number(), note: text }, strict), {
        maxItems: 500,
      }),
    },
    strict,
  ),
  /** Which signals of payments that may be wrong are looked for, and from where on. The key is the signal. */
  'payment-signal': Type.Object(
    { isOn: Type.Boolean(), threshold: Type.Union([Type.Integer({ minimum: 0, maximum: mostOre }), Type.Null()]) },
    strict,
  ),
} as const
