import type { Month } from '../values/month.ts'
import { checkAverages } from './check-averages.ts'
import { checkChanges } from './check-changes.ts'
import { checkClaims } from './check-claims.ts'
import { checkClasses } from './check-classes.ts'
import { checkDates } from './check-dates.ts'
import { checkGoals } from './check-goals.ts'
import { checkParts } from './check-parts.ts'
import { checkPercents } from './check-percents.ts'
import { checkPlaceholders } from './check-placeholders.ts'
import { checkProducts } from './check-products.ts'
import { checkRepeated } from './check-repeated.ts'
import { checkResults } from './check-results.ts'
import { checkRounded } from './check-rounded.ts'
import { checkSharesSaid } from './check-shares-said.ts'
import { checkStockFlow } from './check-stock-flow.ts'
import { checkTables } from './check-tables.ts'
import { checkToldAgain } from './check-told-again.ts'
import { checkToldResult } from './check-told-result.ts'
import { checkWrittenOut } from './check-written-out.ts'
import type { Finding } from './finding.ts'
import { paragraphsOf } from './sentences.ts'
import { lineOf, type Place, type TextDocument } from './text-document.ts'

export type CheckedText = {
  findings: Finding[]
  /** How much was read, so that "nothing found" says of what. */
  numbers: number
  tables: number
}

/**
 * Siffergranskaren: what in a text cannot be right, or is not explained. A check speaks only when the text itself ties the
 * numbers together, and is silent about what may be right. `at` decides which limits hold. Findings in the order of the text.
 */
export function checkDocument(document: TextDocument, at: Month): CheckedText {
  const paragraphs = paragraphsOf(document)
  const running = paragraphs.filter(({ isHeading }) => !isHeading)
  const found = [
    ...paragraphs.flatMap((each) => [...checkPlaceholders(each), ...checkDates(each)]),
    ...running.flatMap((each) => [
      ...checkChanges(each),
      ...checkSharesSaid(each),
      ...checkParts(each),
      ...checkPercents(each),
      ...checkProducts(each),
      ...checkWrittenOut(each),
      ...checkAverages(each),
      ...checkStockFlow(each),
      ...checkResults(each),
      ...checkRounded(each),
    ]),
    ...checkClaims(running),
    ...checkClasses(running, document),
    ...checkGoals(running, document),
    ...checkTables(document, at),
    ...checkRepeated(paragraphs, document),
    ...checkToldAgain(running, document),
    ...checkToldResult(running, document),
  ]
  return {
    findings: onceEach(found).sort(
      (a, b) => lineOf(document, a.places[0]!) - lineOf(document, b.places[0]!) || compare(a.places[0]!, b.places[0]!),
    ),
    numbers: running.reduce(
      (sum, { sentences }) => sum + sentences.reduce((all, { quantities }) => all + quantities.length, 0),
      0,
    ),
    tables: document.blocks.filter(({ kind }) => kind === 'table').length,
  }
}

const compare = (a: Place, b: Place): number =>
  a.block - b.block || (a.row ?? 0) - (b.row ?? 0) || (a.cell ?? 0) - (b.cell ?? 0) || a.from - b.from

/** One finding about a number: the first check that has something to say of it, in the order above. */
function onceEach(found: Finding[]): Finding[] {
  const seen = new Set<string>()
  return found.filter(({ places: [place] }) => {
    const key = `${place!.block} ${place!.row ?? ''} ${place!.cell ?? ''} ${place!.from}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
