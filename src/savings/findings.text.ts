import { formatKronor, formatNumber } from '../values/format.ts'
import type { Finding } from './assumption.ts'

/** A number of months as it was counted: `5,95`. */
export const monthsText = (months: number): string => formatNumber(months, Number.isInteger(months) ? 0 : 2)

const personsText = (persons: number): string => formatNumber(persons, Number.isInteger(persons) ? 0 : 1)

/** What does not hold in a promise, said so that the one who wrote it can mend it. */
export function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'no-formula':
      return `${finding.part}: beloppet har ingen beräkning bakom sig. Ange hur många som berörs, kronor per månad eller antal månader.`
    case 'no-promise':
      return `${finding.part}: ingen besparing är utlovad. Ange beloppet eller det som behövs för att räkna fram det.`
    case 'affected-differs': {
      const { part, persons, share, affected, months } = finding
      const otherwise =
        months === null ? '' : ` Med ${personsText(persons * share)} personer blir det ${monthsText(months)} månader.`
      return `${part}: ${formatNumber(share * 100, Number.isInteger(share * 100) ? 0 : 1)} procent av ${personsText(persons)} är ${personsText(persons * share)} personer, inte ${personsText(affected)}.${otherwise}`
    }
    case 'part-of-a-person':
      return `${finding.part}: antagandet ger ${personsText(finding.leaving)} personer. Ange ett helt antal.`
    case 'product-differs':
      return `${finding.part}: faktorerna ger ${formatKronor(finding.productOre)}, men ${formatKronor(finding.promisedOre)} är utlovat.`
    case 'longer-than-year':
      return `${finding.part}: räknar med ${monthsText(finding.months)} månader, men ${monthsText(finding.left)} återstår av året från start.`
    case 'all-at-once':
      return `${finding.part}: förutsätter att alla lämnar biståndet redan första månaden.`
    case 'months-differ':
      return `Grupperna börjar samtidigt men räknar olika länge: ${finding.parts.map(({ label, months }) => `${label} ${monthsText(months)} månader`).join(', ')}.`
    case 'goal-without-baseline':
      return 'Målet är uttryckt i förhållande till något som inte anges i kronor. Skriv utgångsvärdet, annars går målet inte att följa upp.'
    case 'maybe-counted-twice':
      return 'Det är oklart om beloppet också ingår i en annan åtgärd. Det kan vara räknat två gånger.'
    case 'same-participants':
      return `Samma deltagare följs också i ${finding.names.join(', ')}. Besparingen delas lika mellan åtgärderna.`
  }
}
