/**
 * `npm test`: installs what is missing and runs every check and every test, the later ones even when an earlier fails.
 * The last line is `N passed, N failed`: the tests, and each check as one.
 *
 * --quick leaves out the browser journeys and the second database.
 * SECOND_DATABASE_URL names a PostgreSQL server on which the tests that use a database run once more.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensurePackages, run } from './ensure.mjs'

const root = join(import.meta.dirname, '..')
const quick = process.argv.includes('--quick')
const total = { passed: 0, failed: 0, skipped: 0 }
const durations = []

await check('packages', ensurePackages)
if (!quick) await check('browser', useBrowser)
const tsc = ['node_modules/ts7/bin/tsc', '--noEmit', '-p']
await Promise.all([
  check('lint', () => node('node_modules/eslint/bin/eslint.js', '.')),
  check('format', () => node('node_modules/prettier/bin/prettier.cjs', '--check', '.'))
    .then(() => check('types', () => node(...tsc, 'tsconfig.json').then(() => node(...tsc, 'tsconfig.web.json'))))
    .then(() => check('build', async () => (await import('./build.mjs')).build())),
])
await vitest('tests', quick ? ['--exclude', 'test/journeys/**'] : [])
if (!quick && process.env.SECOND_DATABASE_URL) {
  const usingDatabase = ['test/database/', 'src/register/', 'src/imports/', 'src/access/', 'src/analysis/']
  await vitest('tests on the second database', [...usingDatabase, '--exclude', 'test/database/embedded.test.ts'], {
    TEST_DATABASE_URL: process.env.SECOND_DATABASE_URL,
  })
}
report()

/** Runs one check, tells how it went, and counts it as one. */
async function check(name, work) {
  await timed(name, async () => {
    try {
      await work()
      total.passed += 1
      console.log(`✓ ${name}`)
    } catch (error) {
      total.failed += 1
      console.log(`✗ ${name}\n${error.message}`)
    }
  })
}

async function timed(name, work) {
  const started = Date.now()
  await work()
  durations.push(`${name} ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

function node(...args) {
  return run(process.execPath, args)
}

async function useBrowser() {
  process.env.CHROME_PATH = await ensureBrowser()
}

/** Runs the tests with their output on the terminal, and counts them from the report they write. */
async function vitest(name, args, env = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'utfall-report-'))
  const file = join(dir, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  console.log(`\n${name}`)
  await timed(name, async () => {
    const code = await exitCode(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], env)
    count(file, code)
  })
  rmSync(dir, { recursive: true, force: true })
}

function exitCode(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** A file that could not be read has no tests to count: it counts as one failure, as does a run that failed otherwise. */
function count(file, code) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readReport(file)
  const unread = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(hasFailed),
  )
  const failed = numFailedTests + unread.length
  total.passed += numPassedTests
  total.failed += failed === 0 && code !== 0 ? 1 : failed
  total.skipped += numPendingTests + numTodoTests
}

function hasFailed({ status }) {
  return status === 'failed'
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  }
}

function report() {
  const { passed, failed, skipped } = total
  process.exitCode = failed > 0 ? 1 : 0
  console.log(`\n${durations.join(' · ')}`)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
}
