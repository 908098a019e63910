import type { MedianBasis, PaymentSignalSettings } from '../parameters/payment-signals.ts'
import { type MonthIndex, monthFromIndex } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import type { Signal, SignalKind } from './signals.ts'
import { firstRow, type WatchedPayments } from './watched-payments.ts'
import type { WatchedSpan, WatchedWay } from './watched-ways.ts'

/** Concerned months, half-open; with `household`, a position in the panel, those of one household alone. */
export type Watched = { from: MonthIndex; until: MonthIndex; household?: number }

type Asked = Watched & {
  settings: PaymentSignalSettings
  basis: MedianBasis
  /** What is known of a household's way, by its id: of those whose way the user may see. */
  wayOf: (householdId: number) => WatchedWay | undefined
}

type Tell = (kind: SignalKind, month: MonthIndex, stakeOre: Ore) => void

/**
 * What the rules that are on find in a period, in no order: each kind once for a household and month. Only `two-households` may
 * stand there several times, once for each other household, since which of them the user may see is not known here.
 */
export function signalsIn(facts: WatchedPayments, asked: Asked): Signal[] {
  const found: Signal[] = []
  const { householdIds } = facts.panel
  const among = asked.household === undefined ? householdIds.keys() : [asked.household]
  for (const household of among) {
    if (!isPaid(facts, household, asked)) continue
    const tell: Tell = (kind, month, stakeOre) =>
      found.push(signal(kind, householdIds[household]!, month, stakeOre, null))
    for (const rule of rules) rule(facts, household, asked, tell)
  }
  return [...found, ...inTwoHouseholds(facts, asked)]
}

const signal = (
  kind: SignalKind,
  householdId: number,
  month: MonthIndex,
  stakeOre: Ore,
  otherHouseholdId: number | null,
): Signal => ({ kind, householdId, month: monthFromIndex(month), stakeOre, otherHouseholdId })

/** Whether there is any payment for the period. */
function isPaid({ panel, monthsFrom }: WatchedPayments, household: number, { from, until }: Watched): boolean {
  const { month } = panel.householdMonths
  const [first, end] = [monthsFrom[household]!, monthsFrom[household + 1]!]
  if (first === end || month[end - 1]! < from || month[first]! >= until) return false
  const row = firstRow(month, first, end, from)
  return row < end && month[row]! < until
}

/** Runs through the household's months with assistance, from one month until another. */
function eachAssisted(
  { panel, monthsFrom }: WatchedPayments,
  household: number,
  { from, until }: Watched,
  see: (month: MonthIndex, ore: Ore) => void,
): void {
  const { month, amountOre } = panel.householdMonths
  const end = monthsFrom[household + 1]!
  for (let row = firstRow(month, monthsFrom[household]!, end, from); row < end && month[row]! < until; row++)
    if (amountOre[row]! > 0) see(month[row]!, amountOre[row]!)
}

type Rule = (facts: WatchedPayments, household: number, asked: Asked, tell: Tell) => void

const afterClosing: Rule = (facts, household, asked, tell) => {
  const { isOn, threshold } = asked.settings['after-closing']
  const way = isOn ? asked.wayOf(facts.panel.householdIds[household]!) : undefined
  if (way) paidWithin(facts, household, asked, way.closed, threshold, (...paid) => tell('after-closing', ...paid))
}

const afterEmployment: Rule = (facts, household, asked, tell) => {
  const { isOn, threshold } = asked.settings['after-employment']
  const way = isOn ? asked.wayOf(facts.panel.householdIds[household]!) : undefined
  if (way) paidWithin(facts, household, asked, way.employed, threshold, (...paid) => tell('after-employment', ...paid))
}

/** A month that lies in several spans is told once. */
function paidWithin(
  facts: WatchedPayments,
  household: number,
  { from, until }: Watched,
  spans: readonly WatchedSpan[],
  letBe: number,
  see: (month: MonthIndex, ore: Ore) => void,
): void {
  const seen = new Set<MonthIndex>()
  for (const { after, last } of spans) {
    const watched = { from: Math.max(from, after + letBe + 1), until: Math.min(until, last + 1) }
    eachAssisted(facts, household, watched, (month, ore) => {
      if (!seen.has(month)) see(month, ore)
      seen.add(month)
    })
  }
}

/** What was paid back in full is settled. */
const sameTwice: Rule = ({ payments, paymentsFrom }, household, { from, until, settings }, tell) => {
  const { isOn, threshold } = settings['same-twice']
  if (!isOn) return
  const { concernedMonth } = payments
  const end = paymentsFrom[household + 1]!
  let row = firstRow(concernedMonth, paymentsFrom[household]!, end, from)
  while (row < end && concernedMonth[row]! < until) {
    const first = row
    while (row < end && concernedMonth[row] === concernedMonth[first]) row++
    const ore = row - first > 1 ? paidAgain(payments, first, row, threshold) : 0
    if (ore > 0) tell('same-twice', concernedMonth[first]!, ore)
  }
}

