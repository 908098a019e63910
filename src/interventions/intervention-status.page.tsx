import type { Tone } from '../ui/Tag.tsx'
import type { interventionsText } from './interventions.text.ts'

export type InterventionStatus = keyof typeof interventionsText.statuses

/** From its dates and the day that asks. `until` is the first day that it no longer runs. */
export function statusOf(
  { from, until }: { from: string | null; until: string | null },
  today: string,
): InterventionStatus {
  if (from !== null && today < from) return 'coming'
  return until !== null && until <= today ? 'ended' : 'running'
}

export const statusTones: Record<InterventionStatus, Tone> = { running: 'good', coming: 'info', ended: 'neutral' }
