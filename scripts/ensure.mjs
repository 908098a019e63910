/**
 * Installs the packages when package-lock.json says something else than what is installed. Needs no package itself.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'node_modules/.lock-hash')

/** The tests and the build need the development packages, so they are installed whatever NODE_ENV says. */
const install = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']

export async function ensurePackages() {
  refuseOldNode()
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (!isInstalled(lock)) await withProgress('Installerar paket', () => run('npm', install))
  writeFileSync(stamp, hash)
}

/** Whether someone has already installed just this, with npm itself: a new install would take what they are using. */
function isInstalled(lock) {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Utfall behöver Node 20.19 eller senare. Det här är ${process.versions.node}.`)
  process.exit(2)
}

/** Says what goes on, how long it has taken now and then, and how long it took. */
export async function withProgress(what, work) {
  const started = Date.now()
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1).replace('.', ',')} s`
  console.log(`${what} …`)
  const ticking = setInterval(() => console.log(`${what} … ${seconds()}`), 5000)
  try {
    const value = await work()
    console.log(`${what}: klart efter ${seconds()}`)
    return value
  } finally {
    clearInterval(ticking)
  }
}

/** Runs a program in the repository root; rejects, with what it said, when it fails. */
export function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${program} ${args.join(' ')} misslyckades:\n${said}`)),
    )
  })
}

if (process.argv[1] === import.meta.filename) await ensurePackages()
