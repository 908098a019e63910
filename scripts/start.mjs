/**
 * `npm start`: installs what is missing, builds what has changed, and starts Utfall. Arguments are passed on.
 *
 * Without a database of one's own it shows the demo municipality; with one, never.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensurePackages } from './ensure.mjs'

const args = process.argv.slice(2)
const hasDatabase = Boolean(process.env.DATABASE_URL) || args.some((arg) => arg.startsWith('--database'))

try {
  await ensurePackages()
  const { build } = await import('./build.mjs')
  await build()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

// The program runs in this process, so that Ctrl+C and `kill` reach it directly.
const cli = join(import.meta.dirname, '../dist/cli.js')
process.argv = [process.execPath, cli, 'start', ...(hasDatabase || args.includes('--demo') ? [] : ['--demo']), ...args]
await import(pathToFileURL(cli).href)
