/**
 * Siffergranskaren on texts that are right by construction, and on the same texts with one error each: how many errors it
 * finds, and how many of the right texts it says something of. The rules are made on the first half of the seeds; the second
 * half is told apart. `TEXTS=100` asks for fewer.
 */
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { against, heading, line, written } from './timing.mjs'

const texts = Number(process.env.TEXTS ?? 500)
const leastFound = 0.95
const mostFlagged = 0.02

const file = join(import.meta.dirname, '../test/number-check/corpus/judge-corpus.ts')
const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' })
const half = Math.ceil(texts / 2)
const seedsFrom = (first, count) => Array.from({ length: count }, (_, at) => first + at)
const began = performance.now()
const halves = [seedsFrom(1, half), seedsFrom(half + 1, texts - half)].map((seeds) => ({
  seeds,
  ...module.judgeCorpus(seeds),
}))
const seconds = (performance.now() - began) / 1000

heading(`Siffergranskaren, ${written(texts)} right texts and as many with one error, ${written(seconds, 1)} s`)
for (const [at, { seeds, planted, falseAlarms }] of halves.entries()) {
  const flagged = new Set(falseAlarms.map(({ seed }) => seed)).size
  line(
    `${at === 0 ? 'tuned on' : 'untouched'}: seeds ${seeds[0]}–${seeds.at(-1)}`,
    `found ${shareOf(planted, 'isFound')}, the very figure marked ${shareOf(planted, 'isMarked')}`,
    `right texts flagged ${percent(flagged, seeds.length)}`,
  )
}
const planted = halves.flatMap((each) => each.planted)
const falseAlarms = halves.flatMap((each) => each.falseAlarms)
const flagged = new Set(falseAlarms.map(({ seed }) => seed)).size
const found = planted.filter(({ isFound }) => isFound).length
const isReached = found >= leastFound * texts && flagged <= mostFlagged * texts
line(
  'all',
  against(isReached, `found ${percent(found, texts)}, at least 95 %; flagged ${percent(flagged, texts)}, at most 2 %`),
)
if (!isReached) process.exitCode = 1
const others = module.judgeOtherWordings()
line(
  `${others.texts} statements in other wordings, never tuned on`,
  `found ${percent(others.texts - others.missed.length, others.texts)}`,
  `right ones flagged ${percent(others.flagged.length, others.texts)}`,
)

for (const [file, name] of [
  ['free-prose', 'passages by hand, tuned on'],
  ['free-prose-sentences', 'sentences by hand, tuned on'],
  ['free-prose-held-out', 'passages by hand, held out'],
]) {
  const { right, wrong, missed, falseAlarms } = module.judgePassages(file)
  line(
    `${name}: ${right} right, ${wrong} wrong`,
    `found ${percent(wrong - missed.length, wrong)}`,
    `right ones flagged ${percent(falseAlarms.length, right)}`,
  )
}

heading('Errors found, by kind')
for (const [kind, some] of byKey(planted, ({ kind }) => kind)) line(kind, `${shareOf(some, 'isFound')}`)
heading('Errors found, by format')
for (const [format, some] of byKey(planted, ({ file }) => file.split('.').at(-1)))
  line(format, shareOf(some, 'isFound'))
heading('Errors missed, by genre')
for (const [genre, some] of byKey(planted, ({ genre }) => genre))
  if (some.some(({ isFound }) => !isFound)) line(genre, shareOf(some, 'isFound'))

heading('False alarms, by genre: alarms of how many sentences or tables')
const genres = new Map(
  byKey(
    halves.flatMap((each) => each.genres),
    (genre) => genre,
  ),
)
for (const [genre, some] of byKey(falseAlarms, ({ genre }) => genre))
  line(
    genre,
    `${some.length} of ${genres.get(genre)?.length ?? '?'}`,
    [...new Set(some.map(({ kind }) => kind))].join(', '),
  )

heading('What was missed in the first half, one of each')
const [{ planted: ownPlanted, falseAlarms: ownAlarms }] = halves
const missed = ownPlanted.filter(({ isFound }) => !isFound)
for (const [what, some] of byKey(missed, ({ kind, genre }) => `${kind} (${genre})`)) {
  const { file, right, wrong, within, told } = some[0]
  console.log([`  ${what}, ${some.length}: ${file} ${right} → ${wrong}`, within, ...told].join('\n    '))
}
heading('False alarms in the first half, one of each')
for (const [what, some] of byKey(ownAlarms, ({ kind, genre }) => `${kind} (${genre})`)) {
  const { file, text, marked } = some[0]
  console.log(`  ${what}, ${some.length}: ${file} ”${marked}”\n    ${text}`)
}

function byKey(values, keyOf) {
  const groups = new Map()
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
  return [...groups].sort(([a], [b]) => a.localeCompare(b))
}

function shareOf(values, key) {
  return `${percent(values.filter((each) => each[key]).length, values.length)} (of ${values.length})`
}

function percent(part, whole) {
  return `${written((100 * part) / whole, 1)} %`
}
