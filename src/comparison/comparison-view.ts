import type { FigureTable } from '../analysis/figures.ts'
import type { LineChartDefinition } from '../charts/chart.ts'
import type { Day } from '../values/day.ts'
import type { Theme } from './key-figures.ts'

export type Place = { area: string; name: string }

/** Whom the municipality is compared with. */
export type Peers = {
  kind: 'kolada' | 'chosen' | 'none'
  /** Name of Kolada's group, when it is that. */
  group: string | null
  /** In the order of the alphabet; one without values waits for the next fetch. */
  places: (Place & { hasValues: boolean })[]
  /** Version of the choice in the catalogue, and the choice; none chosen for Kolada's group. */
  seen: number
  chosen: string[]
}

/** A key figure with all its years. */
export type ShownFigure = {
  id: string
  chart: LineChartDefinition
  years: FigureTable
  /** The latest year of each municipality, women and men where there are such values; null when nobody has one. */
  places: FigureTable | null
  difference: string
}

export type ComparisonView = {
  mayEdit: boolean
  /** May read in files with what others publish. */
  mayRead: boolean
  /** Days; null while nothing has been fetched. */
  retrieved: { latest: Day; oldest: Day } | null
  madeUp: boolean
  peers: Peers
  /** All municipalities that are known by name, to choose from. */
  municipalities: Place[]
  /** The key figures that have a value, in order. */
  choices: { id: string; name: string; theme: Theme }[]
  overview: FigureTable
  shown: ShownFigure | null
  expected: FigureTable
  official: FigureTable
  population: FigureTable
}

/** What became of a file with what others publish. */
export type KeptFile = {
  added: number
  changed: number
  unchanged: number
  /** Names the change when it is taken back. */
  keptAt: string
  /** How many of its series are shown, and the ids of those that are not. */
  keyFigures: number
  notShown: string[]
  /** Something in it is about the municipality itself. */
  hasOwn: boolean
}
