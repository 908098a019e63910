import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

export type Run = { code: number | null; stdout: string; stderr: string }

/** The command line as it is built. */
export function compiledProgram(): (...args: string[]) => Promise<Run> {
  const dir = compiledCode()
  return (...args) => run([join(dir, 'cli.js'), ...args])
}

/**
 * The folder of the program as it is built, one of its own so that a `dist` in use is left alone.
 * It lies in node_modules, since the packages are found from there.
 */
export function compiledCode(): string {
  const dir = mkdtempSync(join(root, 'node_modules', '.utfall-test-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const compiler = join(root, 'node_modules/ts7/bin/tsc')
  const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', dir], { cwd: root })
  if (compiled.status !== 0) {
    rmSync(dir, { recursive: true, force: true })
    throw new Error(compiled.stdout.toString())
  }
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}')
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(sql|ttf|otf|typ)$/.test(file)) continue
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    cpSync(join(root, 'src', file), join(dir, file))
  }
  return dir
}

function run(args: string[]): Promise<Run> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const result: Run = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (data) => (result.stdout += String(data)))
  child.stderr.on('data', (data) => (result.stderr += String(data)))
  return new Promise((done) => child.on('close', (code) => done({ ...result, code })))
}
