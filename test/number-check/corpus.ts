import type { Random } from '../../src/calculations/random.ts'
import * as counts from './corpus/corpus-counts.ts'
import * as countTables from './corpus/corpus-count-tables.ts'
import * as economyTables from './corpus/corpus-economy-tables.ts'
import * as harmless from './corpus/corpus-harmless.ts'
import * as money from './corpus/corpus-money.ts'
import { transposed } from './corpus/corpus-numbers.ts'
import * as parts from './corpus/corpus-parts.ts'
import * as rules from './corpus/corpus-rules.ts'
import {
  type CorpusBlock,
  type CorpusText,
  type ErrorKind,
  figure,
  type Piece,
  pieceText,
  type Said,
  saidOf,
  saidText,
  say,
  type Wrong,
  wrong,
} from './corpus/corpus-text.ts'
import { fillers } from './corpus/corpus-words.ts'
import { type World, worldOf } from './corpus/corpus-world.ts'

const { repeated, repeatedMoney, ...otherRules } = rules
const sentences = {
  counts: Object.values({ ...counts, ...parts }),
  money: Object.values(money),
  rules: Object.values(otherRules),
  harmless: Object.values(harmless),
}
const { volumes, twoScopeTables, ...otherCountTables } = countTables
const { statement, ...otherEconomyTables } = economyTables

/**
 * A report of a committee, right by construction: every number is drawn, and what follows from it is reckoned.
 * Nothing is said twice of one thing but where the two agree, or where the text says why they differ.
 */
export function correctText(seed: number): CorpusText {
  const world = worldOf(seed)
  const [summary, activities, economy, goals] = sectionsOf(world)
  const titles = ['Sammanfattning', 'Verksamhet och volymer', 'Ekonomi', 'Mål och uppdrag']
  const isNumbered = world.chance(0.5)
  const blocks = [summary, activities, economy, goals].flatMap((section, at): CorpusBlock[] =>
    section.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: `${isNumbered ? `${at + 1} ` : ''}${titles[at]!}` }, ...section],
  )
  const kind = world.one(['Delårsrapport', 'Uppföljning', 'Tertialrapport', 'Månadsrapport'])
  const title = `${kind} ${world.committee.name.toLowerCase()} ${world.period.text}`
  return { seed, blocks: [{ kind: 'heading', level: 1, text: title }, ...blocks] }
}

type Sections = [CorpusBlock[], CorpusBlock[], CorpusBlock[], CorpusBlock[]]

function sectionsOf(world: World): Sections {
  const { between, chance, one } = world
  const drawn = drawnFrom(world)
  const summary = drawn('counts', 2)
  const activities = [...drawn('counts', between(2, 4)), ...drawn('harmless', 1)]
  const economy = [...drawn('money', between(2, 3)), ...drawn('harmless', between(0, 1))]
  const goals = [...drawn('rules', 2), ...drawn('harmless', between(0, 1))]
  const activityTables: CorpusBlock[] = []
  const economyTable: CorpusBlock[] = []
  if (chance(0.5)) put(world, repeated(world), summary, activities)
  if (chance(0.35)) put(world, repeatedMoney(world), summary, economy)
  if (chance(0.35)) {
    const { table, told } = volumes(world)
    activityTables.push(table)
    if (chance(0.6)) activities.push(toldOfVolumes(world, told))
  } else if (chance(0.7)) activityTables.push(one(Object.values(otherCountTables))(world))
  if (chance(0.12)) activityTables.push(...twoScopeTables(world))
  if (chance(0.4)) {
    const { table, varianceTkr } = statement(world)
    economyTable.push(table)
    if (chance(0.6)) economy.unshift(toldOfStatement(world, varianceTkr))
  } else if (chance(0.6)) economyTable.push(one(Object.values(otherEconomyTables))(world))
  return [
    written(world, summary),
    [...activityTables, ...written(world, activities)],
    [...economyTable, ...written(world, economy)],
    written(world, goals),
  ]
}

/** Genres without repetition, so that a text has a little of many. */
function drawnFrom(world: World) {
  const left = new Map<keyof typeof sentences, ((world: World) => Said)[]>([
    ['counts', [...sentences.counts]],
    ['money', [...sentences.money]],
    ['rules', [...sentences.rules]],
    ['harmless', [...sentences.harmless]],
  ])
  return (name: keyof typeof sentences, count: number): Said[] =>
    Array.from({ length: count }, () => {
      const genres = left.get(name)!
      return genres.splice(world.random.integer(genres.length), 1)[0]!(world)
    })
}

