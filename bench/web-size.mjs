/** What the browser fetches before each page shows: scripts and styles, as the server sends them compressed. Ends with 1 when over the limit. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { against, heading, line, written } from './timing.mjs'

const web = join(import.meta.dirname, '../dist/web')
const mostKb = 300

const manifest = JSON.parse(readFileSync(join(web, '.vite/manifest.json'), 'utf8'))
const sizes = new Map()

heading('First load of the web app: scripts and styles, compressed')
const entry = Object.values(manifest).find(({ isEntry }) => isEntry)
const pages = Object.values(manifest).filter(({ isDynamicEntry }) => isDynamicEntry)
for (const page of [null, ...pages]) report(page)

function report(page) {
  const files = new Set(['index.html', ...filesOf(entry), ...(page ? filesOf(page) : [])])
  const kb = { gzip: 0, brotli: 0 }
  for (const file of files) for (const kind of ['gzip', 'brotli']) kb[kind] += sizeOf(file)[kind] / 1000
  const within = kb.gzip < mostKb
  line(
    page ? page.src : 'before any page',
    `gzip ${written(kb.gzip)} kB`,
    `brotli ${written(kb.brotli)} kB`,
    `${files.size} files`,
  )
  if (within) return
  line('', against(within, `under ${mostKb} kB`))
  process.exitCode = 1
}

/** A chunk, and all that it imports at once; what it imports later is another page's. */
function filesOf(chunk, seen = new Set()) {
  if (seen.has(chunk.file)) return []
  seen.add(chunk.file)
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((name) => filesOf(manifest[name], seen))]
}

function sizeOf(file) {
  if (!sizes.has(file)) {
    const bytes = readFileSync(join(web, file))
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
    sizes.set(file, { gzip: gzipSync(bytes, { level: 9 }).length, brotli })
  }
  return sizes.get(file)
}
