import { createHash } from 'node:crypto'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import type { Role } from '../access/permissions.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Document } from '../reports/document.ts'
import { sixAdults, sixPayments } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { joinSteps, joining, unsentSteps } from './joined-text.page.tsx'
import { plainText, textSchema } from './text-schema.ts'
import type { AsKnownNow, Changes, DraftView, FigureChoices, Preview, ReportList, VersionView } from './writing-view.ts'

const app = await testApp()
await app.importText('hushall.csv', sixAdults())
await app.importText('utbetalningar.csv', sixPayments())

/** A template of the municipality's own: one text that must be written, one that may be, and the figures it stands on. */
const template = {
  name: 'Månadsbrev',
  purpose: 'Till nämnden varje månad.',
  period: 'month',
  signedBy: ['controller'],
  sections: [
    {
      key: 'laget',
      heading: 'Läget',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'laget',
          guidance: 'Vad har hänt?',
          suggestion:
            'I genomsnitt fick {households-per-month} hushåll bistånd. Det finns {ingen-siffra}.\n\nDe fick {paid|tkr}.',
          required: 'always',
        },
        { kind: 'indicators', caption: 'Nyckeltal', ids: ['households-per-month', 'paid'] },
      ],
    },
    {
      key: 'ovrigt',
      heading: 'Övrigt',
      level: 1,
      parts: [{ kind: 'text', key: 'ovrigt', guidance: '', suggestion: '', required: 'no' }],
    },
  ],
}
await app.as('controller', {
  method: 'PUT',
  url: '/api/catalogue/report-template/manadsbrev',
  payload: { seen: 0, body: template },
})

const address = '/api/written-reports'
const get = async <Answer>(role: Role, url: string): Promise<Answer> => (await app.as(role, url)).json() as Answer
const post = (role: Role, url: string, payload: object) => app.as(role, { method: 'POST', url, payload })
const put = (role: Role, url: string, payload: object) => app.as(role, { method: 'PUT', url, payload })

async function begin(title = 'Januari 2019'): Promise<string> {
  const answer = await post('controller', address, {
    ...{ template: 'manadsbrev', templateVersion: 1, title, from: '2019-01', to: '2019-01' },
  })
  expect(answer.statusCode).toBe(200)
  return `${address}/${answer.json<{ id: number }>().id}`
}

const textIn = (view: DraftView, key: string) => {
  const found = view.sections.flatMap(({ parts }) => parts).find((part) => part.kind === 'text' && part.key === key)
  if (found?.kind !== 'text') throw new Error(`No text ${key}`)
  return found.text
}

/** Somebody's window on a text, as the page has it. */
async function openText(role: Role, report: string, part: string, name = 'a') {
  const view = await get<DraftView>(role, report)
  const { version, body } = textIn(view, part)
  const clientId = `${view.userId}-${name}`
  let state = EditorState.create({ doc: textSchema.nodeFromJSON(body), plugins: [joining(version, clientId)] })
  return {
    write: (text: string) => (state = state.apply(state.tr.insertText(text, 1))),
    send: async () => {
      const unsent = unsentSteps(state)!
      const answer = await post(role, `${report}/texts/${part}/steps`, { ...unsent, clientId })
      const kept =
        answer.statusCode === 409
          ? answer.json<{ steps: { step: object; clientId: string }[] }>().steps
          : unsent.steps.map((step) => ({ step, clientId }))
      state = joinSteps(state, clientId, kept)
      return answer
    },
    text: () => plainText(state.doc),
  }
}

const write = async (report: string, part: string, text: string) => {
  const open = await openText('controller', report, part, `w${text.length}`)
  open.write(text)
  expect((await open.send()).statusCode).toBe(200)
}

/** Time passes, so that what is imported next is known later; not so much that anybody has to sign in again. */
const later = () => (app.clock.now = new Date(app.clock.now.getTime() + 600_000))

const ready = (report: string) => put('controller', `${report}/texts/laget/status`, { status: 'ready' })
const sign = (report: string, signing: object = {}) =>
  post('controller', `${report}/versions`, { answers: [], reason: '', ...signing })

