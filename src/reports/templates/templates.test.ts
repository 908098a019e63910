import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { indicators } from '../../analysis/indicators.ts'
import { reportBodies } from '../../catalogue/report-bodies.ts'
import { parseReference } from '../figure-reference.ts'
import type { TemplatePart } from '../template.ts'
import { asAppendix, assignment } from './assignment.ts'
import { builtInTemplates } from './templates.ts'

const partsOf = (name: string): TemplatePart[] => builtInTemplates[name]!.sections.flatMap(({ parts }) => parts)
const known = new Set(indicators.map(({ id }) => id))

/** Tables that some slice makes; those of a municipality's own actions, groups and projects have its keys in their ids. */
const tables = new Set([
  ...['volumes', 'staff', 'operating-statement', 'statement-by-month', 'investment-statement'],
  ...['households-by-year', 'obstacles', 'flow', 'throughput', 'snapshot', 'long-term', 'duration-classes'],
  ...['savings-actions', 'savings-net', 'savings-change'],
  ...['recipient-partition', 'never-referred', 'exit-conversations', 'exit-changes'],
])

describe.each(Object.keys(builtInTemplates))('the template %s', (name) => {
  test('is what a municipality’s own must be', () => {
    const [fault] = Value.Errors(reportBodies['report-template'], builtInTemplates[name])
    expect(fault).toBeUndefined()
  })

  test('has no two sections, and no two texts, of the same key', () => {
    const { sections } = builtInTemplates[name]!
    const texts = partsOf(name).flatMap((part) => (part.kind === 'text' ? [part.key] : []))
    for (const keys of [sections.map(({ key }) => key), texts]) expect(new Set(keys).size).toBe(keys.length)
  })

  test('begins with a chapter, and goes down one level at a time', () => {
    let before = 0
    for (const { level } of builtInTemplates[name]!.sections) {
      expect(level).toBeLessThanOrEqual(before + 1)
      before = level
    }
  })

  test('names figures that there are', () => {
    for (const part of partsOf(name)) {
      if (part.kind === 'indicators') for (const id of part.ids) expect([...known]).toContain(id)
      if (part.kind === 'tables') for (const id of part.ids) expect([...tables]).toContain(id)
      if (part.kind === 'chart') expect([...known, ...tables]).toContain(part.id)
    }
  })

  test('writes figures in its texts as addresses of figures that there are', () => {
    const addresses = partsOf(name)
      .flatMap((part) => (part.kind === 'text' ? [...part.suggestion.matchAll(/\{([^{}]+)\}/g)] : []))
      .map(([, address = '']) => address)
    for (const address of addresses) {
      const reference = parseReference(address)
      expect([address, reference === null]).toEqual([address, false])
      if (reference?.of === 'indicator') expect([...known]).toContain(reference.id)
      if (reference?.of === 'cell') expect([...tables]).toContain(reference.table)
    }
  })

  test('has the children on the first row where there is a table of figures about households', () => {
    const withoutChildren = new Set(['inflow', 'long-term-calendar-year'])
    for (const part of partsOf(name))
      if (part.kind === 'indicators' && !withoutChildren.has(part.ids[0]!)) expect(part.ids[0]).toBe('children')
  })
})

test('the tertial report has the chapters of the board’s report of April 2019 (8.3.1)', () => {
  let chapter = 0
  let part = 0
  const numbered = builtInTemplates.tertial!.sections.flatMap(({ heading, level }) => {
    if (level === 1) [chapter, part] = [chapter + 1, 0]
    else if (level === 2) part += 1
    return level === 3 ? [] : [`${level === 1 ? chapter : `${chapter}.${part}`} ${heading}`]
  })
  expect(numbered.slice(0, 19)).toEqual([
    '1 Förvaltningsberättelse',
    '1.1 Sammantagen bedömning med åtgärdsplan',
    '1.2 Volymutveckling',
    '1.3 Framåtblick',
    '2 Målredovisning',
    '2.1 Tillväxt, fler jobb och ökad egen försörjning',
    '2.2 Attraktiva boende- och livsmiljöer',
    '2.3 En stark och trygg skola för bättre kunskaper',
    '2.4 Trygg vård och omsorg',
    '2.5 Ett rikt kultur-, idrotts- och fritidsliv',
    '2.6 Hållbar miljö',
    '2.7 Attraktiv arbetsgivare och effektiv organisation',
    '3 Personalredovisning',
    '3.1 Personalnyckeltal',
    '4 Ekonomisk redovisning',
    '4.1 Ekonomiskt utfall enligt driftredovisningen med helårsprognos',
    '4.2 Ekonomiskt utfall enligt investeringsredovisningen med helårsprognos',
    '5 Särskilda uppdrag',
    '5.1 Uppdrag från Övergripande plan med budget',
  ])
  expect(builtInTemplates.tertial!.sections.filter(({ heading }) => heading === 'Lägesrapport')).toHaveLength(7)
})

test('the sub-report stands whole in the tertial report’s appendix, without the promises that are told before it', () => {
  const appendix = asAppendix(assignment)
  const headings = appendix.slice(1).map(({ heading }) => heading)
  expect(headings).toEqual(assignment.sections.map(({ heading }) => heading))
  expect(appendix.flatMap(({ parts }) => parts).filter(({ kind }) => kind === 'promises')).toEqual([])
})
