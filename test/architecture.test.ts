import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Who may import whom, folder by folder. The same table is drawn in docs/architecture.md.
 * A page (`*.page.tsx`) runs in the browser: it may run ui, values, code lists, texts, and pages of its own slice and those below it;
 * of the rest it may take types.
 */
const mayImport: Record<string, string[]> = {
  values: [],
  parameters: ['values'],
  calculations: ['values', 'parameters'],
  database: ['values'],
  access: ['values', 'database'],
  register: ['values', 'parameters', 'calculations', 'database', 'access'],
  imports: ['values', 'parameters', 'database', 'access', 'register', 'pathway'],
  economy: ['values', 'parameters', 'calculations', 'database', 'access', 'register', 'catalogue'],
  analysis: ['values', 'parameters', 'calculations', 'worker', 'database', 'access', 'register', 'economy'],
  reports: [
    'values',
    'parameters',
    'calculations',
    'database',
    'access',
    'register',
    'catalogue',
    'economy',
    'analysis',
    'charts',
  ],
  catalogue: ['values', 'parameters', 'database', 'access'],
  pathway: ['values', 'parameters', 'calculations', 'database', 'access', 'register', 'catalogue'],
  intake: ['values', 'parameters', 'database', 'access', 'register', 'catalogue', 'pathway'],
  planning: ['values', 'parameters', 'database', 'access', 'register', 'catalogue', 'pathway'],
  interventions: ['values', 'parameters', 'calculations', 'database', 'access', 'register', 'catalogue', 'pathway'],
  worklist: ['values', 'parameters', 'database', 'access', 'register', 'catalogue', 'pathway'],
  household: [
    'values',
    'parameters',
    'database',
    'access',
    'register',
    'catalogue',
    'pathway',
    'intake',
    'planning',
    'interventions',
  ],
  coaching: [
    'values',
    'parameters',
    'database',
    'access',
    'register',
    'catalogue',
    'pathway',
    'planning',
    'interventions',
  ],
  throughput: [
    'values',
    'parameters',
    'calculations',
    'database',
    'access',
    'register',
    'catalogue',
    'pathway',
    'planning',
    'interventions',
  ],
  'budget-follow-up': [
    'values',
    'parameters',
    'calculations',
    'worker',
    'database',
    'access',
    'register',
    'catalogue',
    'economy',
    'analysis',
  ],
  savings: [
    'values',
    'parameters',
    'calculations',
    'worker',
    'database',
    'access',
    'register',
    'catalogue',
    'economy',
    'analysis',
    'target-groups',
  ],
  'target-groups': [
    'values',
    'parameters',
    'calculations',
    'database',
    'access',
    'register',
    'catalogue',
    'economy',
    'analysis',
    'pathway',
    'worklist',
  ],
  'payment-cases': [
    'values',
    'parameters',
    'calculations',
    'database',
    'access',
    'register',
    'catalogue',
    'analysis',
    'pathway',
  ],
  'support-into-wages': ['values', 'parameters', 'calculations', 'access', 'analysis'],
  'number-check': ['values', 'parameters', 'imports', 'economy'],
  publication: ['values', 'parameters', 'calculations', 'database', 'access', 'analysis', 'reports'],
  promises: ['values', 'parameters', 'database', 'access', 'catalogue', 'analysis', 'reports'],
  'report-writing': [
    'values',
    'parameters',
    'calculations',
    'database',
    'access',
    'catalogue',
    'economy',
    'analysis',
    'reports',
    'charts',
    'number-check',
    'publication',
    'promises',
  ],
  comparison: [
    'values',
    'parameters',
    'calculations',
    'database',
    'access',
    'register',
    'catalogue',
    'economy',
    'analysis',
    'charts',
  ],
  'authority-files': [
    'values',
    'parameters',
    'calculations',
    'database',
    'access',
    'register',
    'catalogue',
    'economy',
    'analysis',
    'pathway',
  ],
  board: [
    'values',
    'parameters',
    'database',
    'access',
    'catalogue',
    'analysis',
    'reports',
    'charts',
    'publication',
    'promises',
  ],
  demo: ['values', 'parameters'],
  worker: ['values', 'parameters', 'calculations'],
  calculate: ['values', 'parameters', 'calculations', 'imports', 'charts'],
  manual: ['values', 'parameters', 'calculations', 'charts'],
  charts: ['values'],
  ui: ['values', 'charts'],
}

/** Debts: each file carries a comment that says how it gets off this list. */
const exceptions = new Set<string>([])

const root = resolve(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => join('src', file).replaceAll('\\', '/'))

/** A folder of src, or '' for the entry files and the commands, which may import everything. */
const folderOf = (file: string) =>
  file.split('/').length > 2 && !file.startsWith('src/commands/') ? file.split('/')[1]! : ''

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [
    ...text.matchAll(
      /(import|export)\s+(type\s)?[^'"()]*?from\s*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g,
    ),
  ]
  return found.map((match) => ({
    target: relative(root, resolve(root, dirname(file), (match[3] ?? match[4])!)).replaceAll('\\', '/'),
    typeOnly: Boolean(match[2]),
  }))
}

const isPage = (file: string) => /\.page\.tsx$/.test(file)
/** What a text may hold is the same in the browser and on the server. */
const isSchema = (file: string) => /-schema\.ts$/.test(file)
const isText = (file: string) => /\.text\.ts$/.test(file)

const breaches = files.flatMap((file) =>
  importsOf(file)
    .filter(({ target, typeOnly }) => {
      const from = folderOf(file)
      const to = folderOf(target)
      if (isPage(file)) {
        return !(
          typeOnly ||
          to === 'ui' ||
          to === 'charts' ||
          to === 'values' ||
          target.startsWith('src/parameters/code-lists/') ||
          isText(target) ||
          (isPage(target) && (from === to || mayImport[from]?.includes(to))) ||
          (isSchema(target) && from === to)
        )
      }
      if (from === '') return false
      return from !== to && !mayImport[from]?.includes(to)
    })
    .map(({ target }) => `${file} imports ${target}`),
)

test('the test sees the source files', () => expect(files.length).toBeGreaterThan(8))
test('every folder of src stands in the table', () =>
  expect([...new Set(files.map(folderOf))].filter((folder) => folder && !(folder in mayImport))).toEqual([]))
test('every import follows the arrows', () => expect(breaches.filter((each) => !exceptions.has(each))).toEqual([]))
test('no exception outlives its breach', () =>
  expect([...exceptions].filter((each) => !breaches.includes(each))).toEqual([]))
