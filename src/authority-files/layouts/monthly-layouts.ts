import type { CatalogueBody } from '../../catalogue/catalogue-bodies.ts'
import { type Month, month } from '../../values/month.ts'

export type Layout = Omit<CatalogueBody<'monthly-layout'>, 'from'> & { from: Month }
export type LayoutField = Layout['fields'][number]

const genderCodes = { man: '1', woman: '2' }

/** The register has neither of the two: Utfall reads them past in the files it is given. */
const notKept = (n: 1 | 2): LayoutField[] => [
  { name: `Flykting${n}`, value: `refugee${n}`, width: 1, missing: 'empty' },
  { name: `Utlblank${n}`, value: `foreignBorn${n}`, width: 1, missing: 'empty' },
]

const adult = (n: 1 | 2): LayoutField[] => [
  { name: `Personnr${n}`, value: `identity${n}`, width: 12, missing: 'stops' },
  { name: `Hhstatus${n}`, value: `status${n}`, width: 1, missing: 'empty' },
  ...notKept(n),
  { name: `Kon${n}`, value: `gender${n}`, width: 1, missing: 'stops', codes: genderCodes },
  { name: `Alder${n}`, value: `age${n}`, width: 3, missing: 'told' },
]

const household: LayoutField[] = [
  { name: 'Ar', value: 'year', width: 4, missing: 'stops' },
  { name: 'Manad', value: 'month', width: 2, missing: 'stops' },
  { name: 'Kommun', value: 'municipality', width: 4, missing: 'stops' },
  { name: 'Distrikt', value: 'district', width: 2, missing: 'empty' },
  { name: 'Barn15', value: 'childrenUpTo15', width: 2, missing: 'told' },
  { name: 'Sbel', value: 'kronor', width: 8, missing: 'stops' },
]

const others: LayoutField[] = ([3, 4, 5, 6, 7, 8] as const).map((n) => ({
  name: `Personnr${n}`,
  value: `identity${n}`,
  width: 12,
  missing: 'empty',
}))

const obstacle = (n: 1 | 2): LayoutField => ({
  name: `Hinder${n}`,
  value: `obstacle${n}`,
  width: 40,
  missing: 'told',
})

const intervention = (n: 1 | 2): LayoutField => ({
  name: `Insats${n}`,
  value: `intervention${n}`,
  width: 1,
  missing: 'empty',
})

const asDescribed = [...household, ...adult(1), ...adult(2), ...others]

/**
 * The monthly delivery to Socialstyrelsen (HSLF-FS 2015:30, bilaga 1), in order of time.
 *
 * The description of the record that could be read is from before 2012 and breaks off after the co-applicant. What has been
 * collected since, and the national codes of it, is known by name alone: those fields stand last and are ours until a municipality
 * has Socialstyrelsen's own description and writes it into the catalogue.
 */
export const monthlyLayouts: readonly Layout[] = [
  {
    from: month('2012-01'),
    source:
      'Socialstyrelsens postbeskrivning, läst i en utgåva från före 2012; fälten för försörjningshinder är Utfalls',
    isChecked: false,
    form: 'tab',
    hasHeader: false,
    encoding: 'latin1',
    fields: [...asDescribed, obstacle(1), obstacle(2)],
  },
  {
    from: month('2017-01'),
    source:
      'HSLF-FS 2015:30 bilaga 1, postbeskrivning från före 2012; fälten för försörjningshinder och insatser är Utfalls',
    isChecked: false,
    form: 'tab',
    hasHeader: false,
    encoding: 'latin1',
    fields: [...asDescribed, obstacle(1), obstacle(2), intervention(1), intervention(2)],
  },
]

/** The layout of a month: the municipality's own as soon as it has one, otherwise ours. Null before the first. */
export const layoutOf = (month: Month, own: readonly Layout[]): Layout | null =>
  latestOf(month, own) ?? latestOf(month, monthlyLayouts)

const latestOf = (month: Month, layouts: readonly Layout[]): Layout | null =>
  layouts
    .filter(({ from }) => from <= month)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1) ?? null
