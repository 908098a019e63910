import { may } from '../access/permissions.ts'
import type { User } from '../access/sessions.ts'
import { isTooFew } from '../calculations/disclosure.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { openedEntries, openGroups as listOpenGroups } from '../catalogue/opened-entries.ts'
import type { Tx } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Document } from '../reports/document.ts'
import { reportFromTemplate } from '../reports/report-from-template.ts'
import type { Month } from '../values/month.ts'
import {
  type Between,
  type ChangedDecision,
  type ChangedFact,
  type ChangedFacts,
  countChangedFacts,
  countListableFacts,
  listChangedDecisions,
  listChangedFacts,
  mostChangedFacts,
} from './changed-facts.queries.ts'
import { countChangedBeside } from './changed-beside.queries.ts'
import { documentDifferences } from './document-differences.ts'
import type { ReportedFigures } from './report-figures.ts'
import { inputOf } from './report-source.ts'
import type { KeptVersion } from './versions.queries.ts'
import { changedFactText } from './version.text.ts'
import type { AsKnownNow, ChangedHousehold, ChangedRows } from './writing-view.ts'

/** Entries of the catalogue that figures are worked out from. */
const decisionsOfFigures = [
  ...['statement-rows', 'budget-profile', 'table-comment', 'savings-action', 'target-group', 'project'],
  ...['project-readings', 'payment-signal', 'year-end-forecast', 'intervention'],
]

type Needs = {
  /** Of the report's period, as known now. */
  figures: ReportedFigures
  /** Bound to the user: what row level security opens. */
  tx: Tx
  /** Bound to the municipality as the calculations are. */
  reader: Tx
  user: User
  now: Date
}

/**
 * A signed version beside the same template and texts on what is known now: what differs, and the rows of the register that
 * came or no longer hold since. Whoever may see households gets them one by one; others get counts and sums, withheld where
 * they are about too few.
 */
export async function asKnownNow(
  { document, knownAt, madeOf }: KeptVersion,
  { figures, tx, reader, user, now }: Needs,
): Promise<AsKnownNow> {
  const reported = JSON.parse(document) as Document
  const { answers: _answers, ...source } = madeOf
  const again = reportFromTemplate(
    inputOf(source, figures, {
      createdAt: reported.createdAt ?? knownAt.toISOString(),
      ...(reported.signed && { signed: reported.signed }),
    }),
  )
  const between: Between = { then: knownAt, now }
  const openGroups = (await listOpenGroups(tx, user.municipalityId)).map(({ key }) => key)
  const counted = [
    ...(await countChangedFacts(reader, user.municipalityId, between)),
    ...(await countChangedBeside(reader, user.municipalityId, between, openGroups)),
  ]
  const decisions = await openDecisions(
    tx,
    user,
    await listChangedDecisions(tx, user.municipalityId, decisionsOfFigures, between),
  )
  const maySee = may(user.role, 'households')
  const listed = maySee ? await listChangedFacts(tx, user.municipalityId, between) : []
  return {
    ...{ knownAt: knownAt.toISOString(), now: now.toISOString() },
    cells: documentDifferences(reported, again),
    rows: changedRows(counted, reported.period.to),
    decisions: decisions.map(({ kind, key, name, savedAt, savedBy }) => ({
      ...{ kind, name: name ?? key, savedAt: savedAt.toISOString(), savedBy },
    })),
    households: maySee ? listed.slice(0, mostChangedFacts).map(toHousehold) : null,
    hasMore: listed.length > mostChangedFacts,
    smallestCount: limitsIn(reported.period.to).smallestCount,
    hasClosed:
      maySee &&
      listed.length < Math.min(await countListableFacts(reader, user.municipalityId, between), mostChangedFacts),
  }
}

/** What is decided about a group that only managers see is told to nobody else. */
async function openDecisions(tx: Tx, user: User, decisions: ChangedDecision[]): Promise<ChangedDecision[]> {
  if (user.role === 'manager') return decisions
  const { municipalityId } = user
  const open = new Set<string>()
  for (const kind of ['target-group', 'project', 'project-readings'] as const) {
    const entries = await openedEntries(tx, user, kind, await listEntries(tx, municipalityId, kind))
    for (const { key } of entries) open.add(`${kind} ${key}`)
  }
  for (const { key, body } of await listEntries(tx, municipalityId, 'savings-action'))
    if (body.group === null || open.has(`target-group ${body.group}`)) open.add(`savings-action ${key}`)
  return decisions.filter(({ kind, key }) => !ofGroups.has(kind) || open.has(`${kind} ${key}`))
}

const ofGroups = new Set(['target-group', 'project', 'project-readings', 'savings-action'])

const limitsIn = (month: Month) => valueAt(disclosureLimits, month)

/** Months after the period are told together: most of them came as they should, and a few settle what became of somebody. */
export function changedRows(counted: readonly ChangedFacts[], to: Month): ChangedRows[] {
  const limits = limitsIn(to)
  return together(counted, to).map(({ kind, month, isLater, ...row }) => {
    const withheld = row.households !== null && isTooFew(row.households, limits)
    return {
      ...{ what: changedFactText[kind], month, isLater, withheld },
      added: withheld ? 0 : row.added,
      removed: withheld ? 0 : row.removed,
      households: withheld ? null : row.households,
      ore: withheld ? null : row.ore,
    }
  })
}

type Row = ChangedFacts & { isLater: boolean }

function together(counted: readonly ChangedFacts[], to: Month): Row[] {
  const within = counted.filter(({ month }) => month === null || month <= to).map((row) => ({ ...row, isLater: false }))
  const later = counted.filter(({ month }) => month !== null && month > to)
  const kinds = [...new Set(later.map(({ kind }) => kind))]
  return [...within, ...kinds.map((kind) => sumOf(later.filter((row) => row.kind === kind)))]
}

/** Households of several months may be the same: the most of one month is the fewest there can be. */
const sumOf = (rows: readonly ChangedFacts[]): Row => ({
  ...{ kind: rows[0]!.kind, month: null, isLater: true },
  added: sum(rows.map(({ added }) => added)),
  removed: sum(rows.map(({ removed }) => removed)),
  households: rows.some(({ households }) => households === null)
    ? null
    : Math.max(...rows.map(({ households }) => households ?? 0)),
  ore: rows.some(({ ore }) => ore === null) ? null : sum(rows.map(({ ore }) => ore ?? 0)),
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const toHousehold = ({
  kind,
  householdId,
  householdKey,
  month,
  change,
  beforeOre,
  nowOre,
}: ChangedFact): ChangedHousehold => ({
  ...{ id: householdId, key: householdKey, what: changedFactText[kind], month, change, beforeOre, nowOre },
})