/** The first in one section, the second in a later one. */
function put(world: World, [first, second]: [Said, Said], early: Said[], late: Said[]): void {
  early.splice(world.between(0, early.length), 0, first)
  late.splice(world.between(0, late.length), 0, second)
}

function toldOfVolumes({ pen, period }: World, { plural, now }: { plural: string; now: number }): Said {
  const far = now + Math.max(9, Math.round(now * 0.12))
  const again = figure(pen.count(now), ...wrong('repeated figure', pen.count(far)), ...transposed(now, 9, pen.count))
  return say('told of a table')`Som framgår av tabellen var antalet ${plural} ${again} under ${period.text}.`
}

function toldOfStatement({ pen, period, committee }: World, varianceTkr: number): Said {
  const size = Math.abs(varianceTkr)
  const again = figure(
    pen.thousands(size),
    ...wrong('repeated figure', pen.thousands(size + Math.max(30, Math.round(size * 0.12)))),
    ...transposed(size, 18, pen.thousands),
  )
  const word = varianceTkr < 0 ? 'underskott' : 'överskott'
  return say('told of a table')`${committee.name} visar för ${period.text} ett ${word} jämfört med budget om ${again}.`
}

/** Paragraphs of one to three statements with words between, now and then a list. */
function written(world: World, section: Said[]): CorpusBlock[] {
  const left = [...section]
  const blocks: CorpusBlock[] = []
  while (left.length > 0) {
    const said = left.splice(0, world.between(1, 3))
    const isList = said.length > 1 && world.chance(0.2)
    if (world.chance(0.4)) said.push({ genre: 'filler', pieces: [world.one(fillers)] })
    blocks.push(isList ? { kind: 'list', items: said } : { kind: 'paragraph', said })
  }
  return blocks
}

/** Where the error stands: its words for running text, the row's label and the figure for a table. */
export type PlantedError = {
  kind: ErrorKind
  genre: string
  right: string
  wrong: string
  isInTable: boolean
  within: string
}

type Site = { path: [number, number, number]; genre: string; right: string; wrong: Wrong }

/** The text with one error, of a kind drawn evenly among those that can be made in it; null when nothing in it can be wrong. */
export function plantError(text: CorpusText, random: Random): { text: CorpusText; error: PlantedError } | null {
  const sites = text.blocks.flatMap(sitesOf)
  const kinds = [...new Set(sites.map((site) => site.wrong.kind))]
  const kind = kinds[random.integer(kinds.length)]
  const possible = sites.filter((site) => site.wrong.kind === kind)
  const site = possible[random.integer(possible.length)]
  if (!site) return null
  const blocks = structuredClone(text.blocks)
  const { within, isInTable } = replace(blocks[site.path[0]]!, site)
  const { genre, right } = site
  return {
    text: { seed: text.seed, blocks },
    error: { ...{ kind: site.wrong.kind, wrong: site.wrong.text }, ...{ genre, right, isInTable, within } },
  }
}

function sitesOf(block: CorpusBlock, at: number): Site[] {
  const of = (piece: Piece, genre: string, path: [number, number, number]): Site[] =>
    typeof piece === 'string' ? [] : piece.wrong.map((each) => ({ path, genre, right: piece.text, wrong: each }))
  if (block.kind === 'heading') return []
  if (block.kind === 'table')
    return block.rows.flatMap(({ label, cells }, row) =>
      [label, ...cells].flatMap((cell, column) => of(cell, block.genre, [at, row, column])),
    )
  return saidOf(block).flatMap(({ genre, pieces }, said) =>
    pieces.flatMap((piece, place) => of(piece, genre, [at, said, place])),
  )
}

/** Changes a copy of the block, and tells what the error stands in. */
function replace(block: CorpusBlock, { path, wrong: { text } }: Site): { within: string; isInTable: boolean } {
  const [, outer, inner] = path
  if (block.kind === 'table') {
    const row = block.rows[outer]!
    if (inner === 0) row.label = text
    else row.cells[inner - 1] = text
    return { within: pieceText(row.label), isInTable: true }
  }
  const said = saidOf(block)[outer]!
  said.pieces[inner] = text
  return { within: saidText(said), isInTable: false }
}