describe('a report that is begun', () => {
  test('has the suggestion of its template, without the sentences whose figures there are none of', async () => {
    const report = await begin()
    const text = textIn(await get<DraftView>('manager', report), 'laget')
    expect(plainText(textSchema.nodeFromJSON(text.body))).toBe('De fick {paid|tkr}.')
  })

  test('stands in the list with how far it has come', async () => {
    await begin('Till listan')
    const { reports, data } = await get<ReportList>('manager', address)
    expect(reports[0]).toMatchObject({
      title: 'Till listan',
      template: 'Månadsbrev',
      state: 'writing',
      ready: 0,
      texts: 2,
    })
    expect(data).toEqual({ from: '2019-01', to: '2019-01' })
  })

  test('is refused for a template that is not there, and for a period that ends before it begins', async () => {
    const asked = { template: 'ingen', templateVersion: 0, title: 'R', from: '2019-01', to: '2019-01' }
    expect((await post('controller', address, asked)).statusCode).toBe(404)
    const backwards = await post('controller', address, { ...asked, from: '2019-02' })
    expect([backwards.statusCode, backwards.json<{ problem: string }>().problem]).toEqual([400, 'end-before-start'])
  })
})

describe('figures', () => {
  test('are found by Swedish name with their value as the report writes it', async () => {
    const { figures, definitions } = await get<FigureChoices>('controller', `${await begin()}/figures`)
    const paid = figures.find(({ address: each }) => each === 'paid|tkr')
    expect(paid).toMatchObject({ name: expect.stringContaining('(tkr)'), text: '6\u00a0tkr', state: 'known' })
    expect(definitions[paid!.definitionId]).toMatch(/\.$/)
  })
})

describe('two authors in one text', () => {
  test('who comes second gets what is missing, joins, and both have all the words', async () => {
    const report = await begin()
    const [controller, manager] = [
      await openText('controller', report, 'laget'),
      await openText('manager', report, 'laget'),
    ]
    controller.write('Först. ')
    manager.write('Sedan. ')
    expect((await controller.send()).statusCode).toBe(200)
    expect((await manager.send()).statusCode).toBe(409)
    expect((await manager.send()).statusCode).toBe(200)
    expect(manager.text()).toContain('Först. ')
    expect(manager.text()).toContain('Sedan. ')
    const kept = textIn(await get<DraftView>('controller', report), 'laget')
    expect(plainText(textSchema.nodeFromJSON(kept.body))).toBe(manager.text())
  })

  test('who send at the same moment are taken one at a time', async () => {
    const report = await begin()
    const windows = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => openText(name < 'c' ? 'controller' : 'manager', report, 'ovrigt', name)),
    )
    for (const [at, window] of windows.entries()) window.write(`ord${at} `)
    const codes = (await Promise.all(windows.map((window) => window.send()))).map(({ statusCode }) => statusCode)
    expect(codes.toSorted()).toEqual([200, 409, 409, 409])
  })

  test('are told of each other while they write, and not of themselves', async () => {
    const report = await begin()
    await app.as('manager', `${report}/changes?seen=laget:0&writing=laget`)
    const seen = await get<Changes>('controller', `${report}/changes?seen=laget:0`)
    expect(seen.writers).toEqual([{ part: 'laget', name: 'Test manager' }])
    expect((await get<Changes>('manager', `${report}/changes?seen=laget:0`)).writers).toEqual([])
  })
})

describe('a change that is not one', () => {
  test.each([
    ['does not fit the text', [{ stepType: 'replace', from: 900, to: 901 }]],
    ['is no step', [{ stepType: 'nothing' }]],
    [
      'brings what a text may not hold',
      [{ stepType: 'replace', from: 0, to: 0, slice: { content: [{ type: 'image', attrs: { src: 'x' } }] } }],
    ],
    [
      'brings a figure without an address',
      [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'figure', attrs: { address: 7 } }] } }],
    ],
  ])('is refused when it %s, and nothing is kept', async (_, steps) => {
    const report = await begin()
    const { userId } = await get<DraftView>('controller', report)
    const answer = await post('controller', `${report}/texts/laget/steps`, {
      version: 0,
      clientId: `${userId}-x`,
      steps,
    })
    expect([answer.statusCode, answer.json<{ problem: string }>().problem]).toEqual([400, 'does-not-apply'])
    expect(textIn(await get<DraftView>('controller', report), 'laget').version).toBe(0)
  })

  test('is refused in the name of another', async () => {
    const report = await begin()
    const { userId } = await get<DraftView>('manager', report)
    const steps = [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'x' }] } }]
    const answer = await post('controller', `${report}/texts/laget/steps`, {
      version: 0,
      clientId: `${userId}-x`,
      steps,
    })
    expect(answer.statusCode).toBe(409)
  })
})

