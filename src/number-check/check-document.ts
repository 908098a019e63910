import type { Month } from '../values/month.ts'
import { checkAllOrNone } from './check-all-or-none.ts'
import { checkAverages } from './check-averages.ts'
import { checkAveragesTold } from './check-averages-told.ts'
import { checkChanges } from './check-changes.ts'
import { checkClaims } from './check-claims.ts'
import { checkClasses } from './check-classes.ts'
import { checkColumnRatios } from './check-column-ratios.ts'
import { checkComparisons } from './check-comparisons.ts'
import { checkDates } from './check-dates.ts'
import { checkDifferences } from './check-differences.ts'
import { checkGoals } from './check-goals.ts'
import { checkLengths } from './check-lengths.ts'
import { checkLists } from './check-lists.ts'
import { checkParts } from './check-parts.ts'
import { checkPercents } from './check-percents.ts'
import { checkPlaceholders } from './check-placeholders.ts'
import { checkProducts } from './check-products.ts'
import { checkRanks } from './check-ranks.ts'
import { checkRemainders } from './check-remainders.ts'
import { checkRepeated } from './check-repeated.ts'
import { checkResults } from './check-results.ts'
import { checkRounded } from './check-rounded.ts'
import { checkSharesSaid } from './check-shares-said.ts'
import { checkSharesTied } from './check-shares-tied.ts'
import { checkStockFlow } from './check-stock-flow.ts'
import { checkSumsTold } from './check-sums-told.ts'
import { checkTables } from './check-tables.ts'
import { checkToldAgain } from './check-told-again.ts'
import { checkToldOfTable } from './check-told-of-table.ts'
import { checkToldResult } from './check-told-result.ts'
import { checkWrittenOut } from './check-written-out.ts'
import type { Finding } from './finding.ts'
import { type Paragraph, paragraphsOf } from './sentences.ts'
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
  const paragraphs = paragraphsOf(document).map(withoutEndless)
  const running = paragraphs.filter(({ isHeading }) => !isHeading)
  const found = [
    ...paragraphs.flatMap((each) => [...checkPlaceholders(each), ...checkDates(each), ...checkLengths(each)]),
    ...running.flatMap((each) => [
      ...checkChanges(each),
      ...checkSharesSaid(each),
      ...checkParts(each),
      ...checkPercents(each),
      ...checkProducts(each),
      ...checkWrittenOut(each),
      ...checkAverages(each),
      ...checkAveragesTold(each),
      ...checkSharesTied(each),
      ...checkComparisons(each),
      ...checkDifferences(each),
      ...checkAllOrNone(each),
      ...checkRanks(each),
      ...checkStockFlow(each),
      ...checkResults(each),
      ...checkRounded(each),
      ...checkRemainders(each),
      ...checkSumsTold(each),
    ]),
    ...checkClaims(running),
    ...checkClasses(running, document),
    ...checkGoals(running, document),
    ...checkTables(document, at),
    ...checkColumnRatios(document),
    ...checkRepeated(paragraphs, document),
    ...checkToldAgain(running, document),
    ...checkToldResult(running, document),
    ...checkToldOfTable(running, document),
    ...checkLists(paragraphs),
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

/** What goes on for pages without a full stop is no sentence, and would take long to look through. */
const withoutEndless = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  sentences: paragraph.sentences.filter(
    ({ template, quantities }) => template.length <= 3000 && quantities.length <= 80,
  ),
})

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
