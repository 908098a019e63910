import { type Codes, oneGroup } from '../columns.ts'
import type { FollowUp } from './follow-up.ts'

/** At each distinct time when someone left: who was at risk just before it, and how they left. */
export type RiskTable = {
  length: number
  groups: number
  causes: number
  time: Float64Array
  /** Of group g at time t in place t × groups + g. */
  atRisk: Int32Array
  /** Of group g at time t by cause c, 0 for censored, in place (t × groups + g) × (causes + 1) + c. */
  exits: Int32Array
}

/** A table of each group alone, with the times of its own rows: what curves are made from. */
export function tablesByGroup({ sample, ...rest }: FollowUp): RiskTable[] {
  const alone = oneGroup(sample.time.length)
  return tablesOf({ sample: { ...sample, group: alone }, ...rest }, sample.group)
}

/** A table of all groups for each stratum, or one for all rows: what comparisons are made from. */
export const tablesByStratum = (followUp: FollowUp): RiskTable[] =>
  tablesOf(followUp, followUp.sample.strata ?? oneGroup(followUp.sample.time.length))

/** A table for each part. A row without a part, or without a group, is in none. */
function tablesOf(followUp: FollowUp, parts: Codes): RiskTable[] {
  const leaving = split(followUp.leaving, parts)
  const entering = followUp.entering && split(followUp.entering, parts)
  return leaving.map((rows, part) => tableOf(followUp, rows, entering ? entering[part]! : null))
}

/** The rows of each part, in the order given. */
function split(rows: Int32Array, { codes, labels }: Codes): Int32Array[] {
  if (labels.length === 1 && !codes.includes(-1)) return [rows]
  const counts = new Int32Array(labels.length)
  for (const code of codes) if (code >= 0) counts[code]!++
  const parts = Array.from(counts, (count) => new Int32Array(count))
  const next = new Int32Array(labels.length)
  for (const row of rows) {
    const code = codes[row]!
    if (code >= 0) parts[code]![next[code]!++] = row
  }
  return parts
}

function tableOf(followUp: FollowUp, leaving: Int32Array, entering: Int32Array | null): RiskTable {
  const { sample, times, leaves } = followUp
  const { exit, causes } = sample
  const { codes, labels } = sample.group
  const groups = labels.length
  const table = roomFor(countPositions(leaving, leaves), groups, causes)
  const { time, exits } = table
  let [at, position] = [-1, -1]
  for (let next = 0; next < leaving.length; next++) {
    const row = leaving[next]!
    if (leaves[row] !== position) {
      position = leaves[row]!
      time[++at] = times[position]!
    }
    exits[(at * groups + codes[row]!) * (causes + 1) + exit[row]!]!++
  }
  countAtRisk(followUp, table, entering)
  return table
}

/** From the last time to the first: those who leave then or later, less those who enter then or later. */
function countAtRisk({ sample, times, enters }: FollowUp, table: RiskTable, entering: Int32Array | null) {
  const { length, groups, causes, time, atRisk, exits } = table
  const inside = new Int32Array(groups)
  let next = entering ? entering.length - 1 : -1
  for (let at = length - 1; at >= 0; at--) {
    for (; next >= 0 && times[enters![entering![next]!]!]! >= time[at]!; next--)
      inside[sample.group.codes[entering![next]!]!]!--
    for (let group = 0; group < groups; group++) {
      const first = (at * groups + group) * (causes + 1)
      for (let cause = 0; cause <= causes; cause++) inside[group]! += exits[first + cause]!
      atRisk[at * groups + group] = inside[group]!
    }
  }
}

function countPositions(leaving: Int32Array, leaves: Int32Array): number {
  let [count, last] = [0, -1]
  for (let at = 0; at < leaving.length; at++) {
    const position = leaves[leaving[at]!]!
    if (position !== last) count++
    last = position
  }
  return count
}

const roomFor = (length: number, groups: number, causes: number): RiskTable => ({
  length,
  groups,
  causes,
  time: new Float64Array(length),
  atRisk: new Int32Array(length * groups),
  exits: new Int32Array(length * groups * (causes + 1)),
})

/** The exits of each group at each time, in place t × groups + g: by one cause, or by any when none is named. */
export function exitsOf({ length, groups, causes, exits }: RiskTable, only?: number): Int32Array {
  const totals = new Int32Array(length * groups)
  const [first, last] = only === undefined ? [1, causes] : [only, only]
  for (let place = 0; place < totals.length; place++)
    for (let cause = first; cause <= last; cause++) totals[place]! += exits[place * (causes + 1) + cause]!
  return totals
}
