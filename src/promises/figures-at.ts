import type { Figures, Release, SplitBy } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { parseReference } from '../reports/figure-reference.ts'
import type { Day } from '../values/day.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { type KnownFigure, knownFigure } from './known-figure.ts'

/** January to the end of the latest tertial that had ended on a day: on 14 May 2019 January–April 2019, in March 2019 all of 2018. */
export function tertialBefore(day: Day): { from: Month; to: Month } {
  const ended = monthIndex(day.slice(0, 7) as Month)
  const to = ended - 1 - (ended % 4)
  return { from: monthFromIndex(to - (to % 12)), to: monthFromIndex(to) }
}

/** Figures that some addresses ask for, of a day's latest tertial as known now. Null where there were no data yet. */
export type FiguresOn = (day: Day) => Figures | null

/** A figure asked for as it was on a day; without an address, all that costs little. */
export type AskedFigure = { on: Day; address: string | null }

/**
 * Works out each period once. Only the groups, and the tables of the slices, that an address names are worked out with it.
 * With `release` for who stands outside the unit: the board.
 */
export async function loadFiguresOn(
  service: FiguresService,
  municipality: Municipality,
  asked: readonly AskedFigure[],
  release?: Release,
): Promise<FiguresOn> {
  const latest = await service.latestTertial(municipality)
  const periodOf = (day: Day) => {
    const ended = tertialBefore(day)
    return ended.to > latest.to ? latest : ended
  }
  const found = new Map<Month, Figures | null>()
  for (const period of new Map(asked.map(({ on }) => [periodOf(on).to, periodOf(on)])).values()) {
    const addresses = asked.flatMap(({ on, address }) => (periodOf(on).to === period.to ? (address ?? []) : []))
    found.set(period.to, await figuresOf(service, municipality, period, addresses))
  }
  if (release) await releaseAsked(release, found, asked, (day) => periodOf(day).to)
  return (day) => found.get(periodOf(day).to) ?? null
}

/** What leaves the unit is what the addresses name, and no more than together with all that is out tells nothing of anybody. */
async function releaseAsked(
  release: Release,
  found: Map<Month, Figures | null>,
  asked: readonly AskedFigure[],
  monthOf: (day: Day) => Month,
): Promise<void> {
  const periods = [...found].flatMap(([to, figures]) => (figures ? [{ to, figures }] : []))
  const released = await release(
    periods.map(({ figures }) => figures),
    {
      makes: (watched) =>
        asked.map(({ on, address }) => {
          const figures = watched[periods.findIndex(({ to }) => to === monthOf(on))]
          return figures && address !== null ? knownFigure(figures, address) : null
        }),
    },
  )
  periods.forEach(({ to }, at) => found.set(to, released[at]!))
}

async function figuresOf(
  service: FiguresService,
  municipality: Municipality,
  period: { from: Month; to: Month },
  addresses: readonly string[],
): Promise<Figures | null> {
  const question = { ...period, splits: splitsIn(addresses) }
  const plain = await service.figures(municipality, question)
  if (!plain?.dataFrom || !plain.dataTo || period.to < plain.dataFrom || period.from > plain.dataTo) return null
  // The tables of savings and cases take long, and few promises name them.
  if (addresses.every((each) => isTable(plain, each))) return plain
  return service.figures(municipality, { ...question, withSupplied: true })
}

function isTable({ tables }: Figures, address: string): boolean {
  const reference = parseReference(address)
  return reference?.of !== 'cell' || tables.some(({ id }) => id === reference.table)
}

function splitsIn(addresses: readonly string[]): SplitBy[] {
  const named = addresses.flatMap((each) => {
    const reference = parseReference(each)
    return reference?.of === 'indicator' && reference.group ? [reference.group.by] : []
  })
  return [...new Set<SplitBy>(['gender', ...named])]
}

export function figureOn(figuresOn: FiguresOn, day: Day, address: string | null): KnownFigure | null {
  const figures = address === null ? null : figuresOn(day)
  return figures && address !== null ? knownFigure(figures, address) : null
}
