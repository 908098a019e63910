import { formatTime } from '../values/format.ts'

/** `2019-05-14 kl. 10:00` in Swedish time for an instant; a day is given back as it is. */
export function instantText(instant: string): string {
  if (!instant.includes('T')) return instant
  const date = new Date(instant)
  const day = date.toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
  return `${day} kl. ${formatTime(date)}`
}
