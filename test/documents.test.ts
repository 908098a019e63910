import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tableRows } from './support/markdown-table.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file))

describe('docs/architecture.md', () => {
  test('draws the import table that the architecture test holds', () => {
    expect(drawnTable()).toEqual(heldTable())
    expect(Object.keys(heldTable()).length).toBeGreaterThan(8)
  })
})

/** The table as it stands in the test: `folder: ['may', 'import'],`. */
function heldTable(): Record<string, string[]> {
  const [, table = ''] = /const mayImport[^=]*= \{\n([\s\S]*?)\n\}/.exec(read('test/architecture.test.ts')) ?? []
  const rows = [...table.matchAll(/^ {2}'?([\w-]+)'?: \[([^\]]*)\]/gm)]
  return Object.fromEntries(rows.map(([, folder, names]) => [folder!, wordsIn(names!)]))
}

function drawnTable(): Record<string, string[]> {
  const rows = tableRows(read('docs/architecture.md'), 'may import')
  return Object.fromEntries(rows.map(([folder, , mayImport]) => [wordsIn(folder!)[0]!, wordsIn(mayImport!)]))
}

const wordsIn = (text: string) => [...text.matchAll(/[`']([\w-]+)[`']/g)].map(([, word]) => word!)

describe('docs/dependencies.md', () => {
  const { dependencies, optionalDependencies, devDependencies, overrides } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'optionalDependencies' | 'devDependencies' | 'overrides',
    Record<string, string>
  >
  const packages = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies, ...overrides })
  const lines = tableRows(read('docs/dependencies.md'), 'package').map(([name]) => name!.replaceAll('`', ''))
  const covers = (line: string, name: string) =>
    line.endsWith('/*') ? name.startsWith(line.slice(0, -1)) : name === line

  test('has a line for every package', () =>
    expect(packages.filter((name) => !lines.some((line) => covers(line, name)))).toEqual([]))
  test('has no line without its package', () =>
    expect(lines.filter((line) => !packages.some((name) => covers(line, name)))).toEqual([]))
})

describe('README.md', () => {
  const rows = tableRows(read('README.md'), 'command').map(([command]) => command!)
  const listed = rows.join(' ').match(/(?<=`(?:utfall )?(?:read |calculate )?)[a-z][a-z-]*(?=[ `])/g) ?? []

  test('lists the commands that exist, and no other', () => {
    expect([...new Set(listed)].filter((name) => name !== 'utfall').sort()).toEqual(commands())
  })
})

/** Every command of the command line's own files and of the calculations. */
function commands(): string[] {
  const files = filesIn('src').filter((file) => /^src[\\/](calculate[\\/].*|commands[\\/].*|[\w.-]+)\.ts$/.test(file))
  const names = files.flatMap((file) =>
    [...read(file).matchAll(/(?:\.command|new Command|registerCommand)\('([\w-]+)/g)].map(([, name]) => name!),
  )
  return [...new Set(names)].filter((name) => name !== 'utfall').sort()
}

describe('the guides', () => {
  const guides = ['README.md', 'CONTRIBUTING.md', ...filesIn('docs').filter((file) => file.endsWith('.md'))]

  test.each(guides)('%s names only scripts that exist', (guide) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read(guide).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  test.each(guides)('%s points only at files that exist', (guide) => {
    expect(mentioned(read(guide)).filter((path) => !exists(path, guide))).toEqual([])
  })
})

/** Paths in links and in code marks: `src/values/month.ts`, [decision 2](decisions/0002-….md). */
function mentioned(text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, path]) => path!)
  const code = [...text.matchAll(/`((?:src|test|scripts|docs|\.github|\.ci)\/[\w./-]+)`/g)].map(([, path]) => path!)
  return [...links, ...code]
}

function exists(path: string, guide: string): boolean {
  const fromGuide = join(guide, '..', path)
  return [...everything].some((file) =>
    [path, fromGuide].some((each) => file === trim(each) || file.startsWith(`${trim(each)}/`)),
  )
}

const trim = (path: string) => path.replace(/\/$/, '')

const everything = new Set(
  [...['src', 'test', 'scripts', 'bench', 'docs', '.github', '.ci'].flatMap(filesIn), ...readdirSync(root)].map(
    (file) => file.replaceAll('\\', '/'),
  ),
)
