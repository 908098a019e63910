import { type MonthIndex, month, monthIndex } from '../values/month.ts'
import { apportion } from './apportion.ts'

/** Why an adult needs assistance, as the demo's case system writes it, and how such households behave. */
export type Reason = {
  /** The label in the case system's pick-list. */
  label: string
  /** Local sub-code, empty for none. */
  local: string
  group: 'unemployed' | 'sfi' | 'social' | 'pension' | 'other'
  /** Weight within the group. */
  weight: number
  /** Exit hazard against that of the unemployed. */
  exitRate: number
  /** Share of new households that stay for years. */
  slowShare: number
  ages: readonly [number, number]
  workAbility: string
}

const unemployed = {
  group: 'unemployed',
  local: '',
  exitRate: 1,
  slowShare: 0.025,
  ages: [19, 63],
  workAbility: 'Full',
} as const
const other = { group: 'other', local: '', ages: [20, 63] } as const
const sick = { ...other, exitRate: 0.6, slowShare: 0.12, workAbility: 'Delvis nedsatt' } as const
const quick = { ...other, exitRate: 1.2, slowShare: 0.015, workAbility: 'Full' } as const

/** Every adult and month has exactly one of these. Labels: domain brief 2.4. */
export const reasons: readonly Reason[] = [
  { ...unemployed, label: 'Arbetslös, ingen ersättning/stöd', weight: 0.75 },
  { ...unemployed, label: 'Arbetslös, otillräcklig ersättning/stöd', weight: 0.2 },
  { ...unemployed, label: 'Arbetslös, väntar på ersättning/stöd', weight: 0.05 },
  {
    ...unemployed,
    label: 'Arbetslös, ingen ersättning/stöd',
    local: 'SFI',
    group: 'sfi',
    weight: 1,
    exitRate: 0.6,
    slowShare: 0.05,
  },
  {
    label: 'Arbetshinder, sociala skäl',
    local: '',
    group: 'social',
    weight: 1,
    exitRate: 0.3,
    slowShare: 0.22,
    ages: [22, 63],
    workAbility: 'Oklar',
  },
  {
    label: 'Pension/Äldreförsörjningsstöd otillräcklig',
    local: '',
    group: 'pension',
    weight: 1,
    exitRate: 0.15,
    slowShare: 0.3,
    ages: [66, 82],
    workAbility: 'Saknas',
  },
  { ...quick, label: 'Etableringsersättning otillräcklig', weight: 20, exitRate: 0.8 },
  { ...quick, label: 'Etableringsersättning, väntar på', weight: 6 },
  { ...sick, label: 'Sjukskriven m läkarintyg, ingen sjukpenning', weight: 28 },
  { ...sick, label: 'Sjukskriven m läkarintyg, otillräcklig sjukpenning', weight: 10 },
  { ...sick, label: 'Sjukskriven m läkarintyg, väntar på sjukpenning', weight: 5, exitRate: 1 },
  {
    ...sick,
    label: 'Sjuk/Aktivitetsersättning, otillräcklig ersättning',
    weight: 18,
    exitRate: 0.3,
    workAbility: 'Under 25 %',
  },
  { ...sick, label: 'Sjuk/Aktivitetsersättning, väntar på ersättning', weight: 6, workAbility: 'Under 25 %' },
  { ...quick, label: 'Pension/Äldreförsörjningsstöd, Väntar på', weight: 9, ages: [65, 70], workAbility: 'Saknas' },
  { ...quick, label: 'Föräldrapenning otillräcklig', weight: 14, exitRate: 0.7, ages: [20, 42] },
  { ...quick, label: 'Saknar barnomsorg', weight: 3, ages: [20, 42] },
  { ...quick, label: 'Arbetar heltid, otillräcklig inkomst', weight: 8 },
  { ...quick, label: 'Arbetar heltid, väntar på inkomst', weight: 8, exitRate: 2 },
  { ...quick, label: 'Arbetar deltid ofrivilligt, otillräcklig inkomst', weight: 22, exitRate: 0.9 },
  { ...quick, label: 'Arbetar deltid ofrivilligt, väntar på inkomst', weight: 4 },
  { ...quick, label: 'Utan försörjningshinder', weight: 6 },
]

/**
 * How many of a month's adults have each reason; the parts sum to `adults`.
 * The four groups follow the published counts of January 2018 and January 2019, in a straight line between them;
 * the ends outside are ours. The other reasons share what is left.
 */
export function reasonQuotas(at: MonthIndex, adults: number, scale: number): number[] {
  const wanted = groups.map((group) => Math.round(groupCount(group, at) * scale))
  const sum = wanted.reduce((all, count) => all + count, 0)
  const named = sum > adults ? apportion(adults, wanted) : wanted
  const left = adults - named.reduce((all, count) => all + count, 0)
  const quotas = new Array<number>(reasons.length).fill(0)
  for (const [position, group] of groups.entries()) shareOut(quotas, group, named[position]!, at)
  shareOut(quotas, 'other', left, at)
  return quotas
}

const groups = ['unemployed', 'sfi', 'social', 'pension'] as const

const anchors: { at: MonthIndex; counts: Record<(typeof groups)[number], number> }[] = [
  { at: monthIndex(month('2016-01')), counts: { unemployed: 318, sfi: 38, social: 120, pension: 27 } },
  { at: monthIndex(month('2018-01')), counts: { unemployed: 327, sfi: 59, social: 141, pension: 37 } },
  { at: monthIndex(month('2019-01')), counts: { unemployed: 255, sfi: 105, social: 165, pension: 58 } },
  { at: monthIndex(month('2020-01')), counts: { unemployed: 240, sfi: 108, social: 172, pension: 63 } },
]

function groupCount(group: (typeof groups)[number], at: MonthIndex): number {
  const next = anchors.findIndex((anchor) => anchor.at >= at)
  const after = anchors[next === -1 ? anchors.length - 1 : next]!
  const before = anchors[next <= 0 ? anchors.indexOf(after) : next - 1]!
  const passed = after === before ? 0 : (at - before.at) / (after.at - before.at)
  return before.counts[group] + passed * (after.counts[group] - before.counts[group])
}

/** The act on establishment (2010:197) came into force 2010-12-01; its reasons cannot be used before. */
const establishmentFrom = monthIndex(month('2010-12'))

function shareOut(quotas: number[], group: Reason['group'], count: number, at: MonthIndex): void {
  const weights = reasons.map((reason) =>
    reason.group !== group || (at < establishmentFrom && reason.label.startsWith('Etablering')) ? 0 : reason.weight,
  )
  for (const [position, part] of apportion(count, weights).entries()) quotas[position]! += part
}
