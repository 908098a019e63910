import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fillOf, hue, lineColour, paint } from '../src/charts/paint.ts'

const theme = readFileSync(new URL('../src/ui/theme.css', import.meta.url), 'utf8')
/** The first value of a colour in the theme is the light one and the second the dark. */
const inTheme = (colour: string, at: number) =>
  [...theme.matchAll(new RegExp(`${/--[\w-]+/.exec(colour)?.[0]}:\\s*(#[0-9a-f]{6})`, 'g'))][at]?.[1] ?? ''
const fallback = (colour: string) => /#[0-9a-f]{6}/.exec(colour)?.[0] ?? ''

/** As WCAG 2 counts it. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right)
  return (high + 0.05) / (low + 0.05)
}
const luminance = (colour: string) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, at) => {
    const part = Number.parseInt(colour.slice(1 + at * 2, 3 + at * 2), 16) / 255
    return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  }, 0)

const grounds = [
  ['as a file', fallback],
  ['in light', (colour: string) => inTheme(colour, 0)],
  ['in dark', (colour: string) => inTheme(colour, 1)],
] as const

describe.each(grounds)('%s', (_name, resolved) => {
  const ground = resolved(paint.background)
  test.each([0, 1, 2, 3, 4])('series %i is told from the ground', (index) =>
    expect(contrast(resolved(hue(index)), ground)).toBeGreaterThanOrEqual(3),
  )
  test.each([paint.axis, paint.reference])('%s is told from the ground', (colour) =>
    expect(contrast(resolved(colour), ground)).toBeGreaterThanOrEqual(3),
  )
  test.each([paint.ink, paint.quiet])('%s is read with ease', (colour) =>
    expect(contrast(resolved(colour), ground)).toBeGreaterThanOrEqual(4.5),
  )
})

test('what is only compared with has a colour of its own', () => {
  expect(lineColour({ role: 'reference' }, 0)).toBe(paint.reference)
  expect(lineColour({}, 1)).toBe(hue(1))
  expect(fillOf({ role: 'reference' }, 0)).toEqual({ fill: paint.referenceFill, stroke: paint.reference })
})
