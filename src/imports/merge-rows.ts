import type { Tx } from '../database/transaction.ts'
import type { Anchors } from '../register/anchors.ts'
import { type FactTableName, factTables } from '../register/fact-tables.ts'
import { type Fact, type Merge, type MergeCounts, mergeFacts } from '../register/merge-facts.ts'
import { type factMaker, tablesOf } from './facts-of.ts'
import type { Targets } from './readings.ts'
import { rejectedHeadings } from './rejected-csv.ts'
import type { Rejections } from './rejections.ts'
import type { AcceptedRow } from './validate.ts'

/** Rows of a file: newly written, replacing an earlier fact, already known. */
export type RowCounts = { accepted: number; superseded: number; unchanged: number }

/** What the rows of a file are merged under; what the file is the whole truth of is worked out per table. */
type Merging = Omit<Merge, 'wholeWithin'>

/** Makes facts of judged rows and merges them: one table in a stream of any length, several at once in memory. */
export function mergeRows(
  tx: Tx,
  kind: string,
  merge: Merging,
  judged: AsyncIterable<AcceptedRow[]>,
  make: ReturnType<typeof factMaker>,
  whole: () => Wholeness,
): Promise<RowCounts> {
  return tablesOf[kind]!.length === 1
    ? mergeOneTable(tx, tablesOf[kind]![0]!, merge, judged, make, whole)
    : mergeSeveralTables(tx, kind, merge, judged, make, whole)
}

async function mergeOneTable(
  tx: Tx,
  table: FactTableName,
  merge: Merging,
  judged: AsyncIterable<AcceptedRow[]>,
  make: ReturnType<typeof factMaker>,
  whole: () => Wholeness,
): Promise<RowCounts> {
  async function* facts(): AsyncGenerator<Fact[]> {
    for await (const rows of judged) yield rows.map((row) => make(row)[0]![1])
  }
  const condition = whole()[table]
  const merging = { ...merge, ...(condition && { wholeWithin: condition }) }
  const merged = await mergeFacts(tx, factTables[table], merging, facts())
  const superseded = merged.superseded + merged.withdrawn
  return { accepted: merged.added, superseded, unchanged: merged.unchanged }
}

type Wholeness = Partial<Record<FactTableName, string>>

/**
 * A file of households is the whole history of each household it names, so what it no longer says of them is closed.
 * Not so for a household with a bad row. A ledger as a table is all of each account and month that it names,
 * also when SIE has told of them before. A file of mended rows is the whole of nothing.
 */
export function wholeWithin(
  kind: string,
  columns: readonly string[],
  targets: Targets,
  bad: Rejections,
  anchors: Anchors,
): Wholeness {
  if (columns.includes(rejectedHeadings.row)) return {}
  if (kind === 'ledger') return { ledgerAmount: '(fact.account, fact.month) in (select account, month from incoming)' }
  if (kind === 'budget') {
    // A row whose label was corrected has a new key: without this the account would be budgeted twice.
    return {
      budgetAmount: '(fact.statement, fact.month, fact.account) in (select statement, month, account from incoming)',
    }
  }
  if (kind !== 'households') return {}
  const at = columns.findIndex((column) => targets[column] === 'household')
  const keys = [...bad.rows.values()].map((cells) => (cells[at] ?? '').trim())
  if (keys.includes('')) return {}
  const incomplete = [0, ...keys.map((key) => anchors.knownHousehold(key) ?? 0)].join()
  const condition = `fact.household_id in (select household_id from incoming) and fact.household_id not in (${incomplete})`
  return { householdMember: condition, householdPeriod: condition }
}

/** The rows are counted by their first fact; a row whose other facts alone have changed counts as superseding. */
async function mergeSeveralTables(
  tx: Tx,
  kind: string,
  merge: Merging,
  judged: AsyncIterable<AcceptedRow[]>,
  make: ReturnType<typeof factMaker>,
  whole: () => Wholeness,
): Promise<RowCounts> {
  const facts = new Map<FactTableName, Map<string, Fact>>(tablesOf[kind]!.map((table) => [table, new Map()]))
  for await (const rows of judged) {
    for (const row of rows) for (const [table, fact] of make(row)) addFact(facts.get(table)!, fact)
  }
  const merged: MergeCounts[] = []
  const conditions = whole()
  for (const [table, ofTable] of facts) {
    const condition = conditions[table]
    merged.push(
      await mergeFacts(tx, factTables[table], { ...merge, ...(condition && { wholeWithin: condition }) }, [
        [...ofTable.values()],
      ]),
    )
  }
  const [first, ...others] = merged as [MergeCounts, ...MergeCounts[]]
  const changedBeside = others.reduce((sum, each) => sum + each.superseded + each.added + each.withdrawn, 0)
  const extra = first.added === 0 ? Math.min(changedBeside, first.unchanged) : 0
  const superseded = first.superseded + first.withdrawn + extra
  return { accepted: first.added, superseded, unchanged: first.unchanged - extra }
}

/** Several rows may tell of the same person: a later one adds to and corrects an earlier. */
function addFact(facts: Map<string, Fact>, fact: Fact): void {
  const earlier = facts.get(fact.sourceKey)
  facts.set(
    fact.sourceKey,
    earlier ? { ...fact, values: fact.values.map((value, at) => value ?? earlier.values[at] ?? null) } : fact,
  )
}