test('numbers that cannot all be right are told beside the text, with what follows from what', async () => {
  const report = await begin()
  await write(report, 'ovrigt', 'Antalet hushåll minskade från 420 till 376, en minskning med 54 hushåll. ')
  const { findings } = await get<Preview>('controller', `${report}/preview`)
  expect(findings.filter(({ kind }) => kind === 'number')).toMatchObject([
    { part: 'ovrigt', section: 'Övrigt', stops: true, text: expect.stringContaining('44') },
  ])
})

test('a number that the register has otherwise is asked about, with the definition and how far the data reach', async () => {
  const report = await begin()
  await write(report, 'ovrigt', 'Under januari 2019 fick 999 hushåll ekonomiskt bistånd. ')
  const { findings } = await get<Preview>('controller', `${report}/preview`)
  expect(findings.filter(({ kind }) => kind === 'number')).toMatchObject([
    {
      part: 'ovrigt',
      stops: false,
      text: expect.stringMatching(/registret har \d.*Så räknar registret: .*till och med/s),
    },
  ])
})

describe('signing', () => {
  test('is refused while something is missing, each thing said, and by a role that the template does not name', async () => {
    const report = await begin()
    await write(report, 'ovrigt', 'Det kom xx antal hushåll. ')
    const answer = await sign(report)
    expect(answer.statusCode).toBe(409)
    const { left } = answer.json<{ left: { text: string }[] }>()
    expect(left.map(({ text }) => text)).toEqual([
      '”xx” står kvar i texten och ska ersättas.',
      'Texten under ”Läget” är inte markerad som klar.',
    ])
    expect((await post('manager', `${report}/versions`, { answers: [], reason: '' })).statusCode).toBe(403)
  })

  test('goes through when each thing is mended or answered with a reason, which is kept', async () => {
    const report = await begin()
    await ready(report)
    await write(report, 'ovrigt', 'Som det stod: xx. ')
    const { findings } = await get<Preview>('controller', `${report}/preview`)
    const [placeholder] = findings.filter(({ stops }) => stops)
    expect((await sign(report, { answers: [{ key: placeholder!.key, reason: '  ' }] })).statusCode).toBe(409)
    const signed = await sign(report, { answers: [{ key: placeholder!.key, reason: 'Citat ur protokollet.' }] })
    expect(signed.json()).toEqual({ version: 1 })
    const { answers } = await get<VersionView>('manager', `${report}/versions/1`)
    expect(answers).toEqual([{ finding: placeholder!.text, reason: 'Citat ur protokollet.' }])
  })

  test('closes the report for writing until a correction is begun, and a correction needs its reason', async () => {
    const report = await begin()
    await ready(report)
    await sign(report)
    const open = await openText('controller', report, 'ovrigt')
    open.write('Efteråt ')
    expect((await open.send()).json()).toMatchObject({ problem: 'report-signed' })
    expect((await put('controller', `${report}/correction`, { corrects: 1 })).statusCode).toBe(204)
    await write(report, 'ovrigt', 'Rättat. ')
    expect((await sign(report)).json()).toMatchObject({ problem: 'no-reason' })
    expect((await sign(report, { reason: 'Fel månad i texten.' })).json()).toEqual({ version: 2 })
    const first = await get<VersionView>('controller', `${report}/versions/1`)
    expect(first.correctedBy).toMatchObject({ version: 2, reason: 'Fel månad i texten.' })
    expect(JSON.stringify(first.document)).not.toContain('Rättat.')
    const second = await get<VersionView>('controller', `${report}/versions/2`)
    expect(second.version.corrects).toBe(1)
    expect(JSON.stringify(second.document)).toContain('Rättat.')
  })

  test('keeps the document byte for byte with its hash, and as PDF/A, also after later imports', async () => {
    const report = await begin()
    await ready(report)
    await sign(report)
    const read = async () => ({
      json: (await app.as('controller', `${report}/versions/1/file?format=json`)).rawPayload,
      pdf: (await app.as('controller', `${report}/versions/1/file?format=pdf`)).rawPayload,
      sha256: (await get<VersionView>('controller', `${report}/versions/1`)).sha256,
    })
    const before = await read()
    expect(createHash('sha256').update(before.json).digest('hex')).toBe(before.sha256)
    expect(before.pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(before.pdf.toString('latin1')).toMatch(/pdfaid:part>2</)
    later()
    await app.importText('utbetalningar.csv', sixPayments({ H1: '7000,00' }))
    const after = await read()
    expect(after.json.equals(before.json) && after.pdf.equals(before.pdf)).toBe(true)
    expect(after.sha256).toBe(before.sha256)
    await app.importText('utbetalningar.csv', sixPayments())
  })

  test.each([
    'update report_version set document = document',
    'delete from report_version',
    "update report_text_step set step = '{}'",
  ])('leaves nobody the right to `%s`', async (statement) => {
    const denied = inTransaction(app.database.app, (tx) => tx.query(statement))
    await expect(denied).rejects.toThrow(/permission denied/)
  })
})

describe('as reported and as known now', () => {
  test('shows the cells that differ, and the rows that make the difference, one by one for whoever may see households', async () => {
    const report = await begin()
    await ready(report)
    await sign(report)
    const same = await get<AsKnownNow>('controller', `${report}/versions/1/as-known-now`)
    expect([same.cells, same.rows]).toEqual([[], []])
    later()
    await app.importText('utbetalningar.csv', sixPayments({ H1: '7000,00' }))
    const controller = await get<AsKnownNow>('controller', `${report}/versions/1/as-known-now`)
    expect(controller.cells).toContainEqual({
      section: 'Läget',
      place: 'Texten: Utbetalt bistånd',
      reported: '6\u00a0tkr',
      now: '12\u00a0tkr',
    })
    expect(controller.households).toBeNull()
    expect(controller.rows).toEqual([
      expect.objectContaining({ what: 'Utbetalningar', month: '2019-01', withheld: true, ore: null, households: null }),
    ])
    const manager = await get<AsKnownNow>('manager', `${report}/versions/1/as-known-now`)
    expect(manager.households).toEqual([
      expect.objectContaining({ key: 'H1', change: 'changed', beforeOre: 100_000, nowOre: 700_000 }),
    ])
    const log = await inTransaction(app.database.owner, (tx) =>
      tx.query<{ household_ids: number[] }>(
        `select household_ids from audit_entry where action = 'report-as-known-now-read' order by entry_no desc limit 1`,
      ),
    )
    expect(log[0]!.household_ids.map(Number)).toEqual(manager.households!.map(({ id }) => id))
    await app.importText('utbetalningar.csv', sixPayments())
  })
})

test('a draft as a file says that it is one', async () => {
  const answer = await app.as('controller', `${await begin('Brevet')}/file?format=json`)
  expect(answer.json<Document>().title).toBe('UTKAST: Brevet')
  expect(answer.headers['content-disposition']).toContain('utkast-')
})

test('a comment is listed until it is settled, and stands among what is left to see to', async () => {
  const report = await begin()
  await post('manager', `${report}/comments`, { part: 'laget', quoted: 'De fick', text: 'Vilka?' })
  const listed = await get<Changes>('controller', `${report}/changes?seen=`)
  expect(listed.comments).toMatchObject([
    { quoted: 'De fick', text: 'Vilka?', writtenBy: 'Test manager', settledBy: null },
  ])
  const comments = async () =>
    (await get<Preview>('controller', `${report}/preview`)).findings.filter(({ kind }) => kind === 'comment')
  expect(await comments()).toMatchObject([{ part: 'laget', stops: false }])
  await put('controller', `${report}/comments/1`, { settled: true })
  expect(await comments()).toEqual([])
})

test('what is written stands neither in the log nor in an address', async () => {
  const report = await begin()
  await write(report, 'ovrigt', 'Hemligtord ')
  const entries = await inTransaction(app.database.owner, (tx) => tx.query('select detail, subject from audit_entry'))
  expect(JSON.stringify(entries)).not.toContain('Hemligtord')
})
