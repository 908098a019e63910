import { medianBasis, paymentSignalSettings, type PaymentSignalSettings } from '../parameters/payment-signals.ts'
import { valueAt } from '../parameters/dated.ts'
import type { Month } from '../values/month.ts'
import type { Ore } from '../values/money.ts'

/** A pattern in the payments that is worth a look. It says nothing of why, and most have a good explanation. */
export const signalKinds = [
  'two-households',
  'after-closing',
  'after-employment',
  'same-twice',
  'changed-later',
  'late-recovery',
  'above-median',
] as const
export type SignalKind = (typeof signalKinds)[number]

/** One for each household, kind and month. */
export type Signal = {
  kind: SignalKind
  householdId: number
  month: Month
  /** How much of the month's assistance it is about. */
  stakeOre: Ore
  /** The other household that the same person was assisted in. */
  otherHouseholdId: number | null
}

export type SignalSetting = PaymentSignalSettings[SignalKind]
type Saved = { key: string; body: { isOn: boolean; threshold: number | null } }

/** What holds: the municipality's own settings over those to begin with. */
export function settingsOf(saved: readonly Saved[], at: Month): PaymentSignalSettings {
  const usual = valueAt(paymentSignalSettings, at)
  const own = new Map(saved.map(({ key, body }) => [key, body]))
  const settingOf = (kind: SignalKind): SignalSetting => {
    const { isOn = usual[kind].isOn, threshold = null } = own.get(kind) ?? {}
    return { isOn, threshold: threshold ?? usual[kind].threshold }
  }
  return {
    'two-households': settingOf('two-households'),
    'after-closing': settingOf('after-closing'),
    'after-employment': settingOf('after-employment'),
    'same-twice': settingOf('same-twice'),
    'changed-later': settingOf('changed-later'),
    'late-recovery': settingOf('late-recovery'),
    'above-median': settingOf('above-median'),
  }
}

export const medianBasisAt = (at: Month) => valueAt(medianBasis, at)
