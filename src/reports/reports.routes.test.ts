import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Figures } from '../analysis/figures.ts'
import { figuresOf } from '../../test/support/register-facts.ts'
import { demoRegister } from '../../test/support/demo-register.ts'
import { readTable } from '../imports/read/read-table.ts'
import { mediaTypes, reportFormats } from './make-report.ts'

const { app } = await demoRegister({ households: 60, months: 16 })
const period = 'from=2019-01&to=2019-04'
const report = (format: string, query = period) => app.as('board', `/api/reports/follow-up?${query}&format=${format}`)
const figures: Figures = await figuresOf(app, `${period}&split=gender`)

const partOf = (bytes: Buffer, name: string) => new TextDecoder().decode(unzipSync(bytes)[name])

describe('the follow-up report', () => {
  test.each(reportFormats)(
    'comes as %s, to be saved under a name that says what it is where it is a file',
    async (format) => {
      const answer = await report(format)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toBe(mediaTypes[format])
      const saved = answer.headers['content-disposition']
      if (format === 'html' || format === 'json') expect(saved).toBeUndefined()
      else expect(saved).toBe(`attachment; filename="follow-up-2019-01-2019-04.${format}"`)
      expect(answer.rawPayload.length).toBeGreaterThan(1000)
    },
  )

  test('tells the same in the document, the workbook and on the page', async () => {
    const statement = figures.tables.find(({ id }) => id === 'operating-statement')!
    const [html, docx, xlsx] = await Promise.all([report('html'), report('docx'), report('xlsx')])
    const document = partOf(docx.rawPayload, 'word/document.xml')
    const workbook = Object.keys(unzipSync(xlsx.rawPayload))
      .filter((name) => name.endsWith('.xml'))
      .map((name) => partOf(xlsx.rawPayload, name))
      .join('\n')
    for (const { label } of statement.rows) {
      expect(html.body).toContain(label)
      expect(document).toContain(label)
      expect(workbook).toContain(label)
    }
    expect(html.body).toContain('Katrineholm')
  })

  test('has the definition of every table in it', async () => {
    const { body } = await report('html')
    const tables = figures.tables.filter(({ id }) =>
      ['obstacles', 'throughput', 'snapshot', 'long-term', 'operating-statement'].includes(id),
    )
    expect(tables).toHaveLength(5)
    for (const { name } of tables) expect(body).toContain(name)
  })

  test('is refused when the period ends before it begins, and when there is no such report or format', async () => {
    expect((await report('html', 'from=2019-04&to=2019-01')).statusCode).toBe(400)
    expect((await report('odt')).statusCode).toBe(400)
    expect((await app.as('board', `/api/reports/nothing?${period}&format=html`)).statusCode).toBe(404)
    expect((await app.as('board', `/api/reports/toString?${period}&format=html`)).statusCode).toBe(404)
  })

  test.each(['reception', 'caseworker', 'coach'] as const)('is not for %s', async (role) => {
    expect((await app.as(role, `/api/reports/follow-up?${period}&format=html`)).statusCode).toBe(403)
  })
})

describe('the figures to download', () => {
  test('come as CSV that our own reader reads, with every indicator', async () => {
    const answer = await app.as('coach', `/api/figures/export?${period}&format=csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('utfall-2019-01-2019-04.csv')
    const { delimiter, encoding, columns, rows } = readTable(answer.rawPayload, 'utfall.csv')
    expect([delimiter, encoding]).toEqual([';', 'utf-8'])
    expect(columns.every((name) => /^[a-z0-9_]+$/.test(name))).toBe(true)
    const text = JSON.stringify(rows)
    for (const { id } of figures.indicators) expect(text).toContain(id)
  })

  test('come as a workbook', async () => {
    const { rawPayload, headers } = await app.as('coach', `/api/figures/export?${period}&format=xlsx`)
    expect(headers['content-type']).toBe(mediaTypes.xlsx)
    expect(readTable(rawPayload, 'utfall.xlsx').rows.length).toBeGreaterThan(10)
  })
})
