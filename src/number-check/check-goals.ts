import type { Finding } from './finding.ts'
import type { Quantity } from './quantity.ts'
import { readQuantities } from './read-quantities.ts'
import { type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'
import type { TextDocument, TextTable } from './text-document.ts'

/** "Målet är minst 85 %. Utfallet är 71 %, vilket innebär att målet nås", and the same in the columns of a table. */
export function checkGoals(paragraphs: Paragraph[], { blocks }: TextDocument): Finding[] {
  return [
    ...paragraphs.flatMap(inSentences),
    ...blocks.flatMap((block, at) => (block.kind === 'table' ? inTable(block, at) : [])),
  ]
}

const namesGoal = /(?<!\p{L})(?:mål|målet|målsättningen|målvärdet|målnivån)(?!\p{L})/iu
const reached =
  /(?<!\p{L})målet(?: |[^.;:!?]{0,70}? )(?:nås|nåddes|nåtts|nått|uppnås|uppnåddes|uppnåtts|uppnått|uppfylls|uppfylldes|uppfyllt)(?!\p{L})(?: [\p{L}]+){0,3}|(?<!\p{L})(?:når|nådde|uppnår|uppnådde|uppfyller|uppfyllde)(?: \p{L}+){0,2} målet(?!\p{L})/iu

/** One goal, one value of the same unit after it, and a sentence that says what became of it. */
function inSentences({ sentences }: Paragraph): Finding[] {
  return sentences.flatMap((sentence, at) => {
    const [goal, ...goals] = goalsIn(sentence)
    if (!goal || goals.length > 0) return []
    const own = sentence.quantities.filter((each) => each.from !== goal.from)
    const near = own.length > 0 ? [sentence] : sentences.slice(at + 1, at + 2)
    const values = near.flatMap((each) => each.quantities.filter((quantity) => quantity.from !== goal.from))
    const said = [...near, ...sentences.slice(sentences.indexOf(near[0] ?? sentence) + 1).slice(0, 1)]
    const [value, ...others] = values
    const verdict = said.map(verdictOf).find((each) => each !== null)
    if (!value || others.length > 0 || verdict === undefined) return []
    return compare(goal, value, verdict).map((facts) => ({
      ...{ kind: 'goal-reached', severity: 'error', ...facts },
      places: [placeOf(near[0]!, value), placeOf(sentence, goal)],
    }))
  })
}

/** "Målet var 50 nya platser" is a goal of that many at least, where more is not what is to grow less. */
function goalsIn(sentence: Sentence): Quantity[] {
  const limits = sentence.quantities.filter(isLimit)
  const isNamed =
    namesGoal.test(sentence.template) || /(?<!\p{L})(?:ska|skall|skulle)(?!\p{L})/iu.test(sentence.template)
  if (limits.length > 0) return isNamed ? limits : []
  const aside = inBrackets.exec(sentence.template)
  if (aside && !lessIsBetter.test(sentence.template))
    return [quantityOf(sentence, aside[1])]
      .filter(({ unit, hedge }) => hedge === null && unit !== 'time')
      .map((each) => ({ ...each, hedge: 'at-least' as const }))
  const [only, ...more] = sentence.quantities
  const isAim = /(?<!\p{L})målet(?: för \p{L}+)? (?:var|är|att nå) (?:att (?:\p{L}+ ){0,4})?[\uE000-\uEFFF]/iu.test(
    sentence.template,
  )
  if (!only || more.length > 0 || !isAim || only.unit !== 'count' || only.hedge !== null) return []
  return lessIsBetter.test(sentence.template) ? [] : [{ ...only, hedge: 'at-least' }]
}

const inBrackets = pattern('\\((?:mål|målet|målvärde|målnivå)(?: [\uF000-\uF8FF])?:? {q}\\)', 'iu')

const lessIsBetter =
  /minsk|sänk|färre|lägre|halver|kort|kö|vänt|avhys|vräk|återakt|sjuk|hushåll|bistånd|klagomål|olyck|avvikels/iu

const isLimit = ({ hedge }: Quantity): boolean => hedge === 'at-least' || hedge === 'at-most'

function verdictOf({ template }: Sentence): boolean | null {
  const found = reached.exec(template)?.[0]
  return found === undefined ? null : !/(?<!\p{L})(?:inte|ej|aldrig)(?!\p{L})/iu.test(found)
}

type Facts = { printed: string; goal: string; isReached: boolean }

/** What can be told from the two: nothing when a rounded value may lie on either side of its goal. */
function compare(goal: Quantity, value: Quantity, isSaid: boolean): Facts[] {
  if (goal.unit !== value.unit || goal.per !== value.per || value.hedge !== null || value.isRange) return []
  const isLeast = goal.hedge === 'at-least'
  const isReached = isLeast ? value.value >= goal.value : value.value <= goal.value
  const isNear = value.low <= goal.value && goal.value <= value.high && value.value !== goal.value
  return isReached === isSaid || isNear ? [] : [{ printed: value.text, goal: goal.text, isReached }]
}

/** The columns that a table of goals has, by their headings. */
function inTable({ heading, rows }: TextTable, block: number): Finding[] {
  const [goalAt, valueAt, saidAt] = [
    /^mål(?:et|värde|nivå)?(?: \d{4})?$/iu,
    /^(?:utfall|resultat)(?!.*prognos)/iu,
    /(?<!\p{L})(?:uppnå\p{L}*|uppfyll\p{L}*|måluppfyllelse|nått)$/iu,
  ].map((name) => heading.findIndex((text) => name.test(text.trim()))) as [number, number, number]
  if (goalAt < 1 || valueAt < 1 || saidAt < 1) return []
  return rows.flatMap(({ cells }, row) => {
    const [goal, value] = [goalAt, valueAt].map((at) => onlyOne(cells[at] ?? '')) as [Quantity | null, Quantity | null]
    const said = /^(?:(?<yes>ja|uppnått|uppfyllt|nått)|(?:nej|ej uppnått|inte uppnått|ej uppfyllt))$/iu.exec(
      (cells[saidAt] ?? '').trim(),
    )
    if (!goal || !value || !said || !isLimit(goal)) return []
    return compare(goal, value, said.groups?.yes !== undefined).map((facts) => ({
      ...{ kind: 'goal-reached', severity: 'error', ...facts },
      places: [saidAt, valueAt].map((cell) => ({ block, row, cell, from: 0, until: (cells[cell] ?? '').length })),
    }))
  })
}

function onlyOne(text: string): Quantity | null {
  const { quantities } = readQuantities(text, false)
  return quantities.length === 1 ? quantities[0]! : null
}
