import { describe, expect, test } from 'vitest'
import { sampleFigures } from '../../test/support/sample-figures.ts'
import { sampleInput, samplePromise, sampleTemplate } from '../../test/support/sample-report.ts'
import { month } from '../values/month.ts'
import { inlineText } from './cell-text.ts'
import type { Block, Document, Table } from './document.ts'
import { reportFromTemplate } from './report-from-template.ts'
import type { ReportNote, TemplatePart, TemplateSection } from './template.ts'
import { builtInTemplates } from './templates/templates.ts'

const section = (parts: TemplatePart[], rest: Partial<TemplateSection> = {}): TemplateSection => ({
  ...{ key: 'a', heading: 'Avsnitt', level: 1, parts },
  ...rest,
})
const text = (suggestion: string, key = 'a'): TemplatePart => ({
  ...{ kind: 'text', key, guidance: '', suggestion, required: 'no' },
})
const reportOf = (parts: TemplatePart[], rest = {}) =>
  reportFromTemplate(sampleInput(sampleTemplate([section(parts)]), rest))
const blocksOf = ({ sections }: Document): Block[] => sections.flatMap(({ blocks }) => blocks)
const words = (document: Document) =>
  blocksOf(document)
    .flatMap((block) => (block.kind === 'paragraph' ? [inlineText(block.content)] : []))
    .map((line) => line.replaceAll('\u00a0', ' '))

describe('a text', () => {
  test('that nobody has written is the suggestion with its figures', () => {
    const report = reportOf([text('Det var {households-per-month} hushåll, mot {households-per-month:before}.')])
    expect(words(report)).toEqual(['Det var 602 hushåll, mot 599.'])
    expect(report.notes.map(({ id }) => id)).toEqual(['households-per-month'])
  })

  test('of a suggestion stands also where a change follows from what is protected, and says so', () => {
    const figures = sampleFigures()
    const hidden = { value: null, numerator: null, denominator: null, withheld: 'too-few' as const }
    const indicators = figures.indicators.map((each) =>
      each.id === 'households-per-month' ? { ...each, comparison: { ...each.comparison!, ...hidden } } : each,
    )
    const report = reportOf([text('Det var {households-per-month} ({households-per-month:change}).')], {
      figures: { ...figures, indicators },
    })
    expect(words(report)).toEqual(['Det var 602 (visas inte (skyddad uppgift)).'])
  })

  test('of a suggestion leaves out the paragraphs and items whose figures there are none of', () => {
    const report = reportOf([
      text('Kvar.\n\nPrognosen är {operating-statement/result/forecast}.\n\n- {inflow} nya\n- {no-such} andra'),
    ])
    expect(words(report)).toEqual(['Kvar.'])
    expect(blocksOf(report)[1]).toMatchObject({ kind: 'list', items: [[{ count: 97 }, ' nya']] })
  })

  test('that is written stands as it is, also when it is empty, and a missing figure is said to be missing', () => {
    const written: Block = { kind: 'paragraph', content: ['Se ', { kind: 'missing', address: 'no-such' }, '.'] }
    const report = reportOf([text('Förslag', 'a'), text('Förslag', 'b')], {
      texts: new Map([
        ['a', [written]],
        ['b', []],
      ]),
    })
    expect(words(report)).toEqual(['Se [uppgift saknas].'])
  })

  test('with lines that are numbered is an ordered list', () =>
    expect(blocksOf(reportOf([text('1. Ett\n2. Två')]))).toEqual([
      { kind: 'list', ordered: true, items: [['Ett'], ['Två']] },
    ]))
})

describe('tables, indicators and charts', () => {
  test('without figures are left out, and a heading with nothing below it says so', () => {
    const report = reportOf([
      { kind: 'tables', ids: ['staff'] },
      { kind: 'chart', id: 'staff' },
      { kind: 'indicators', caption: 'Inget', ids: ['none'] },
    ])
    expect(words(report)).toEqual(['Ingen text är skriven.'])
  })

  test('are of another period where the template says so, and tell which', () => {
    const year = { ...sampleFigures(), from: month('2018-01'), to: month('2018-12') }
    const parts: TemplatePart[] = [
      { kind: 'tables', ids: ['obstacles'], period: 'year-before' },
      { kind: 'indicators', caption: 'Hushåll', ids: ['households-per-month'], period: 'year-before' },
      { kind: 'tables', ids: ['obstacles'], period: 'first-month' },
    ]
    const captions = blocksOf(reportOf(parts, { others: { 'year-before': year } })).map((block) =>
      block.kind === 'table' ? block.caption : block.kind,
    )
    expect(captions).toEqual([`${year.tables.find(({ id }) => id === 'obstacles')!.name}, 2018`, 'Hushåll, 2018'])
  })

  test('come in the order of the template, each with the comment that somebody has written on it', () => {
    const figures = sampleFigures()
    const tables = figures.tables.map((table) => ({ ...table, comment: `Om ${table.id}.` }))
    const report = reportOf([{ kind: 'tables', ids: ['snapshot', 'volumes'] }], { figures: { ...figures, tables } })
    expect(blocksOf(report).map((block) => (block.kind === 'table' ? block.id : block.kind))).toEqual([
      ...['snapshot', 'paragraph', 'volumes', 'paragraph'],
    ])
    expect(words(report)).toEqual(['Om snapshot.', 'Om volumes.'])
  })
})

