import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkedView, type ToldFinding } from '../../../src/number-check/checked-view.ts'
import { readText } from '../../../src/number-check/read-text-file.ts'
import { textAt } from '../../../src/number-check/text-document.ts'
import { month } from '../../../src/values/month.ts'

/** A short passage of a report, written by hand; `error` is null where nothing in it is wrong. */
export type Passage = { name: string; right: string; wrong: string | null; error: string | null }

/**
 * `free-prose-held-out` only measures; all others are what the rules are mended by. The batches of `strangers` were judged once
 * before anything was mended, which is the rate to go by.
 */
export type PassageFile = 'free-prose' | 'free-prose-sentences' | 'free-prose-held-out' | `strangers-${number}`

/** In the files "{{right|wrong}}" is what the error changes, so that each such passage is read both ways. */
const planted = /\{\{([^|}]*)\|([^}]*)\}\}/

export function passagesOf(file: PassageFile): Passage[] {
  const text = readFileSync(join(import.meta.dirname, `../texts/${file}.txt`), 'utf8')
  return text
    .split(/^=== /m)
    .slice(1)
    .map((each) => {
      const [name = '', ...lines] = each.split('\n')
      const said = lines.join('\n')
      const error = planted.exec(said)
      const [, right = '', wrong = ''] = error ?? []
      return {
        name,
        right: error ? said.replace(planted, () => right) : said,
        wrong: error ? said.replace(planted, () => wrong) : null,
        error: error ? wrong : null,
      }
    })
}

export type JudgedPassages = {
  right: number
  wrong: number
  /** Said of a passage that is right, also of the right version of a wrong one. */
  falseAlarms: string[]
  missed: string[]
  /** Something is said of the passage that was not said of the right one, but the wrong figure itself is not marked. */
  unmarked: string[]
}

export function judgePassages(file: PassageFile): JudgedPassages {
  const passages = passagesOf(file)
  const judged: JudgedPassages = { right: passages.length, wrong: 0, falseAlarms: [], missed: [], unmarked: [] }
  for (const { name, right, wrong, error } of passages) {
    const { told: before } = findingsOf(right)
    if (before.length > 0) judged.falseAlarms.push(`${name}: ${before.map(({ text }) => text).join(' ')}\n  ${right}`)
    if (wrong === null || error === null) continue
    judged.wrong += 1
    const { told, marked } = findingsOf(wrong)
    const added = told.filter(({ text }) => before.every((each) => each.text !== text))
    if (added.length === 0) judged.missed.push(`${name}: ${wrong}`)
    else if (!added.some((finding) => marked(finding).some((each) => touches(each, error))))
      judged.unmarked.push(`${name}: ${added.map(({ text }) => text).join(' ')}\n  ${wrong}`)
  }
  return judged
}

function findingsOf(text: string) {
  const document = readText(text)
  const told = checkedView(document, month('2025-03')).findings
  return { told, marked: ({ places }: ToldFinding) => places.map((place) => textAt(document, place)) }
}

const touches = (marked: string, error: string): boolean =>
  marked !== '' && (marked.includes(error) || error.includes(marked))
