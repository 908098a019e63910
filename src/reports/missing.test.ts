import { describe, expect, test } from 'vitest'
import { sampleFigures } from '../../test/support/sample-figures.ts'
import { sampleInput, samplePromise, sampleTemplate } from '../../test/support/sample-report.ts'
import type { Block } from './document.ts'
import { missingIn } from './missing.ts'
import type { ReportInput, TemplatePart, TextPart } from './template.ts'

const text = (required: TextPart['required'], suggestion = '', key = 'k'): TemplatePart => ({
  ...{ kind: 'text', key, guidance: '', suggestion, required },
})
const statement: TemplatePart = { kind: 'tables', ids: ['operating-statement'] }
const paragraph = (...content: Extract<Block, { kind: 'paragraph' }>['content']): Block => ({
  kind: 'paragraph',
  content,
})

const missing = (parts: TemplatePart[], rest: Partial<ReportInput> = {}, heading = 'Drift') =>
  missingIn(sampleInput(sampleTemplate([{ key: 's', heading, level: 1, parts }]), rest))
const kindsIn = (written: string) =>
  missing([text('no')], { texts: new Map([['k', [paragraph(written)]]]) }).map(({ kind, text }) => [kind, text])

describe('an empty text', () => {
  test('is missed where it must be written, and not where it may be left out', () => {
    expect(missing([text('always')])).toEqual([
      { kind: 'empty-text', section: 'Drift', part: 'k', text: 'Texten under ”Drift” är tom.', stops: true },
    ])
    expect(missing([text('no')])).toEqual([])
    expect(missing([text('always')], { texts: new Map([['k', [paragraph('  ')]]]) })).toHaveLength(1)
  })

  test('is missed beside a table that deviates much, also in the section below the table (002)', () => {
    expect(missing([statement, text('when-deviating')]).map(({ text }) => text)).toEqual([
      'Texten under ”Drift” är tom, men driftredovisning avviker mycket och behöver en kommentar.',
    ])
    const template = sampleTemplate([
      { key: 'a', heading: 'Drift', level: 2, parts: [statement] },
      { key: 'b', heading: 'Kommentar', level: 3, parts: [text('when-deviating')] },
      { key: 'c', heading: 'Annat', level: 2, parts: [text('when-deviating', '', 'other')] },
    ])
    expect(missingIn(sampleInput(template)).map(({ section }) => section)).toEqual(['Kommentar'])
  })

  test('is not missed beside a table within the limits, or one that has a comment of its own', () => {
    const figures = sampleFigures()
    const [table] = figures.tables.filter(({ id }) => id === 'operating-statement')
    const calm = {
      ...table!,
      rows: table!.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, value: 100 })) })),
    }
    for (const shown of [calm, { ...table!, comment: 'Förklarat.' }])
      expect(missing([statement, text('when-deviating')], { figures: { ...figures, tables: [shown] } })).toEqual([])
  })
})

describe('what is left to be filled in', () => {
  test.each([
    'i xx antal år',
    'X antal socialsekreterare',
    'TBD',
    'ca … hushåll',
    '[belopp]',
    '____ kronor',
    'n personer',
  ])('»%s« is found (001-3)', (words) => expect(kindsIn(words).map(([kind]) => kind)).toEqual(['placeholder']))

  test.each([
    'hjälp från personer med egen erfarenhet',
    'Max antal platser är 20.',
    'Hushållen (60 av 100) har följts i två år.',
    'Kostnaden är 1 270 tkr.',
  ])('»%s« is whole', (words) => expect(kindsIn(words)).toEqual([]))

  test('is found in the status of a promise too', () => {
    const statuses = [{ on: '2019-05-14', text: 'Xx e-tjänster är klara.', longer: '', figure: null }]
    const found = missing([{ kind: 'promises', of: 'assignment', heading: null }], {
      promises: [samplePromise({ statuses })],
    })
    expect(found).toMatchObject([
      { kind: 'placeholder', part: null, text: '”Xx” står kvar i texten och ska ersättas.' },
    ])
  })
})

test('a figure that is not there stops where it is written, and is only told where a suggestion was left out for it', () => {
  const written = paragraph('Det var ', { kind: 'missing', address: 'no-such' }, ' hushåll.')
  expect(missing([text('no')], { texts: new Map([['k', [written]]]) })).toMatchObject([
    { kind: 'no-such-figure', part: 'k', stops: true },
  ])
  expect(missing([text('no', 'Det var {no-such} hushåll.')])).toMatchObject([{ kind: 'no-such-figure', stops: false }])
})

test('a number whose definition there is none of, or that says nothing, is missed', () => {
  const cell = { kind: 'count', count: 3, definitionId: 'no-such' } as const
  expect(missing([text('no')], { texts: new Map([['k', [paragraph(cell)]]]) })).toMatchObject([
    { kind: 'no-definition' },
  ])
  const figures = sampleFigures()
  const bare = figures.tables.map((table) => ({ ...table, definition: ' ' }))
  expect(missing([statement], { figures: { ...figures, tables: bare } })).toMatchObject([{ kind: 'no-definition' }])
})
