import { may } from '../access/permissions.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import type { Release } from '../analysis/figures.ts'
import { maySave } from '../catalogue/may-save.ts'
import type { ChartUnit } from '../charts/chart-parts.ts'
import { dayInSweden } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Compared, type ComparedYear, isOfSize, latestYear, shownValue } from './compare.ts'
import {
  expectedTable,
  officialTable,
  overviewTable,
  placesTable,
  yearSentence,
  yearsTable,
} from './comparison-tables.ts'
import { comparisonText as text } from './comparison.text.ts'
import type { ComparisonView, Peers, Place, ShownFigure } from './comparison-view.ts'
import { differenceText } from './definition-differences.text.ts'
import { keyFigureText, unitText } from './key-figures.text.ts'
import { type Comparison, type ComparisonNeeds, costYears, loadComparison } from './load-comparison.ts'
import { populationTable } from './population-table.ts'
import { country, countryName, type KeptValue } from './reference.ts'

/** The page: an overview, one key figure with its years, expected cost, Socialstyrelsen, and whom it is compared with. */
export async function showComparison(
  needs: ComparisonNeeds,
  user: User,
  asked: string | null,
  release?: Release,
): Promise<ComparisonView> {
  const { municipality } = needs
  const found = await loadComparison(needs, tenantOf(user), release)
  const { compared, areas, values } = found
  const shown = compared.find(({ figure }) => figure.id === asked) ?? compared[0]
  const { expected, actual } = costYears(found, municipality.code)
  return {
    mayEdit: maySave('comparison-group', user),
    mayRead: may(user.role, 'imports'),
    retrieved: retrievedOf(values),
    madeUp: values.some(({ madeUp }) => madeUp),
    peers: peersOf(found),
    municipalities: areas
      .filter(
        ({ area, members }) =>
          members === null && /^\d{4}$/.test(area) && !area.startsWith('00') && area !== municipality.code,
      )
      .map(({ area, name }) => ({ area, name })),
    choices: compared.map(({ figure: { id, theme } }) => ({ id, name: keyFigureText[id] ?? id, theme })),
    overview: overviewTable(compared),
    shown: shown ? shownFigure(shown, found, municipality) : null,
    expected: expectedTable(expected, actual),
    official: officialTable(found.official),
    population: populationTable(
      values.filter(({ area }) => area === municipality.code),
      found.inhabitants,
    ),
  }
}

function retrievedOf(values: readonly KeptValue[]): ComparisonView['retrieved'] {
  if (values.length === 0) return null
  const moments = values.map(({ retrievedAt }) => retrievedAt.getTime())
  const dayOf = (moment: number) => dayInSweden(new Date(moment))
  return {
    latest: dayOf(moments.reduce((one, other) => Math.max(one, other))),
    oldest: dayOf(moments.reduce((one, other) => Math.min(one, other))),
  }
}

function peersOf({ areas, group, chosen, peers, values }: Comparison): Peers {
  const kind = chosen.areas.length > 0 ? 'chosen' : group ? 'kolada' : 'none'
  return {
    ...{ kind, group: kind === 'kolada' ? (group?.name ?? null) : null, seen: chosen.seen, chosen: chosen.areas },
    places: placesOf(areas, peers)
      .map((place) => ({ ...place, hasValues: values.some(({ area }) => area === place.area) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'sv')),
  }
}

const placesOf = (areas: Comparison['areas'], codes: readonly string[]): Place[] =>
  codes.map((area) => ({ area, name: areas.find((each) => each.area === area)?.name ?? area }))

function shownFigure(compared: Compared, found: Comparison, municipality: Municipality): ShownFigure {
  const { figure, years } = compared
  return {
    id: figure.id,
    chart: {
      kind: 'line',
      title: text.named(keyFigureText[figure.id] ?? figure.id, figure.id),
      description: yearSentence(figure, latestYear(years)),
      unit: chartUnit(figure.unit),
      unitLabel: unitText[figure.unit],
      categoryLabel: text.chartCategory,
      categories: years.map(({ year }) => ({ label: String(year), tick: String(year) })),
      series: linesOf(compared),
    },
    years: yearsTable(compared),
    places: placesIn(compared, found, municipality),
    difference: differenceText(figure),
  }
}

const chartUnit = (unit: Compared['figure']['unit']): ChartUnit => (unit === 'percent' ? 'share' : 'count')

/** A line for each that has a value in some year. */
function linesOf({ figure, years }: Compared) {
  const line = (id: 'published' | 'ours' | 'peers' | 'country') => ({
    ...{ id, name: text.column[id] },
    values: years.map((year: ComparedYear) => {
      const { value } = year[id]
      return value === null ? null : shownValue(value, figure.unit)
    }),
  })
  return [line('published'), line('ours'), line('peers'), line('country')].filter(({ values }) =>
    values.some((value) => value !== null),
  )
}

const genders = ['T', 'K', 'M'] as const

/** The places of the latest year, for what can be compared between places: the own one, the others from the highest down, the country. */
function placesIn({ figure, years }: Compared, found: Comparison, { code, name }: Municipality) {
  const { areas, peers, values, ours } = found
  const latest = latestYear(years)
  if (!latest || isOfSize(figure.unit)) return null
  const of = values.filter((each) => each.series === figure.id && each.year === latest.year)
  const withValues = (place: Place) => ({
    ...place,
    values: genders.map(
      (gender) => of.find((each) => each.area === place.area && each.gender === gender)?.value ?? null,
    ),
  })
  const others = placesOf(areas, peers).map(withValues)
  const highestFirst = others.toSorted((one, other) => (other.values[0] ?? -Infinity) - (one.values[0] ?? -Infinity))
  const [own, nation] = [withValues({ area: code, name }), withValues({ area: country, name: countryName })]
  const told = genders.map((gender) =>
    ours.find((each) => each.series === figure.id && each.year === latest.year && each.gender === gender),
  )
  const ourRow = figure.own ? [{ label: text.ours(name), id: 'ours', values: told }] : []
  return placesTable(figure, latest.year, ourRow, [own, ...highestFirst, nation])
}
