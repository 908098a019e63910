import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/calculations/random.ts'
import { fileOf } from './corpus/corpus-files.ts'
import { type CorpusText, errorKinds, pieceText, saidOf, saidText } from './corpus/corpus-text.ts'
import { judgePassages, passagesOf } from './corpus/free-prose.ts'
import { judgeCorpus } from './corpus/judge-corpus.ts'
import { correctText, plantError } from './corpus.ts'

const seeds = Array.from({ length: 500 }, (_, at) => at + 1)
const texts = seeds.map(correctText)

/** All that is printed, piece by piece. */
const printed = ({ blocks }: CorpusText): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.text]
    if (block.kind === 'table') return block.rows.flatMap(({ label, cells }) => [label, ...cells].map(pieceText))
    return saidOf(block).flatMap(({ pieces }) => pieces.map(pieceText))
  })

describe('The corpus that judges Siffergranskaren', () => {
  test('is the same every time', () => {
    expect(correctText(17)).toEqual(correctText(17))
    expect(fileOf(correctText(17))).toEqual(fileOf(correctText(17)))
  })

  test('has sentences and tables of many genres, in three formats', () => {
    const blocks = texts.flatMap((text) => text.blocks)
    const said = blocks.flatMap(saidOf)
    expect(new Set(said.map(({ genre }) => genre)).size).toBeGreaterThanOrEqual(40)
    expect(new Set(blocks.flatMap((block) => (block.kind === 'table' ? block.genre : []))).size).toBeGreaterThanOrEqual(
      12,
    )
    const formats = new Set(texts.map((text) => fileOf(text).name.split('.')[1]))
    expect([...formats].sort()).toEqual(['docx', 'md', 'txt'])
    expect(said.map(saidText).filter((text) => /undefined|NaN|\bnull\b|\[object/.test(text))).toEqual([])
  })

  test('an error changes one figure and nothing else, and every kind of error is made', () => {
    const planted = texts.map((text) => plantError(text, seededRandom(text.seed))!)
    const changes = planted.map(({ text, error }) => {
      const [before, after] = [printed(correctText(text.seed)), printed(text)]
      const changed = after.flatMap((each, at) => (each === before[at] ? [] : [[before[at], each]]))
      expect(changed).toEqual([[error.right, error.wrong]])
      return after.length - before.length
    })
    expect(new Set(changes)).toEqual(new Set([0]))
    expect(new Set(planted.map(({ error }) => error.kind))).toEqual(new Set(errorKinds))
  })
})

describe('Siffergranskaren on a sample of the corpus', () => {
  const { planted, falseAlarms } = judgeCorpus([...seeds.slice(0, 50), ...seeds.slice(250, 300)])

  test('finds errors that were planted', () => {
    const missed = planted.filter(({ isFound }) => !isFound)
    expect(missed.length, missed.map(({ kind, within }) => `${kind}: ${within}`).join('\n')).toBeLessThanOrEqual(5)
  })

  test('is silent where the text is right', () => {
    const flagged = new Set(falseAlarms.map(({ seed }) => seed))
    expect(flagged.size, falseAlarms.map(({ file, text }) => `${file}: ${text}`).join('\n')).toBeLessThanOrEqual(2)
  })
})

describe('Siffergranskaren on passages written by hand', () => {
  test.each([
    ['free-prose', 2],
    ['free-prose-sentences', 18],
    ['strangers-1', 1],
    ['strangers-2', 1],
    ['strangers-3', 5],
    ['strangers-4', 19],
  ] as const)('%s: finds the errors but for %i, and says nothing of the right ones', (file, most) => {
    const { missed, falseAlarms } = judgePassages(file)
    expect(falseAlarms).toEqual([])
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(most)
  })
  test('those held out are as many, and others', () => {
    const [own, heldOut] = (['free-prose', 'free-prose-held-out'] as const).map(passagesOf)
    expect(heldOut!.length).toBe(own!.length)
    expect(heldOut!.filter(({ right }) => own!.some((each) => each.right === right))).toEqual([])
  })
})
