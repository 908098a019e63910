import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roles } from '../src/access/permissions.ts'
import { kinds } from '../src/imports/kinds/kinds.ts'
import { tableRows } from './support/markdown-table.ts'

/**
 * Holds GLOSSARY.md to the code: what it says is in the code is there, and what the code calls a thing of the trade is in it.
 */
const root = join(import.meta.dirname, '..')

/** Every source file without its comments, by path. */
const sources = new Map(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|sql)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => [file.replaceAll('\\', '/'), withoutComments(file, readFileSync(join(root, 'src', file), 'utf8'))]),
)
const code = [...sources.values()].join('\n')
const words = new Set(code.match(/[\w-]+/g))

const terms = tableRows(readFileSync(join(root, 'GLOSSARY.md'), 'utf8'), 'svensk term').map(
  ([swedish, name, definition, source]) => ({
    swedish: swedish!,
    names: [...(name ?? '').matchAll(/`([^`]+)`/g)].map(([, each]) => each!),
    inCode: /i koden/.test(name ?? ''),
    definition: definition ?? '',
    source: source ?? '',
  }),
)
const explained = new Set(terms.flatMap(({ names }) => names))

/**
 * The folders whose exported types name things of the trade. The families of methods below `calculations` are left out:
 * their types are parts of a method, and the methods are explained in docs/calculations.md.
 */
const domain = /^((values|parameters|economy|analysis|register|imports\/kinds)\/|calculations\/[^/]+$)/

/** A type with such an ending is the shape of something that has its own name: a row, a question, a list of choices. */
const shape =
  /(Row|Rows|Cell|Table|Input|Options|Filter|Sort|Query|Question|Request|Service|Context|Counts|Description|Name|Key)$/

/** Types of the workshop and not of the trade. One that is gone, or that the glossary explains, has to go from here. */
const workshop = new Set<string>([
  // How calculations are put together.
  ...['Whom', 'MonthOrder', 'PaidMonths', 'PreparedPanel', 'Selection', 'Grouping', 'Tally', 'Fraction', 'Calculation'],
  ...['GroupMarks', 'SplitGrouping', 'TableOf', 'View', 'EconomyFacts', 'Codes', 'Matrix', 'LeastSquares', 'Random'],
  ...['RefusalKind', 'RefusalDetail', 'CannotCalculate'],
  ...['BookedOn', 'StatementAmounts', 'MoneyDecisions', 'MovedAccount', 'LedgerParts', 'PrintedColumn', 'Severity'],
  ...[
    'PaymentSum',
    'PaymentSums',
    'OutlookNeeds',
    'Money',
    'JobMonth',
    'MedianBasis',
    'TableSupplier',
    'LoadBeside',
    'MonthBits',
    'Release',
  ],
  // Situations written out for tests and examples.
  ...['Situation', 'HouseholdSituation', 'PaymentSituation'],
  // How facts are merged and lists are filtered.
  ...['Anchors', 'Merge', 'Facet', 'Facets', 'CodeEntry', 'Result'],
])

test('the glossary has its terms, each with a name, a definition of one sentence and a source', () => {
  expect(terms.length).toBeGreaterThan(100)
  const incomplete = terms.filter(
    ({ names, definition, source }) => names.length !== 1 || !/^[^a-zåäö].*\.$/.test(definition) || !source,
  )
  expect(incomplete).toEqual([])
})

test('no code name stands twice', () => {
  const names = terms.flatMap((term) => term.names)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('what is marked i koden is in the code', () => {
  expect(terms.filter(({ inCode, names }) => inCode && !words.has(names[0]!)).map(({ names }) => names[0])).toEqual([])
})

test('every exported type that names a thing of the trade is in the glossary', () => {
  const types = domainTypes()
  expect(types.length).toBeGreaterThan(30)
  expect(types.filter((name) => !explained.has(name) && !shape.test(name) && !workshop.has(name))).toEqual([])
})

test('no exception outlives its cause', () => {
  const types = domainTypes()
  expect([...workshop].filter((name) => !types.includes(name) || explained.has(name) || shape.test(name))).toEqual([])
})

test('every role and every kind of extract is in the glossary', () => {
  const names = [...roles, ...kinds.map(({ name }) => name)]
  expect(names.filter((name) => !explained.has(name))).toEqual([])
})

test('an intervention is never called a measure', () => {
  expect([...words].filter((word) => /measure/i.test(word))).toEqual([])
})

function domainTypes(): string[] {
  const files = [...sources].filter(([path]) => domain.test(path) && path.endsWith('.ts'))
  return files.flatMap(([, text]) =>
    [...text.matchAll(/^export (?:type|interface|class|abstract class) (\w+)/gm)].map(([, name]) => name!),
  )
}

/** Comments may say anything. Two slashes inside an address are no comment. */
function withoutComments(file: string, text: string): string {
  if (file.endsWith('.sql')) return text.replace(/--.*$/gm, '')
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
