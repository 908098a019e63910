import { changesIn, overlapping } from './changes.ts'
import { amountLike, type Finding } from './finding.ts'
import { stem } from './nouns.ts'
import { type Interval, meet, type Quantity, ratio, times } from './quantity.ts'
import { characterOf, type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** Ages and lengths of time stand between a part and its share, and are neither. */
export const withoutTimes = (sentence: Sentence): string =>
  sentence.quantities
    .filter(({ unit }) => unit === 'time')
    .reduce((template, quantity) => template.replace(characterOf(sentence, quantity), '‡'), sentence.template)

/** A part and its whole, and the share that is said to be the one of the other. */
type Said = { part: Quantity; whole: Quantity; share: Quantity; sentence: Sentence; wholeIn: Sentence }

const small = '(?:de |dem |totalt |sammanlagt |alla |samtliga |våra |dessa |kommunens |enhetens |[\\p{L}]+ ){0,3}?'
const tie =
  '(?:\\(|: |; |(?:, |– |- )?(?:eller|vilket (?:är|motsvarar|motsvarade|ger|innebär)|det vill säga|dvs\\.?|d\\.v\\.s\\.|alltså|motsvarande|motsvarar|motsvarade|utgör|utgjorde|det (?:är|motsvarar)) |, |= ?)'
const words = '[^.;:!?\uE000-\uEFFF]{0,60}?'

const partThenShare = pattern(`{q}{n} av ${small}{q}${words}${tie}${lead()}{q}`)
const shareThenPart = pattern(`{q}${words}${tie}${lead()}{q}{n} av ${small}{q}`)
const shareInside = pattern(`{q}{n} \\(${lead()}{q} av ${small}{q}\\)`)
const isShareOf = pattern(
  `{q}(?:[^.;:!?\uE000-\uEFFF]{0,80}?)(?<!\\p{L})(?:utgör|utgjorde|motsvarar|motsvarade|är|var)(?: [\\p{L}]+){0,2} {q} av (?:[\\p{L}]+ ){0,5}?{q}`,
)
const ofWhole = pattern(
  `(?:^|[,;:–(] ?|och |att |men |utav )av (?:de |dem |totalt |sammanlagt |våra |dessa |alla |samtliga |hela |cirka |drygt |knappt |[\\p{L}]{3,}s ){0,3}?{q}`,
)
const ofWhich = pattern(
  `{q}(?:[^.;!?()\uE000-\uEFFF]{0,60}?)(?:, |\\(| )(?:varav|av vilka|av dessa|av dem|därav|bland dem)`,
)
const withShare = pattern(
  `{q}(?:[^.;!?()\uE000-\uEFFF]{0,50}?)(?:\\(|, (?:vilket (?:är|motsvarar)|det vill säga|dvs\\.?|eller|motsvarande) |eller |motsvarande |, (?:en|ett) [\\p{L}]+ (?:på|om) )${lead()}{q}`,
)
const shareOfWhole = pattern(
  `{q} av ${small}{q}${words}(?:\\(|, (?:det vill säga|dvs\\.?|d\\.v\\.s\\.|eller|alltså|vilket (?:är|motsvarar|innebär)|motsvarande) |eller |motsvarande |– )${lead()}{q}`,
)
const shareAside = pattern(`{q}(?: [\\p{L}]+){0,3}, ${lead()}{q},`)
const shareOfWholeAside = pattern(
  `{q} av ${small}{q}[^.;:!?,()\uE000-\uEFFF]{0,60}?, ${lead()}{q}(?: [\\p{L}]+)?(?:,|\\.|$)`,
)
const shareFirst = pattern(`^ ?{q}(?: [\\p{L}]+){0,2}, ${lead()}{q}(?: [\\p{L}]+)?,`)
const sharesOwn = pattern(
  `{q}(?:[^.;:!?()\uE000-\uEFFF]{0,20}?),? ?(?:det vill säga|d\\.v\\.s\\.|dvs\\.?|alltså) ${lead()}{q}`,
)

function lead(): string {
  return '(?:[\\p{L}.:]+ ){0,3}?'
}

/**
 * "21 av 43 (49 %)", "av 43 deltagare gick 21 vidare (49 %)", "hälften av de 55, d.v.s. 28" and their like: whether the
 * part of the whole is the share. Part, whole and share are tied by the sentence, or by one that begins "Det motsvarar".
 */
export function checkSharesSaid({ sentences }: Paragraph): Finding[] {
  const seen = new Set<Quantity>()
  return sentences.flatMap((sentence, at) =>
    [
      ...sharesIn(sentence, wholeBefore(sentences, at)),
      ...shareOfBefore(sentence, sentences[at - 1]),
      ...shareOfGroup(sentence, sentences.slice(0, at)),
    ].flatMap((said) => {
      if (seen.has(said.share) && seen.has(said.part)) return []
      seen.add(said.share).add(said.part)
      return judge(said)
    }),
  )
}

function judge({ part, whole, share, sentence, wholeIn }: Said): Finding[] {
  const is = ratio(part, whole)
  if (!is || part.value > whole.value) return []
  const percent = times(is, 100)
  const places = [placeOf(sentence, share), placeOf(sentence, part), placeOf(wholeIn, whole)]
  const isExactHalf = share.isWord && share.hedge === null && sharesOwnOnly(sentence, share, part)
  if (isExactHalf) {
    const expected = { low: (share.value / 100) * whole.low, high: (share.value / 100) * whole.high }
    if (meet({ low: expected.low - 0.99, high: expected.high + 0.99 }, part)) return []
    return [
      {
        ...{ kind: 'part-of', severity: 'error', places: [placeOf(sentence, part), ...places] },
        ...{
          printed: part.text,
          share: share.text,
          whole: whole.text,
          expected: amountLike({ ...part, step: 0.1 }, expected),
        },
      },
    ]
  }
  if (meet(percent, share)) return []
  const expected = amountLike(share.isWord ? { ...share, step: 1 } : share, middle(percent))
  return [
    { kind: 'share', severity: 'error', places, printed: share.text, part: part.text, whole: whole.text, expected },
  ]
}

const middle = ({ low, high }: Interval): Interval => ({ low: (low + high) / 2, high: (low + high) / 2 })

const sharesOwnOnly = (sentence: Sentence, share: Quantity, part: Quantity): boolean => {
  const { template } = sentence
  const between = template.slice(
    template.indexOf(characterOf(sentence, share)),
    template.indexOf(characterOf(sentence, part)),
  )
  return /det vill säga|d\.v\.s\.|dvs|alltså/i.test(between)
}

/** "Av dessa gick 110 …": the one count of the sentence before, or the one it begins with "totalt". */
export function wholeBefore(sentences: Sentence[], at: number): { whole: Quantity; wholeIn: Sentence } | null {
  const before = sentences[at - 1]
  if (
    !before ||
    !/^\s?(?:[–-]\s)?(?:(?:i|hos|för|bland) )?(?:[\uE000-\uEFFF] )?av (?:dessa|dem|de|den|det|detta|samtliga|deltagarna|hushållen|personerna|ramen|beloppet|anslaget|summan)(?!\p{L})(?! ?[\uE000-\uEFFF])/iu.test(
      sentences[at]!.template,
    )
  )
    return null
  const counts = before.quantities.filter(
    ({ unit, isRange, per }) => (unit === 'count' || (unit === 'money' && per === null)) && !isRange,
  )
  return counts.length === 1 ? { whole: counts[0]!, wholeIn: before } : null
}

function sharesIn(sentence: Sentence, earlier: ReturnType<typeof wholeBefore>): Said[] {
  const { quantities } = sentence
  const template = withoutTimes(sentence)
  if (!quantities.some(isShare)) return []
  const changed = new Set(changesIn(sentence).map(({ quantity }) => quantity))
  const said = (part: Quantity, whole: Quantity, share: Quantity, isOfWhole = false): Said[] => {
    const areOfOne = isShare(share) && isCount(part) && isCount(whole) && part.unit === whole.unit
    const isOwn = !changed.has(share) && (isOfWhole || isOwnShare(sentence, share, whole))
    return areOfOne && isOwn ? [{ part, whole, share, sentence, wholeIn: sentence }] : []
  }
  const take = (found: RegExpExecArray, at: number) => quantityOf(sentence, found[at])
  return [
    ...[...template.matchAll(partThenShare)].flatMap((found) => said(take(found, 1), take(found, 2), take(found, 3))),
    ...[...template.matchAll(shareThenPart)].flatMap((found) =>
      beside.test(found[0]) ? [] : said(take(found, 2), take(found, 3), take(found, 1)),
    ),
    ...[...template.matchAll(isShareOf)].flatMap((found) => said(take(found, 1), take(found, 3), take(found, 2), true)),
    ...[...template.matchAll(shareInside)].flatMap((found) => said(take(found, 1), take(found, 3), take(found, 2))),
    ...[...template.matchAll(shareOfWhole), ...template.matchAll(shareOfWholeAside)].flatMap((found) =>
      said(take(found, 3), take(found, 2), take(found, 1)),
    ),
    ...wholesIn(sentence).flatMap(({ whole, from, until }) => {
      const region = template.slice(from, until)
      return [...region.matchAll(withShare)].flatMap((found) => {
        const [one, other] = [take(found, 1), take(found, 2)]
        return isShare(one) ? said(other, whole, one) : said(one, whole, other)
      })
    }),
    ...(earlier
      ? [...overlapping(template, withShare), ...overlapping(template, shareAside)].flatMap((found) => {
          const [one, other] = isShare(take(found, 1))
            ? [take(found, 2), take(found, 1)]
            : [take(found, 1), take(found, 2)]
          return said(one, earlier.whole, other).map((each) => ({ ...each, wholeIn: earlier.wholeIn }))
        })
      : []),
    ...complementary(sentence),
  ]
}

/** "(5 %) …, vs 9 av 60 i fjol" is another share. */
const beside = /(?<!\p{L})(?:vs\.?|mot|jämfört med|än)(?!\p{L})/iu

/** The wholes that a sentence begins or tells parts of, and how far each of them reaches. */
export function wholesIn(sentence: Sentence): { whole: Quantity; from: number; until: number }[] {
  const { template, quantities } = sentence
  if (quantities.length === 0) return []
  const found = [...template.matchAll(ofWhole), ...template.matchAll(ofWhich)].sort((a, b) => a.index - b.index)
  return found.flatMap((match, at) => {
    const whole = quantityOf(sentence, match[1])
    const from = match.index + match[0].length
    return isCount(whole) ? [{ whole, from, until: found[at + 1]?.index ?? template.length }] : []
  })
}

/** "24 kvinnor (60 %) och 16 män (40 %)": the shares make a hundred, so the counts are all there are. */
function complementary(sentence: Sentence): Said[] {
  const pairs = [...sentence.template.matchAll(pattern('{q}(?: [\\p{L}-]+){0,4} \\({q}\\)'))].map((found) => ({
    part: quantityOf(sentence, found[1]),
    share: quantityOf(sentence, found[2]),
  }))
  const sum = pairs.reduce((all, { share }) => all + share.value, 0)
  if (pairs.length < 2 || pairs.some(({ part, share }) => !isShare(share) || !isCount(part))) return []
  const parts = pairs.reduce((all, { part }) => all + part.value, 0)
  const own = new Set(pairs.map(({ part }) => part))
  const said = sentence.quantities.find(
    (each) => !own.has(each) && each.unit === pairs[0]!.part.unit && each.value === parts,
  )
  if (!said && Math.abs(sum - 100) > 1.5) return []
  const whole = said ?? { ...pairs[0]!.part, value: parts, low: parts, high: parts, text: String(parts) }
  return pairs.map((pair) => ({ ...pair, whole, sentence, wholeIn: sentence }))
}

/** "Av 43 deltagare gick 21 vidare. Det motsvarar 49 procent." */
function shareOfBefore(sentence: Sentence, before: Sentence | undefined): Said[] {
  const isOfBefore =
    /^\s?(?:det(?:ta)?|\p{L}*(?:andelen|frekvensen|graden|kvoten|beläggningen))(?!\p{L})(?: [\p{L}]+){0,2}? (?:är|motsvarar|motsvarade|innebär|ger|blir|blev|utgör|var)(?!\p{L})/iu.test(
      sentence.template,
    )
  const [share, ...others] = sentence.quantities
  if (!isOfBefore || !before || !share || others.length > 0 || !isShare(share) || changesIn(sentence).length > 0)
    return []
  const [own] = wholesIn(before)
  const counts = before.quantities.filter((each) => isCount(each) && each !== own?.whole)
  const two = pattern(`{q}{n} av ${small}{q}`, 'iu').exec(before.template)
  if (two && before.quantities.length === 2)
    return [{ part: quantityOf(before, two[1]), whole: quantityOf(before, two[2]), share, sentence, wholeIn: before }]
      .filter(({ part, whole }) => isCount(part) && isCount(whole))
      .map((said) => ({ ...said, sentence: said.sentence }))
  return own && counts.length === 1 && before.quantities.length === 2
    ? [{ part: counts[0]!, whole: own.whole, share, sentence, wholeIn: before }]
    : []
}

/** "Gruppen består av 55 personer. … Målet är att hälften, d.v.s. 28 personer": the one group of that kind in the paragraph. */
function shareOfGroup(sentence: Sentence, before: Sentence[]): Said[] {
  return [...sentence.template.matchAll(sharesOwn), ...sentence.template.matchAll(shareFirst)].flatMap(
    (found): Said[] => {
      const [share, part] = [quantityOf(sentence, found[1]), quantityOf(sentence, found[2])]
      if (!isShare(share) || part.unit !== 'count') return []
      const groups = before.flatMap((wholeIn) =>
        wholeIn.quantities.flatMap((whole) =>
          whole.unit === 'count' && (part.thing === null || whole.thing === part.thing) && whole.value > part.value
            ? [{ whole, wholeIn }]
            : [],
        ),
      )
      const [group] = groups
      return group && groups.length === 1 ? [{ part, share, sentence, ...group }] : []
    },
  )
}

const isShare = ({ unit, isRange }: Quantity): boolean => unit === 'percent' && !isRange
const isCount = ({ unit, isRange, per }: Quantity): boolean =>
  (unit === 'count' || unit === 'money') && !isRange && (unit === 'count' || per === null)

/** "(12 procent av kostnaden)" is a share of something else than the whole that is named. */
function isOwnShare(sentence: Sentence, share: Quantity, whole: Quantity): boolean {
  const after = sentence.template.slice(sentence.template.indexOf(characterOf(sentence, share)) + 1)
  const of = /^ av (?:(?:alla|samtliga|de|den|det|hela|dessa) )*(\p{L}+)?/iu.exec(after)
  if (!of) return true
  return (
    of[1] === undefined ||
    /^(?:dem|dessa|de|alla|samtliga|totalen|gruppen|hela)$/i.test(of[1]) ||
    stem(of[1]) === whole.thing ||
    (share.isWord && whole.thing === null)
  )
}
