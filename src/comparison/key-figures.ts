/** What a published value counts in. An index has no unit, and 1 or 0 is a yes or a no. */
export type KeyFigureUnit = 'percent' | 'persons' | 'households' | 'kronor' | 'thousands' | 'days' | 'index'

export type Theme =
  'extent' | 'ages' | 'household-types' | 'duration' | 'cost' | 'obstacles' | 'handling' | 'views' | 'labour-market'

/** Where Kolada has it from. Values of different origins count different households, and are never set beside each other. */
export type Origin = 'socialstyrelsen' | 'accounts' | 'model' | 'own-report' | 'survey' | 'population'

/** Groups of inhabitants that shares are of. */
export type InhabitantGroup = 'inhabitants' | 'inhabitants-18' | 'inhabitants-18-24' | 'inhabitants-65'

/** Categories of a split of ours whose sum is Kolada's group. */
export type OwnPart = { by: 'age' | 'householdType'; categories: readonly string[] }

/** The figure of ours that comes nearest: an indicator or a part of it, divided by another one or by inhabitants where that is what Kolada does. */
export type OwnFigure = { indicator: string; part?: OwnPart; per?: string | InhabitantGroup }

export type KeyFigure = {
  /** Kolada's id. */
  id: string
  theme: Theme
  unit: KeyFigureUnit
  origin: Origin
  /** Null: nothing of ours comes near. The text says why. */
  own: OwnFigure | null
  byGender: boolean
  /** The last year there is; left out while it is still published. */
  until?: number
}

type Rest = Partial<Pick<KeyFigure, 'own' | 'byGender' | 'until'>>

const keyFigure = (id: string, theme: Theme, unit: KeyFigureUnit, origin: Origin, rest: Rest = {}): KeyFigure => ({
  ...{ id, theme, unit, origin, own: null, byGender: false },
  ...rest,
})

const g = { byGender: true } as const

/** Kolada's classes of age, in its order. Of these, ours and Kolada's are the same for the youngest and the oldest. */
const ages = ['0-17', '18-19', '20-24', '25-29', '30-34', '35-39', '40-44', '45-49', '50-54', '55-59', '60-64', '65-']
const agePart = (age: string): { part: OwnPart } | null =>
  age === '0-17' || age === '65-' ? { part: { by: 'age', categories: [age] } } : null
const recipientsByAge = (per?: string) => (age: string) => {
  const part = agePart(age)
  return { own: part && { indicator: 'persons', ...part, ...(per && { per }) } }
}

/** Socialstyrelsen's types of household by Kolada's numbers: children alone stand together with those whose type is not known. */
const householdTypes = [
  { count: null, paid: 'N31850', share: 'N31885', categories: ['1', 'unknown'] },
  { count: 'N31914', paid: 'N31851', share: 'N31886', categories: ['3'] },
  { count: 'N31913', paid: 'N31852', share: 'N31887', categories: ['4'] },
  { count: 'N31912', paid: 'N31853', share: 'N31888', categories: ['5'] },
  { count: 'N31911', paid: 'N31854', share: 'N31889', categories: ['6'] },
  { count: 'N31916', paid: 'N31855', share: 'N31890', categories: ['7'] },
  { count: 'N31915', paid: 'N31856', share: 'N31891', categories: ['8'] },
] as const
const ofType = (indicator: string, categories: readonly string[], per?: string) => ({
  own: { indicator, part: { by: 'householdType' as const, categories }, ...(per && { per }) },
})

/**
 * Kolada's key figures about assistance, in the order that the page shows them.
 *
 * Ids after a catalogue of 2026; each fetch asks `/kpi` for them first and tells which it does not know.
 * N31808 and N31809 do not exist, and N00945 is no population.
 */