/** Of one month's payments: what was paid of an amount and purpose more than once, less what was paid back of that very amount. */
function paidAgain(
  { amountOre, purpose }: WatchedPayments['payments'],
  from: number,
  until: number,
  smallestOre: Ore,
): Ore {
  const times = new Map<string, { ore: Ore; times: number }>()
  for (let row = from; row < until; row++) {
    const ore = amountOre[row]!
    if (ore <= 0 || ore < smallestOre) continue
    const key = `${purpose[row]} ${ore}`
    times.set(key, { ore, times: (times.get(key)?.times ?? 0) + 1 })
  }
  let again = 0
  for (const each of times.values()) {
    if (each.times < 2) continue
    let back = 0
    for (let row = from; row < until; row++) if (amountOre[row] === -each.ore) back++
    again += each.ore * Math.max(each.times - 1 - back, 0)
  }
  return again
}

/** All that the month's payments have been changed by, up or down, since they were first known. */
const changedLater: Rule = ({ changed }, household, { from, until, settings }, tell) => {
  const { isOn, threshold } = settings['changed-later']
  if (!isOn) return
  const stakes = new Map<MonthIndex, Ore>()
  for (const { month, ore } of changed.get(household) ?? [])
    if (month >= from && month < until && ore >= threshold) stakes.set(month, (stakes.get(month) ?? 0) + ore)
  for (const [month, ore] of stakes) tell('changed-later', month, ore)
}

/** From the month concerned to the recovery's, or to that in which it became known where the case system does not say. */
const lateRecovery: Rule = ({ payments, paymentsFrom }, household, { from, until, settings }, tell) => {
  const { isOn, threshold } = settings['late-recovery']
  if (!isOn) return
  const { concernedMonth, payMonth, knownMonth, amountOre } = payments
  const end = paymentsFrom[household + 1]!
  let late = 0
  for (let row = firstRow(concernedMonth, paymentsFrom[household]!, end, from); row < end; row++) {
    const month = concernedMonth[row]!
    if (month >= until) return
    const on = payMonth[row]! < 0 ? knownMonth[row]! : payMonth[row]!
    if (amountOre[row]! < 0 && on - month >= threshold) late -= amountOre[row]!
    if (late === 0 || (row + 1 < end && concernedMonth[row + 1] === month)) continue
    tell('late-recovery', month, late)
    late = 0
  }
}

/** The lower of the two in the middle, where the months are even in number. */
const aboveMedian: Rule = (facts, household, { from, until, settings, basis }, tell) => {
  const { isOn, threshold } = settings['above-median']
  if (!isOn) return
  const amounts: Ore[] = []
  const first = Math.min(from, until - Math.max(basis.months, 1))
  eachAssisted(facts, household, { from: first, until }, (_, ore) => amounts.push(ore))
  // Nothing lies so far above the middle that does not lie as far above the least: sorting is what takes the time.
  if (amounts.length < basis.atLeast || Math.max(...amounts) <= Math.min(...amounts) * threshold) return
  const median = amounts.sort((one, other) => one - other)[Math.ceil(amounts.length / 2) - 1]!
  eachAssisted(facts, household, { from, until }, (month, ore) => {
    if (ore > median * threshold) tell('above-median', month, ore - median)
  })
}

const rules: readonly Rule[] = [afterClosing, afterEmployment, sameTwice, changedLater, lateRecovery, aboveMedian]

/** A child may live with both parents; a grown-up is assisted in one household. The signal is of the household that was first. */
function inTwoHouseholds(facts: WatchedPayments, asked: Asked): Signal[] {
  const { isOn, threshold } = asked.settings['two-households']
  if (!isOn) return []
  const { householdIds } = facts.panel
  const both = facts.shared
    .filter(({ household }) => asked.household === undefined || household === asked.household)
    .flatMap((member) => bothAssisted(facts, member, asked))
  const keyOf = ({ member: { person, household, other } }: BothAssisted) => `${person} ${household} ${other}`
  const times = new Map<string, number>()
  for (const each of both) times.set(keyOf(each), (times.get(keyOf(each)) ?? 0) + 1)
  return both
    .filter((each) => times.get(keyOf(each))! >= threshold)
    .map(({ member: { household, other }, month, ore }) =>
      signal('two-households', householdIds[household]!, month, ore, householdIds[other]!),
    )
}

type BothAssisted = { member: WatchedPayments['shared'][number]; month: MonthIndex; ore: Ore }

/** The months in which both households had assistance, with what the one with less of it had. */
function bothAssisted(
  facts: WatchedPayments,
  member: BothAssisted['member'],
  { from, until }: Watched,
): BothAssisted[] {
  const common = { from: Math.max(from, member.from), until: Math.min(until, member.until) }
  const others = new Map<MonthIndex, Ore>()
  eachAssisted(facts, member.other, common, (month, ore) => others.set(month, ore))
  const both: BothAssisted[] = []
  eachAssisted(facts, member.household, common, (month, ore) => {
    const other = others.get(month)
    if (other !== undefined) both.push({ member, month, ore: Math.min(ore, other) })
  })
  return both
}
