/**
 * `npm run mutation`: changes the calculations in thousands of small ways and counts how many changes a test notices.
 *
 * Family by family, since the whole takes about an hour; `npm run mutation -- survival forecast` runs some of them.
 * Prints the score and writes it to docs/mutation.md, with the families that were not run as they were.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages } from './ensure.mjs'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src/calculations')
const document = join(root, 'docs/mutation.md')
const goal = 85

const introduction = [
  '# Mutation score of the calculations',
  '',
  'Written by `npm run mutation`. Stryker changes the code of `src/calculations` in one small way at a time, and the tests of the family are run against each change;',
  'the tests on reference data, of the commands and of the manual are left out, so the scores are lower limits.',
  'A change that some test notices, or that makes it run for ever, is killed. The rest are faults that the tests would let through, or changes that make no difference.',
  `The goal is ${goal} %.`,
  '',
  '| family | killed | survived | without a test | score |',
  '| --- | ---: | ---: | ---: | ---: |',
]

const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const families = ['shared', ...folders.map(({ name }) => name)]
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !families.includes(name))
if (unknown.length > 0) {
  console.error(`No family is called ${unknown.join(', ')}. Choose among: ${families.join(', ')}`)
  process.exit(2)
}

await ensurePackages()
const scores = readScores()
// After each, so that a run that is stopped has not been for nothing.
for (const family of chosen.length > 0 ? chosen : families) {
  scores.set(family, mutate(family))
  writeScores(scores)
}
tell(scores)

function mutate(family) {
  const files = family === 'shared' ? 'src/calculations/*.ts' : `src/calculations/${family}/**/*.ts`
  const patterns = [
    files,
    '!src/calculations/**/*.test.ts',
    '!src/calculations/panel-of.ts',
    '!src/calculations/payments-of.ts',
  ]
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'stryker.config.json']
  // A second run tries only the changes whose code or tests are not as they were.
  const remembered = ['--incremental', '--incrementalFile', `.stryker-report/incremental-${family}.json`]
  const { status } = spawnSync(process.execPath, [...stryker, ...remembered, '--mutate', patterns.join(',')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_FAMILY: family },
  })
  if (status !== 0) process.exit(status ?? 1)
  return count(JSON.parse(readFileSync(join(root, '.stryker-report/mutation.json'), 'utf8')))
}

/** A change that made the tests run for ever was noticed too. What could not be compiled or run counts for nothing. */
function count({ files }) {
  const all = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  const number = (...wanted) => all.filter((status) => wanted.includes(status)).length
  return { killed: number('Killed', 'Timeout'), survived: number('Survived'), uncovered: number('NoCoverage') }
}

/** What the document said before. */
function readScores() {
  if (!existsSync(document)) return new Map()
  const rows = readFileSync(document, 'utf8').matchAll(/^\| `([a-z-]+)` +\| +(\d+) \| +(\d+) \| +(\d+) \|/gm)
  return new Map(
    [...rows].map(([, family, ...counts]) => {
      const [killed, survived, uncovered] = counts.map(Number)
      return [family, { killed, survived, uncovered }]
    }),
  )
}

function writeScores(scores) {
  const missing = families.filter((family) => !scores.has(family))
  const notRun = missing.length > 0 ? ['', `Not run yet, and not in the sum: ${missing.join(', ')}.`] : []
  const line = ({ family, ...counts }) =>
    `| \`${family}\` | ${counts.killed} | ${counts.survived} | ${counts.uncovered} | ${percent(counts)} |`
  writeFileSync(document, [...introduction, ...rowsOf(scores).map(line), ...notRun, ''].join('\n'))
  spawnSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', document], { cwd: root })
}

/** The families that were run, and the sum of them. */
function rowsOf(scores) {
  const rows = families.filter((family) => scores.has(family)).map((family) => ({ family, ...scores.get(family) }))
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  return [...rows, { family: 'all', killed: sum('killed'), survived: sum('survived'), uncovered: sum('uncovered') }]
}

function tell(scores) {
  const rows = rowsOf(scores)
  for (const row of rows) console.log(`${row.family.padEnd(26)} ${percent(row)}`)
  const whole = percent(rows.at(-1))
  console.log(`Mutation score ${whole} (goal ${goal} %)`)
  if (Number.parseFloat(whole) < goal) process.exitCode = 1
}

function percent({ killed, survived, uncovered }) {
  return `${((100 * killed) / (killed + survived + uncovered)).toFixed(1)} %`
}
