/**
 * Builds the program to dist/: compiled TypeScript, the files it reads, and the web app in dist/web.
 * Does nothing when no source has changed since the last build.
 */
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { run, withProgress } from './ensure.mjs'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const stamp = join(dist, '.build-hash')

const isCode = (file) => /\.tsx?$/.test(file)
const isTest = (file) => /\.test\.tsx?$/.test(file)

/** What belongs to the web app alone; its pictures and styles go through Vite. */
const isWebAsset = (file) => /^src[\\/]ui[\\/]/.test(file) || /\.css$/.test(file)

export async function build() {
  const sources = listSources()
  const hash = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await withProgress('Bygger programmet', () => buildAll(sources))
  writeFileSync(stamp, hash)
}

async function buildAll(sources) {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist)
  await Promise.all([compile(), buildWeb()])
  copyAssets(sources)
  compressWeb()
  makeCommand()
}

function listSources() {
  const inSource = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
  const web = existsSync(join(root, 'public'))
    ? readdirSync(join(root, 'public')).map((name) => join('public', name))
    : []
  const settings = ['index.html', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts']
  return [
    ...inSource.filter((file) => !isTest(file)),
    ...web,
    ...settings.filter((file) => existsSync(join(root, file))),
  ].sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

const compile = () => run(process.execPath, ['node_modules/ts7/bin/tsc', '-p', 'tsconfig.build.json'])

async function buildWeb() {
  if (!existsSync(join(root, 'index.html'))) return
  await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])
}

/** SQL, fonts, templates: whatever the compiled code reads beside itself. */
function copyAssets(sources) {
  for (const file of sources.filter((each) => each.startsWith('src') && !isCode(each) && !isWebAsset(each))) {
    const target = join(dist, file.slice('src/'.length))
    mkdirSync(dirname(target), { recursive: true })
    cpSync(join(root, file), target)
  }
}

/** Compressed once here rather than at every request. */
function compressWeb() {
  const web = join(dist, 'web')
  if (!existsSync(web)) return
  for (const entry of readdirSync(web, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const bytes = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
  }
}

/** `npx utfall` starts dist/cli.js as a program. */
function makeCommand() {
  const cli = join(dist, 'cli.js')
  if (!existsSync(cli)) return
  const code = readFileSync(cli, 'utf8')
  if (!code.startsWith('#!')) writeFileSync(cli, `#!/usr/bin/env node\n${code}`)
  chmodSync(cli, 0o755)
}

if (process.argv[1] === import.meta.filename) await build()
