import { Type } from 'typebox'
import { workDayPattern } from '../values/day.ts'
import { noteKinds, promiseKinds, templatePeriods } from './report-kinds.text.ts'

/** What a municipality decides about what it reports: its templates, what it has promised, and what it has noted along the way. */
const line = Type.String({ minLength: 1, maxLength: 300 })
const text = Type.String({ maxLength: 20_000 })
const key = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9-]+$' })
const aDay = Type.String({ format: 'date', pattern: workDayPattern })
/** A figure by its address, see `reports/figure-reference.ts`. */
const figure = Type.String({ minLength: 1, maxLength: 500 })
const strict = { additionalProperties: false }

export { noteKinds, promiseKinds, templatePeriods }

/** Figures of another period than the report's: the whole calendar year before it, or its first month alone. */
export const otherPeriods = ['year-before', 'first-month'] as const
const otherPeriod = Type.Optional(Type.Enum([...otherPeriods]))

const codesOf = <List extends object>(list: List) => Type.Enum(Object.keys(list) as (keyof List & string)[])

/** What stands in a section, in order. Tables and indicators are named by id; one without figures is left out. */
const templatePart = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('text'),
      key,
      /** What the writer is told. */
      guidance: text,
      /** What the text begins as, with live figures in braces: `I genomsnitt fick {households-per-month} hushåll …`. */
      suggestion: text,
      /** `when-deviating`: a comment is missed when a table of the section deviates much. */
      required: Type.Enum(['always', 'when-deviating', 'no'] as const),
    },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal('tables'), ids: Type.Array(key, { minItems: 1, maxItems: 30 }), period: otherPeriod },
    strict,
  ),
  Type.Object(
    {
      kind: Type.Literal('indicators'),
      caption: line,
      ids: Type.Array(key, { minItems: 1, maxItems: 60 }),
      period: otherPeriod,
    },
    strict,
  ),
  /** An indicator month by month, or a table as bars. */
  Type.Object({ kind: Type.Literal('chart'), id: key, period: otherPeriod }, strict),
  /** The promises of a kind; those of one heading alone where `heading` is set. */
  Type.Object(
    { kind: Type.Literal('promises'), of: codesOf(promiseKinds), heading: Type.Union([line, Type.Null()]) },
    strict,
  ),
  Type.Object({ kind: Type.Literal('notes'), of: codesOf(noteKinds) }, strict),
  /** A section for each action of the savings ledger: background, target group, goal, promised and realised (000-19). */
  Type.Object({ kind: Type.Literal('actions') }, strict),
])

export const reportBodies = {
  /** A report's sections in order. The key is the template; those that come with the program are in `reports/templates`. */
  'report-template': Type.Object(
    {
      name: line,
      purpose: text,
      period: codesOf(templatePeriods),
      /** Who may sign the finished report. */
      signedBy: Type.Array(Type.Enum(['manager', 'controller'] as const), { minItems: 1 }),
      sections: Type.Array(
        Type.Object(
          {
            key,
            heading: line,
            level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
            parts: Type.Array(templatePart, { maxItems: 40 }),
          },
          strict,
        ),
        { minItems: 1, maxItems: 100 },
      ),
    },
    strict,
  ),
  /** How reports look. The key is `standard`. */
  'report-look': Type.Object(
    {
      /** Whose reports they are: Socialnämnden. */
      committee: Type.Union([line, Type.Null()]),
      accent: Type.String({ pattern: '^#[0-9a-f]{6}$' }),
      /** The picture in base64, and what it shows. */
      logo: Type.Union([
        Type.Object({ png: Type.String({ maxLength: 400_000, pattern: '^[A-Za-z0-9+/]+=*$' }), alt: line }, strict),
        Type.Null(),
      ]),
      /** Styles of the municipality's own Word template: the XML, not the file. */
      wordStyles: Type.Union([Type.String({ minLength: 1, maxLength: 500_000 }), Type.Null()]),
    },
    strict,
  ),
  /** What has been promised to somebody: a goal, an assignment (uppdrag), an action or a statement, and what became of it. */
  promise: Type.Object(
    {
      kind: codesOf(promiseKinds),
      title: line,
      /** The heading in reports that it belongs to, such as `2.1 Tillväxt, fler jobb och ökad egen försörjning`. */
      heading: Type.Union([line, Type.Null()]),
      /** The sentence that promised it, as it stands in the minutes. */
      sentence: text,
      /** Who decided it, when and where it stands: `KF 2017-11-20 § 186`. */
      decided: Type.Object({ by: line, on: aDay, paragraph: Type.Union([line, Type.Null()]) }, strict),
      /** Diary numbers of the committees that own it: `VIAN/2018:29`. */
      diaryNumbers: Type.Array(line, { maxItems: 20 }),
      owner: line,
      committees: Type.Array(line, { maxItems: 20 }),
      /**
       * How it is seen that the promise is kept: a figure and what it should be; null while nobody has said.
       * Target and baseline count as the figure does: amounts in öre, shares 0–1, whatever scale it is written in.
       */
      success: Type.Union([
        Type.Object(
          {
            figure,
            direction: Type.Enum(['at-least', 'at-most'] as const),
            target: Type.Number(),
            baseline: Type.Union([Type.Number(), Type.Null()]),
          },
          strict,
        ),
        Type.Null(),
      ]),
      /** When it is to be reported and in what: 2019-06-30 Kommunstyrelsen. */
      reportings: Type.Array(Type.Object({ on: aDay, to: line, reportedOn: Type.Union([aDay, Type.Null()]) }, strict), {
        maxItems: 60,
      }),
      /** What has been said about how it goes, latest last. */
      statuses: Type.Array(
        Type.Object({ on: aDay, text: line, longer: text, figure: Type.Union([figure, Type.Null()]) }, strict),
        { maxItems: 200 },
      ),
      /** A promise is closed with a figure: what became of it. */
      closed: Type.Union([
        Type.Object(
          {
            on: aDay,
            outcome: Type.Enum(['kept', 'partly-kept', 'not-kept', 'withdrawn'] as const),
            figure,
            text: line,
          },
          strict,
        ),
        Type.Null(),
      ]),
    },
    strict,
  ),
  /** Something that happened or was seen on a day, shown beside the figures it may explain, without a claim that it did. */
  'dated-note': Type.Object(
    {
      kind: codesOf(noteKinds),
      title: line,
      text,
      on: aDay,
      /** First day no longer; null for one that goes on. */
      until: Type.Union([aDay, Type.Null()]),
      /** Indicators and tables whose charts show it; none for all. */
      figures: Type.Array(key, { maxItems: 60 }),
      source: line,
    },
    strict,
  ),
  /** The municipalities that the own one is compared with, by code, instead of those that RKA finds similar. The key is `chosen`; none for RKA's. */
  'comparison-group': Type.Object(
    { areas: Type.Array(Type.String({ pattern: '^(?!0000)\\d{4}$' }), { maxItems: 30, uniqueItems: true }) },
    strict,
  ),
} as const