export const keyFigures: readonly KeyFigure[] = [
  keyFigure('N31807', 'extent', 'percent', 'socialstyrelsen', { own: { indicator: 'share-of-population' } }),
  keyFigure('U31803', 'extent', 'percent', 'socialstyrelsen', { own: { indicator: 'share-of-children' } }),
  keyFigure('N31910', 'extent', 'households', 'socialstyrelsen', { own: { indicator: 'households' } }),
  keyFigure('N31848', 'extent', 'persons', 'socialstyrelsen', { own: { indicator: 'persons' } }),
  keyFigure('N31824', 'extent', 'persons', 'socialstyrelsen', { own: { indicator: 'adults' }, ...g }),
  keyFigure('N31825', 'extent', 'percent', 'socialstyrelsen', {
    own: { indicator: 'adults', per: 'inhabitants-18' },
    ...g,
  }),
  keyFigure('N01710', 'extent', 'persons', 'socialstyrelsen'),
  keyFigure('U31804', 'ages', 'percent', 'socialstyrelsen', {
    own: { indicator: 'persons', part: { by: 'age', categories: ['18-24'] }, per: 'inhabitants-18-24' },
    ...g,
  }),
  keyFigure('N31882', 'ages', 'percent', 'socialstyrelsen', {
    own: { indicator: 'persons', part: { by: 'age', categories: ['65-'] }, per: 'inhabitants-65' },
    ...g,
  }),
  ...ages.map((age, at) => keyFigure(`N${31836 + at}`, 'ages', 'persons', 'socialstyrelsen', recipientsByAge()(age))),
  ...ages.map((age, at) =>
    keyFigure(`N${31870 + at}`, 'ages', 'percent', 'socialstyrelsen', recipientsByAge('persons')(age)),
  ),
  ...householdTypes.flatMap(({ count, categories }) =>
    count
      ? [keyFigure(count, 'household-types', 'households', 'socialstyrelsen', ofType('households', categories))]
      : [],
  ),
  ...householdTypes.map(({ paid, categories }) =>
    keyFigure(paid, 'household-types', 'thousands', 'socialstyrelsen', ofType('paid', categories)),
  ),
  ...householdTypes.map(({ share, categories }) =>
    keyFigure(share, 'household-types', 'percent', 'socialstyrelsen', ofType('paid', categories, 'paid')),
  ),
  keyFigure('N31814', 'duration', 'percent', 'socialstyrelsen', {
    own: { indicator: 'long-term-calendar-year-persons', per: 'adults' },
    ...g,
  }),
  keyFigure('N31816', 'duration', 'percent', 'socialstyrelsen', {
    own: { indicator: 'long-term-calendar-year-persons', per: 'inhabitants-18' },
    ...g,
  }),
  keyFigure('U31801', 'duration', 'percent', 'socialstyrelsen', {
    own: { indicator: 'long-term-very-long-persons', per: 'adults' },
  }),
  keyFigure('U31809', 'duration', 'percent', 'socialstyrelsen'),
  keyFigure('U31462', 'duration', 'percent', 'own-report', { ...g, until: 2024 }),
  keyFigure('U31001', 'cost', 'kronor', 'socialstyrelsen', { own: { indicator: 'paid', per: 'inhabitants' } }),
  keyFigure('N31849', 'cost', 'kronor', 'socialstyrelsen', { own: { indicator: 'paid', per: 'households' } }),
  keyFigure('N31857', 'cost', 'thousands', 'socialstyrelsen', { own: { indicator: 'paid' } }),
  keyFigure('N31000', 'cost', 'kronor', 'accounts'),
  keyFigure('N31001', 'cost', 'kronor', 'accounts'),
  keyFigure('N31010', 'cost', 'kronor', 'accounts'),
  keyFigure('N31002', 'cost', 'kronor', 'accounts'),
  keyFigure('N31003', 'cost', 'kronor', 'accounts'),
  keyFigure('N31007', 'cost', 'kronor', 'accounts'),
  keyFigure('N31008', 'cost', 'kronor', 'accounts'),
  keyFigure('N31009', 'cost', 'kronor', 'accounts'),
  keyFigure('U31004', 'cost', 'kronor', 'model'),
  keyFigure('U31003', 'cost', 'kronor', 'model'),
  keyFigure('U31002', 'cost', 'index', 'model'),
  keyFigure('N30001', 'cost', 'percent', 'model'),
  keyFigure('N31004', 'cost', 'kronor', 'socialstyrelsen', { until: 2023 }),
  keyFigure('N31006', 'cost', 'kronor', 'socialstyrelsen', { until: 2023 }),
  keyFigure('N31805', 'cost', 'kronor', 'socialstyrelsen', { until: 2023 }),
  ...[58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68].map((end) =>
    keyFigure(`N318${end}`, 'obstacles', 'percent', 'socialstyrelsen'),
  ),
  keyFigure('N31869', 'obstacles', 'persons', 'socialstyrelsen'),
  keyFigure('U31402', 'handling', 'days', 'own-report', g),
  keyFigure('U31403', 'handling', 'days', 'own-report', g),
  keyFigure('U31463', 'handling', 'percent', 'own-report', { ...g, until: 2024 }),
  keyFigure('U31404', 'handling', 'percent', 'own-report'),
  keyFigure('U31401', 'handling', 'index', 'model'),
  keyFigure('U31904', 'handling', 'index', 'model'),
  keyFigure('U31341', 'handling', 'index', 'own-report'),
  keyFigure('U31900', 'handling', 'index', 'model'),
  ...['U31500', 'U31501', 'U31502', 'U31503', 'U31504', 'U31505', 'U31506'].map((id) =>
    keyFigure(id, 'views', 'percent', 'survey', g),
  ),
  keyFigure('U31902', 'views', 'percent', 'survey'),
  keyFigure('U31903', 'views', 'persons', 'survey'),
  keyFigure('N40450', 'labour-market', 'persons', 'own-report', g),
  keyFigure('U40455', 'labour-market', 'percent', 'own-report', g),
  ...['U40406', 'U40409', 'U40412', 'U40415', 'U40418'].map((id) =>
    keyFigure(id, 'labour-market', 'percent', 'own-report', g),
  ),
  ...['U40450', 'U40451', 'U40452', 'U40453', 'U40454'].map((id) =>
    keyFigure(id, 'labour-market', 'persons', 'own-report', g),
  ),
  keyFigure('U40800', 'labour-market', 'persons', 'own-report', g),
  keyFigure('U40803', 'labour-market', 'persons', 'own-report', g),
  ...['U40806', 'U40807', 'U40808', 'U40809', 'U40810', 'U40811', 'U40812', 'U40813', 'U40814', 'U40815', 'U40816'].map(
    (id) => keyFigure(id, 'labour-market', 'percent', 'own-report'),
  ),
  ...['U40827', 'U40817', 'U40818', 'U40819', 'U40835'].map((id) =>
    keyFigure(id, 'labour-market', 'percent', 'own-report'),
  ),
  ...['U40820', 'U40821'].map((id) => keyFigure(id, 'labour-market', 'percent', 'own-report', { until: 2023 })),
  ...['N40828', 'N40829', 'U40822', 'N40830', 'U40823'].map((id) =>
    keyFigure(id, 'labour-market', 'percent', 'own-report'),
  ),
  keyFigure('N40008', 'labour-market', 'kronor', 'accounts'),
  keyFigure('N40011', 'labour-market', 'kronor', 'accounts'),
]

/** Inhabitants, all and 18 years or older: denominators, not compared. */
export const populationFigures = ['N01951', 'N02104'] as const

/** Cost by the structure of the municipality, and the actual cost that it is set beside. Both exclude refugee households. */
export const expectedCost = { expected: 'U31004', actual: 'N31008' } as const

export const keyFigureWithId = (id: string): KeyFigure | null => keyFigures.find((each) => each.id === id) ?? null

/** All that is asked of Kolada. */
export const fetchedIds: readonly string[] = [...keyFigures.map(({ id }) => id), ...populationFigures]
