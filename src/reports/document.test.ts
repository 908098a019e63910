import { expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { assembleDocument, type Block, isTextColumn, type NumberCell } from './document.ts'

const content = (blocks: Block[]) => ({
  title: 'Rapport',
  subtitle: 'April 2019',
  municipality: { code: '0483', name: 'Exempelköpings kommun' },
  period: { from: month('2019-04'), to: month('2019-04') },
  sections: [{ heading: 'Hushåll', level: 1 as const, blocks }],
})

const definition = (id: string) => ({ id, name: id, definition: `${id}.`, source: 'Register', version: 1 })

const paragraph = (definitionId: string): Block => ({
  kind: 'paragraph',
  content: ['Antal: ', { kind: 'count', count: 602, definitionId }],
})

test('a number cell cannot be written without its definition', () => {
  // @ts-expect-error: the definition is missing, which is what this test is about
  const cell: NumberCell = { kind: 'count', count: 602 }
  expect(cell.definitionId).toBeUndefined()
})

test('a number whose definition is unknown stops the report', () =>
  expect(() => assembleDocument(content([paragraph('households')]), [definition('persons')])).toThrow('households'))

test('the definitions used become notes, numbered as a reader meets them, and no others', () => {
  const blocks = [paragraph('persons'), paragraph('households'), paragraph('persons')]
  const definitions = [definition('households'), definition('unused'), definition('persons')]
  const { notes } = assembleDocument(content(blocks), definitions)
  expect(notes.map(({ number, id }) => [number, id])).toEqual([
    [1, 'persons'],
    [2, 'households'],
  ])
})

test('a withheld number needs its definition too', () => {
  const block: Block = {
    kind: 'paragraph',
    content: [{ kind: 'withheld', reason: 'too-few', definitionId: 'households' }],
  }
  expect(() => assembleDocument(content([block]), [])).toThrow('households')
})

test('a column of sentences is one of words, and a column of a word or two, or with a number in it, is not', () => {
  const rows = (texts: string[]) => texts.map((text) => ({ label: '', cells: [{ kind: 'text' as const, text }] }))
  expect(isTextColumn({ rows: rows(['Fem konsulter slutar under våren.', '']) }, 0)).toBe(true)
  expect(isTextColumn({ rows: rows(['högst 550', 'minst 90']) }, 0)).toBe(false)
  const number = { label: '', cells: [{ kind: 'count' as const, count: 602, definitionId: 'households' }] }
  expect(isTextColumn({ rows: [...rows(['Fem konsulter slutar under våren.']), number] }, 0)).toBe(false)
})
