import { scaleLinear } from 'd3-scale'
import type { Category } from './chart-parts.ts'

/** Text sizes in CSS pixels. Eleven is the least that is read with ease. */
export const fontSize = { label: 12, tick: 11 }

/** The width of a text in pixels, estimated: a server has no page to measure in. Wide enough for a wide system font. */
export const textWidth = (text: string, size: number = fontSize.tick): number => text.length * size * perCharacter

const perCharacter = 0.62

export type ValueScale = { (value: number): number; ticks: number[]; zero: number }

/** From value to pixels along `range`. Zero is always within the axis, so that lengths and heights compare. */
export function valueScale(values: (number | null)[], range: [number, number], wanted = 4): ValueScale {
  const known = values.filter((value) => value !== null)
  const low = Math.min(0, ...known)
  const high = Math.max(0, ...known)
  const scale = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .nice(wanted)
    .range(range)
  const place = (value: number) => rounded(scale(value))
  return Object.assign(place, { ticks: scale.ticks(wanted), zero: place(0) })
}

/** Tenths of a pixel are finer than any screen; more digits would only make the file larger. */
export const rounded = (place: number): number => Math.round(place * 10) / 10

/** Round numbers from zero to `end`, as many as have `room` pixels each on `width`; by months they divide a year. */
export function timeTicks(end: number, width: number, room: number): number[] {
  const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000]
  const step = steps.find((each) => (each / end) * width >= room) ?? end
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
}

/** Which categories get a written tick when each needs room: every, every second, third, fourth, sixth, twelfth … */
export function visibleTicks(categories: Category[], step: number): number[] {
  const widest = Math.max(0, ...categories.map((category) => textWidth(category.tick ?? category.label))) + 10
  // Steps that divide a year, so that the same months are named every year.
  const every = [1, 2, 3, 4, 6, 12, 24, 60].find((count) => count * step >= widest) ?? 120
  return categories.map((_, index) => index).filter((index) => index % every === 0)
}

/** Moves labels apart to at least `gap` pixels, in their order, within `low` and `high` as far as there is room. */
export function spreadLabels(places: number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, index) => index).sort((left, right) => (places[left] ?? 0) - (places[right] ?? 0))
  const spread = [...places]
  let least = low
  for (const index of order) {
    spread[index] = Math.max(spread[index] ?? 0, least)
    least = (spread[index] ?? 0) + gap
  }
  let most = high
  for (const index of order.reverse()) {
    spread[index] = Math.min(spread[index] ?? 0, most)
    most = (spread[index] ?? 0) - gap
  }
  return spread
}

/** Breaks names into rows that fit `width`; each entry has its row and its distance from the left. */
export function placeLegend(names: string[], width: number): { row: number; x: number }[] {
  let row = 0
  let x = 0
  return names.map((name) => {
    const needed = 24 + textWidth(name, fontSize.label) + 14
    if (x > 0 && x + needed > width) {
      row += 1
      x = 0
    }
    const placed = { row, x }
    x += needed
    return placed
  })
}

/** A text cut to what fits, with an ellipsis; the whole text stands in the table. */
export function fitText(text: string, width: number, size: number = fontSize.label): string {
  const fits = Math.max(3, Math.floor(width / (size * perCharacter)))
  return text.length <= fits ? text : `${text.slice(0, fits - 1).trimEnd()}…`
}
