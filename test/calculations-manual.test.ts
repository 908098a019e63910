import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { calculateCommand } from '../src/calculate/calculate.ts'
import { chartSvg } from '../src/charts/chart-svg.tsx'
import { manualPage } from '../src/manual/manual-page.ts'
import { specs } from '../src/manual/specs.ts'

/** Set by `npm run docs`: what is compared here is written first. */
const writing = process.env['WRITE_DOCUMENTS'] === '1'

const docs = join(import.meta.dirname, '../docs')
const pictures = join(docs, 'calculations')

if (writing) {
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures)
}

test('docs/calculations.md is what npm run docs writes', () =>
  expectWritten(
    'calculations.md',
    manualPage(specs, ({ id }) => `calculations/${id}.svg`),
  ))

describe('a picture shows when the method is not to be used', () => {
  test.each(specs)('$title', ({ id, picture }) =>
    expectWritten(`calculations/${id}.svg`, `${chartSvg(picture.chart())}\n`),
  )

  test('and there is no picture without a method', () =>
    expect(readdirSync(pictures).sort()).toEqual(specs.map(({ id }) => `${id}.svg`).sort()))
})

describe('the command of a method is one that there is, with every option it needs', () => {
  const { commands } = calculateCommand(() => {})
  test.each(specs.flatMap(({ command }) => command ?? []))('%s', (command) => {
    const [, , name, ...words] = command.split(' ')
    const { options = [] } = commands.find((each) => each.name() === name) ?? {}
    const given = words.filter((word) => word.startsWith('--'))
    expect(options.map(({ long }) => long)).toEqual(expect.arrayContaining(given))
    const needed = options.filter(({ mandatory }) => mandatory).map(({ long }) => long)
    expect(given).toEqual(expect.arrayContaining(needed))
  })
})

function expectWritten(name: string, content: string) {
  const file = join(docs, name)
  if (writing) writeFileSync(file, content)
  expect(readFileSync(file, 'utf8')).toBe(content)
}