describe('promises', () => {
  const part = { kind: 'promises', of: 'assignment', heading: null } as const
  const tableOf = (document: Document) => blocksOf(document).find((block): block is Table => block.kind === 'table')!

  test('tell what was last said by now, with its date, and who decided', () => {
    const statuses = [
      { on: '2019-03-01', text: 'Påbörjat.', longer: '', figure: null },
      { on: '2019-05-14', text: 'Pågår.', longer: 'Delrapport i juni.', figure: null },
      { on: '2019-06-01', text: 'Senare.', longer: '', figure: null },
    ]
    const { columns, rows } = tableOf(reportOf([part], { promises: [samplePromise({ statuses })] }))
    expect(columns).toEqual(['Kommentar'])
    expect(rows[0]?.label).toBe('Öka övergången till egen försörjning (KF 2017-11-20 § 186, SOCN/2018:65)')
    expect(rows[0]?.cells).toEqual([{ kind: 'text', text: '2019-05-14. Pågår. Delrapport i juni.' }])
  })

  test('have the figure they are seen by beside its target, and both answer to its definition', () => {
    const success = { figure: 'households-per-month', direction: 'at-most', target: 550, baseline: 599 } as const
    const { rows } = tableOf(reportOf([part], { promises: [samplePromise({ success })] }))
    expect(rows[0]?.cells.slice(1)).toEqual([
      { kind: 'count', count: 602, definitionId: 'households-per-month' },
      { kind: 'text', text: 'högst 550', definitionId: 'households-per-month' },
    ])
  })

  test('belong to a heading whether it is numbered or not, and are gone once they were closed before the period', () => {
    const goal = { kind: 'promises', of: 'goal', heading: 'Hållbar miljö' } as const
    const closed = (on: string) => ({ on, outcome: 'kept', figure: 'paid', text: 'Klart.' }) as const
    const promises = [
      samplePromise({ kind: 'goal', title: 'Med', heading: '2.6 Hållbar miljö' }),
      samplePromise({ kind: 'goal', title: 'Nyss', heading: 'Hållbar miljö', closed: closed('2019-02-01') }),
      samplePromise({ kind: 'goal', title: 'Förr', heading: 'Hållbar miljö', closed: closed('2018-12-31') }),
      samplePromise({ kind: 'goal', title: 'Annat', heading: 'Skola' }),
    ]
    expect(tableOf(reportOf([goal], { promises })).rows.map(({ label }) => label.split(' (')[0])).toEqual([
      'Med',
      'Nyss',
    ])
  })
})

test('notes of the period stand in the order of their days, without a claim', () => {
  const note = (key: string, on: string, until: string | null): ReportNote => ({
    key,
    body: { kind: 'external-factor', title: key, text: 'Kan påverka.', on, until, figures: [], source: 'Källan' },
  })
  const notes = [note('b', '2019-03-01', null), note('a', '2018-05-01', null), note('slut', '2018-01-01', '2018-06-01')]
  const [list] = blocksOf(reportOf([{ kind: 'notes', of: 'external-factor' }], { notes }))
  expect(list).toMatchObject({
    kind: 'list',
    items: [
      [{ text: 'a.' }, expect.anything()],
      [{ text: 'b.' }, expect.anything()],
    ],
  })
})

test('each action of the savings ledger has a section with its own row of the table (000-19)', () => {
  const ledger = { ...sampleFigures().tables[0]!, id: 'savings-actions', name: 'Åtgärder' }
  const [row] = ledger.rows
  const figures = { ...sampleFigures(), tables: [{ ...ledger, rows: [{ ...row!, id: 'mottagning' }, row!] }] }
  const body = {
    ...{ name: 'Mottagning', background: 'Från juni.', targetGroup: 'Alla nya', goal: '', owner: 'Chefen' },
    ...{ attribution: 'action', intervention: null, group: null, start: '2019-01', until: null, counted: 'separately' },
    ...{ baseline: { from: '2018-01', until: '2019-01' }, assumptions: [], ownCosts: [], counterfactuals: [] },
  }
  const actions = [
    { key: 'mottagning', body },
    { key: 'later', body: { ...body, start: '2019-06' } },
  ]
  const { sections } = reportOf([{ kind: 'actions' }], { figures, actions })
  expect(sections.map(({ heading, level }) => [heading, level])).toEqual([
    ['Avsnitt', 1],
    ['Mottagning', 2],
  ])
  expect(sections[1]?.blocks.map((block) => (block.kind === 'table' ? block.rows.length : block.kind))).toEqual([
    ...['paragraph', 'paragraph', 1],
  ])
})

test('a long report has a title page and contents, a short one has not', () => {
  const long = reportFromTemplate(sampleInput(builtInTemplates.tertial!))
  const short = reportFromTemplate(sampleInput(builtInTemplates['public-news']!))
  expect([long.frontPage, short.frontPage]).toEqual([true, undefined])
})

test('no heading is more than one level below the one before it, whatever the template says', () => {
  const levels = [2, 3, 1, 3] as const
  const template = sampleTemplate(levels.map((level, at) => section([text('x', `t${at}`)], { key: `s${at}`, level })))
  expect(reportFromTemplate(sampleInput(template)).sections.map(({ level }) => level)).toEqual([1, 2, 1, 2])
})
