import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
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
  test.each(specs)('$title', ({ id, picture }) => expectWritten(`calculations/${id}.svg`, `${chartSvg(picture!.chart())}\n`))

  test('and there is no picture without a method', () =>
    expect(readdirSync(pictures).sort()).toEqual(specs.map(({ id }) => `${id}.svg`).sort()))
})

function expectWritten(name: string, content: string) {
  const file = join(docs, name)
  if (writing) writeFileSync(file, content)
  expect(readFileSync(file, 'utf8')).toBe(content)
}
