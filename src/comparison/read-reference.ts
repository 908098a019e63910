import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { type KoladaPage, pageSchema, referenceOf } from './kolada-answers.ts'
import type { Reference, ReferenceArea, ReferenceGender, ReferenceValue } from './reference.ts'
import { type Inhabitants, inhabitantsByGroup, populationOfJson } from './scb-population.ts'

const pages = Type.Union([pageSchema, Type.Array(pageSchema)])

/** A file of Kolada's or SCB's as JSON: a page as the API gives it, or several in a list. Null for anything else. */
export function readReferenceJson(text: string): Reference | null {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
  const population = populationOfJson(json)
  if (population) return population.length > 0 ? { values: population, areas: [], madeUp: isMadeUp(json) } : null
  if (!Value.Check(pages, json)) return null
  const given: KoladaPage[] = Array.isArray(json) ? json : [json]
  return referenceOf(given)
}

/** The demo's files say so themselves. */
const isMadeUp = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'made_up' in json && json.made_up === true

/** A file as rows and columns, whatever its encoding and delimiter were. */
export type ReferenceTable = { columns: readonly string[]; rows: readonly (readonly string[])[] }

/**
 * A table of Kolada's or SCB's: a year in each column, or the year and the value in columns of their own.
 *
 * Kolada's has the id of the key figure somewhere in its row, SCB's an age. Areas by code, or by the names that are known already.
 * Null when nothing in it can be read.
 */
export function readReferenceTable(table: ReferenceTable, known: readonly ReferenceArea[]): Reference | null {
  const at = columnsOf(table.columns)
  const cells = table.rows.flatMap((row) => cellsOf(row, table.columns, at))
  const isPopulation = at.age >= 0 && at.keyFigure < 0
  const values = isPopulation ? inhabitantsByGroup(cells.map(asInhabitants)) : koladaValues(cells, known)
  return values.length > 0 ? { values, areas: [], madeUp: false } : null
}

type Columns = {
  keyFigure: number
  area: number
  areaCode: number
  gender: number
  age: number
  year: number
  value: number
}

function columnsOf(columns: readonly string[]): Columns {
  const find = (pattern: RegExp) => columns.findIndex((each) => pattern.test(each.trim()))
  return {
    keyFigure: find(/^(nyckeltal|nyckeltals-?id|kpi)/i),
    area: find(/^(kommun|område|region|municipality)$/i),
    areaCode: find(/^(kommunkod|kommun-?id|områdeskod|municipality_id)$/i),
    gender: find(/^(kön|gender)$/i),
    age: find(/^ålder/i),
    year: find(/^(år|period|year)$/i),
    value: find(/^(värde|value)$/i),
  }
}

type Cell = {
  keyFigure: string
  area: string
  areaCode: string
  gender: string
  age: string
  year: string
  value: string
}

function cellsOf(row: readonly string[], columns: readonly string[], at: Columns): Cell[] {
  const text = (position: number) => (position < 0 ? '' : (row[position] ?? '').trim())
  const common = {
    ...{ keyFigure: text(at.keyFigure), area: text(at.area), areaCode: text(at.areaCode) },
    ...{ gender: text(at.gender), age: text(at.age) },
  }
  if (at.year >= 0 && at.value >= 0) return [{ ...common, year: text(at.year), value: text(at.value) }]
  return columns.flatMap((heading, position) => {
    const year = /(?:^|\s)((?:19|20)\d{2})$/.exec(heading.trim())?.[1]
    return year === undefined ? [] : [{ ...common, year, value: text(position) }]
  })
}

const asInhabitants = ({ areaCode, area, age, gender, year, value }: Cell): Inhabitants => ({
  ...{ region: areaCode || area, age, gender, year },
  value: numberIn(value),
})

function koladaValues(cells: readonly Cell[], known: readonly ReferenceArea[]): ReferenceValue[] {
  const codeOf = new Map(known.filter(({ members }) => members === null).map(({ area, name }) => [name, area]))
  return cells.flatMap((cell): ReferenceValue[] => {
    const series = /[NU]\d{5}/.exec(cell.keyFigure)?.[0]
    const code = /^(\d{3,4})(?=\s|$)/.exec(cell.areaCode || cell.area)?.[1]?.padStart(4, '0') ?? codeOf.get(cell.area)
    const gender = genderOf(cell.gender)
    if (!series || !code || !gender || !/^\d{4}$/.test(cell.year)) return []
    const value = numberIn(cell.value)
    return [{ source: 'kolada', series, area: code, year: Number(cell.year), gender, value, status: '' }]
  })
}

function genderOf(text: string): ReferenceGender | null {
  if (text === '' || /^(t|totalt|alla|båda könen|kvinnor och män)$/i.test(text)) return 'T'
  if (/^(k|f|kvinnor)$/i.test(text)) return 'K'
  return /^(m|män)$/i.test(text) ? 'M' : null
}

/** `8,7`, `12 345` and `8.7`; an empty cell and a dash are missing, never zero. */
function numberIn(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
