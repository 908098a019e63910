import { addMonths, type Month, monthInWords } from '../values/month.ts'
import type { OutcomeCheck } from './outcome-check.ts'

/** `6 månader: taget tillbaka, bistånd i mars 2019`. */
export function outcomeCheckText({ months, state }: OutcomeCheck): string {
  if (state.kind === 'confirmed') return `${months} månader: bekräftat`
  if (state.kind === 'taken-back') return `${months} månader: taget tillbaka, bistånd i ${monthInWords(state.month)}`
  return `${months} månader: väntar på betalningar till och med ${monthInWords(addMonths(state.until, -1))}`
}

export const outcomeWatchText = {
  known: (month: Month) =>
    `Betalningarna är kända till och med ${monthInWords(month)}. Månaden för avslutet räknas inte, och återbetalt bistånd räknas bort.`,
  noneKnown: 'Inga betalningar är inlästa än.',
} as const
