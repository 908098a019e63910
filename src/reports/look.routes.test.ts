import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../test/support/test-app.ts'
import type { Role } from '../access/permissions.ts'
import type { LookView } from './reports-view.ts'

const app = await testApp()
const look = { committee: 'Socialnämnden', accent: '#7a1f3d', logo: null, wordStyles: null }
const report = '/api/reports/public-news?from=2019-01&to=2019-04'
const save = (role: Role, seen: number, body: object) =>
  app.as(role, { method: 'PUT', url: '/api/catalogue/report-look/standard', payload: { seen, body } })

const styles =
  '<w:styles><w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style></w:styles>'
const boundary = 'utfall-test'
function sendTemplate(role: Role, content: Uint8Array) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="mall.dotx"\r\n\r\n`
  return app.as(role, {
    method: 'POST',
    url: '/api/report-look/word-template',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
}

describe('how reports look', () => {
  test('is nobody’s until it is saved, and then stands in every report', async () => {
    const before: LookView = (await app.as('controller', '/api/report-look')).json()
    expect(before).toEqual({ seen: 0, look: null, mayEdit: true })
    expect((await save('controller', 0, look)).statusCode).toBe(200)
    const after: LookView = (await app.as('controller', '/api/report-look')).json()
    expect(after).toEqual({ seen: 1, look, mayEdit: true })
    const html = (await app.as('controller', `${report}&format=html`)).body
    expect(html).toContain('Katrineholm · Socialnämnden')
    expect(html).toContain('#7a1f3d')
  })

  test('is read by the board, and not changed by it', async () => {
    const seen: LookView = (await app.as('board', '/api/report-look')).json()
    expect(seen.mayEdit).toBe(false)
    expect((await save('board', 1, look)).statusCode).toBe(403)
    expect((await sendTemplate('board', new Uint8Array())).statusCode).toBe(403)
  })

  test('is refused with a colour that is none', async () => {
    expect((await save('controller', 1, { ...look, accent: 'röd' })).statusCode).toBe(400)
  })
})

describe('a Word template', () => {
  test('gives its styles, under the names that reports use', async () => {
    const answer = await sendTemplate('manager', zipSync({ 'word/styles.xml': strToU8(styles) }))
    expect(answer.json()).toEqual({ wordStyles: styles.replace('Rubrik1', 'Heading1') })
  })

  test('that is something else is refused with what to do', async () => {
    const answer = await sendTemplate('manager', strToU8('%PDF-1.7'))
    expect([answer.statusCode, answer.json().problem]).toEqual([422, 'no-template'])
    expect(answer.json().text).toContain('docx')
  })
})

test('the list of reports has the follow-up, the program’s templates, and the municipality’s own in their place', async () => {
  const own = {
    ...{ name: 'Vår nyhet', purpose: '', period: 'any', signedBy: ['manager'] },
    sections: [{ key: 'a', heading: 'Nytt', level: 1, parts: [] }],
  }
  const saved = await app.as('manager', {
    ...{ method: 'PUT', url: '/api/catalogue/report-template/public-news' },
    payload: { seen: 0, body: own },
  })
  expect(saved.statusCode).toBe(200)
  const { reports } = (await app.as('board', '/api/reports')).json<{ reports: { key: string; isOwn: boolean }[] }>()
  expect(reports[0]?.key).toBe('follow-up')
  expect(reports.filter(({ key }) => key === 'public-news')).toEqual([
    { key: 'public-news', name: 'Vår nyhet', purpose: '', isOwn: true },
  ])
  expect((await app.as('board', `${report}&format=json`)).json().title).toBe('Vår nyhet')
})
