import { seededRandom } from '../../../src/calculations/random.ts'
import { checkedView, type ToldFinding } from '../../../src/number-check/checked-view.ts'
import { readText, readTextFile } from '../../../src/number-check/read-text-file.ts'
import { type Place, textAt, type TextDocument } from '../../../src/number-check/text-document.ts'
import { month } from '../../../src/values/month.ts'
import { correctText, plantError, type PlantedError } from '../corpus.ts'
import { type CorpusText, pieceText, saidOf, saidText } from './corpus-text.ts'
import { fileOf } from './corpus-files.ts'
import { otherWordings } from './other-wordings.ts'

export type FalseAlarm = { seed: number; file: string; genre: string; kind: string; text: string; marked: string }

/** `isFound`: told of where the error stands. `isMarked`: the very figure is among those that are marked. */
export type Judged = PlantedError & { seed: number; file: string; isFound: boolean; isMarked: boolean; told: string[] }

export type Verdict = { falseAlarms: FalseAlarm[]; planted: Judged[]; genres: string[] }

/** What the checker says of the right text of each seed, and of the same text with one error. */
export function judgeCorpus(seeds: number[]): Verdict {
  const verdict: Verdict = { falseAlarms: [], planted: [], genres: [] }
  for (const seed of seeds) {
    const right = correctText(seed)
    const before = findingsOf(right)
    verdict.genres.push(...genresOf(right).map(({ genre }) => genre))
    verdict.falseAlarms.push(...before.findings.map((finding) => falseAlarm(right, before, finding)))
    const planted = plantError(right, seededRandom(seed + 2_000_000))
    if (!planted) throw new Error(`Nothing in text ${seed} can be wrong`)
    verdict.planted.push({ seed, ...judge(before, findingsOf(planted.text), planted.error) })
  }
  return verdict
}

export { judgePassages } from './free-prose.ts'

/** Of the wordings that nothing was tuned on: errors missed, and right ones that something is said of. */
export function judgeOtherWordings(): { texts: number; missed: string[]; flagged: string[] } {
  const isTold = (text: string) => checkedView(readText(text), month('2025-03')).findings.length > 0
  return {
    texts: otherWordings.length,
    missed: otherWordings.flatMap(([, wrong]) => (isTold(wrong) ? [] : [wrong])),
    flagged: otherWordings.flatMap(([right]) => (isTold(right) ? [right] : [])),
  }
}

type Findings = { file: string; document: TextDocument; findings: ToldFinding[] }

function findingsOf(text: CorpusText): Findings {
  const { name, bytes } = fileOf(text)
  const document = readTextFile(bytes, name)
  return { file: name, document, findings: checkedView(document, month('2025-03')).findings }
}

function judge(before: Findings, after: Findings, error: PlantedError): Omit<Judged, 'seed'> {
  const known = new Set(before.findings.map(({ kind, text }) => `${kind} ${text}`))
  const added = after.findings.filter(({ kind, text }) => !known.has(`${kind} ${text}`))
  const there = added.filter(({ places }) =>
    places.some((place) => blockText(after.document, place).includes(bare(error.within))),
  )
  const isMarked = there.some(({ places }) =>
    places.some((place) => touches(textAt(after.document, place), error.wrong)),
  )
  return {
    ...{ ...error, file: after.file, isFound: there.length > 0, isMarked },
    told: added.map(({ kind, text }) => `${kind}: ${text}`),
  }
}

/** Without spaces, and without the marks of a format: a line may be broken anywhere between two words. */
const bare = (text: string): string => text.replaceAll(/[\s*|]+/gu, '')

function blockText({ blocks }: TextDocument, { block }: Place): string {
  const found = blocks[block]
  if (!found) return ''
  return bare(found.kind === 'table' ? found.rows.map(({ cells }) => cells.join(' ')).join(' ') : found.text)
}

const touches = (marked: string, figure: string): boolean =>
  marked !== '' && (bare(figure).includes(bare(marked)) || bare(marked).includes(bare(figure)))

function genresOf({ blocks }: CorpusText): { genre: string; text: string }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return []
    if (block.kind === 'table')
      return [{ genre: `table: ${block.genre}`, text: bare(block.rows.map(({ label }) => pieceText(label)).join(' ')) }]
    return saidOf(block)
      .filter(({ genre }) => genre !== 'filler')
      .map((each) => ({ genre: each.genre, text: bare(saidText(each)) }))
  })
}

function falseAlarm(
  text: CorpusText,
  { file, document }: Findings,
  { kind, places, text: told }: ToldFinding,
): FalseAlarm {
  const place = places[0]
  const marked = place ? textAt(document, place) : ''
  return { seed: text.seed, file, genre: (place && genreAt(text, document, place)) ?? 'none', kind, text: told, marked }
}

/** The genre of the sentence or the table that holds a place. */
function genreAt(text: CorpusText, document: TextDocument, place: Place): string | undefined {
  const block = document.blocks[place.block]
  const within = blockText(document, place)
  if (block?.kind === 'table') {
    const label = bare(block.rows[place.row ?? 0]?.cells[0] ?? '')
    return genresOf(text).find(({ genre, text: labels }) => genre.startsWith('table') && labels.includes(label))?.genre
  }
  const at = bare(block?.text.slice(0, place.from) ?? '').length
  return genresOf(text).find(({ text: words }) => {
    const from = within.indexOf(words)
    return from !== -1 && from <= at && at < from + words.length
  })?.genre
}
