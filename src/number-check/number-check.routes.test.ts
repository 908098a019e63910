import { expect, test } from 'vitest'
import { testApp } from '../../test/support/test-app.ts'
import { upload } from '../../test/support/upload.ts'
import type { CheckedView } from './checked-view.ts'

const app = await testApp()
const check = (text: string) => app.as('controller', { method: 'POST', url: '/api/check-text', payload: { text } })
const send = (name: string, content: string) => upload(app, 'controller', name, content, '/api/check-text/file')

test('tells what does not add up, with the sentence and the place to mark', async () => {
  const view = (await check('Av de 79 personer som började fick 29 arbete (47 %).')).json<CheckedView>()
  expect(view).toMatchObject({ numbers: 3, tables: 0, isWhole: true })
  expect(view.findings).toMatchObject([
    { kind: 'share', severity: 'error', line: 1, places: [{ block: 0 }, { block: 0 }, { block: 0 }] },
  ])
  const { from, until } = view.findings[0]!.places[0]!
  expect(view.blocks[0]!.block).toMatchObject({ kind: 'paragraph' })
  expect('text' in view.blocks[0]!.block && view.blocks[0]!.block.text.slice(from, until)).toBe('47 %')
})

test('a file is read by its name', async () => {
  const answer = await send('rapport.md', '# Plan\n\nHushållen har fått stöd i xx antal år.')
  expect(answer.json<CheckedView>().findings).toMatchObject([{ kind: 'placeholder', line: 3 }])
})

test.each([
  ['a file without text', 'tom.txt', ''],
  ['a file that is no Word document', 'rapport.docx', 'Detta är text.'],
  ['a file that is called a PDF', 'rapport.pdf', 'Detta är text.'],
  ['a PDF', 'rapport.txt', '%PDF-1.7 1 0 obj'],
])('%s is refused with what to do', async (_, name, content) => {
  const answer = await send(name, content)
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ text: expect.stringMatching(/[.!]$/) })
})
