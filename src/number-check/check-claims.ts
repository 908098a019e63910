import { changesIn, levelsIn } from './changes.ts'
import { wholesIn } from './check-shares-said.ts'
import { amountLike, type Finding } from './finding.ts'
import { yearsIn } from './find-times.ts'
import { stem, topicsOf } from './nouns.ts'
import { difference, type Interval, meet, type Quantity, ratio, roundAmount, times } from './quantity.ts'
import { type Paragraph, pattern, placeOf, quantityOf, type Sentence } from './sentences.ts'

/** What a text claims against what it says elsewhere: a change no two of its values give, a share of the wrong whole, a conclusion its groups do not bear out, a goal without a start. */
export function checkClaims(paragraphs: Paragraph[]): Finding[] {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  return [
    ...unsupported(paragraphs),
    ...sentences.flatMap((sentence) => checkBase(sentence, sentences)),
    ...paragraphs.flatMap(checkConclusion),
    ...sentences.flatMap((sentence) => checkGoal(sentence, sentences)),
  ]
}

const since =
  /(?:från|jämfört med|mot|gentemot|än|sedan)(?: [\p{L}]+){0,2} (?:föregående år|förra året|året innan|året före|fjolåret)|sedan i fjol|på ett år|under året/iu

/** "En besparing på 12 miljoner från föregående år", where the years are given and no two of them differ by that. */
function unsupported(paragraphs: Paragraph[]): Finding[] {
  const levels = yearlyLevels(paragraphs)
  if (levels.length === 0) return []
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => {
      const changes = changesIn(sentence)
      if (!since.test(sentence.template) || levelsIn(sentence, changes).length > 0) return []
      return changes.flatMap(({ quantity }): Finding[] => {
        const same = levels.filter((each) =>
          each.quantities.every(({ unit, scale }) => unit === quantity.unit && scale === quantity.scale),
        )
        if (quantity.unit !== 'money' || same.length === 0) return []
        const values = same.flatMap(({ quantities, others }) => [...quantities, ...others])
        const all = pairsOf(values)
        const { low, high } = roundAmount(quantity)
        // Two rounded values differ by what they are printed as, and by their last digit.
        const isNear = ([one, other]: [Quantity, Quantity]) => {
          const between = Math.abs(other.value - one.value)
          return between > low - one.step / 2 && between < high + one.step / 2
        }
        if (all.some(isNear)) return []
        const places = [
          placeOf(sentence, quantity),
          ...same.flatMap(({ quantities, sentencesOf }) =>
            quantities.map((each, at) => placeOf(sentencesOf[at]!, each)),
          ),
        ]
        const differences = all.slice(0, 4).map(([before, after]) => ({
          before: before.text,
          after: after.text,
          difference: amountLike(
            { ...before, step: Math.min(before.step, after.step) },
            middle(magnitude(difference(after, before))),
          ),
        }))
        return [{ kind: 'claim', severity: 'question', places, printed: quantity.text, differences }]
      })
    }),
  )
}

type YearLevels = { quantities: Quantity[]; sentencesOf: Sentence[]; others: Quantity[] }

/** Amounts of two years that follow each other, in one sentence or two, and what else is given in the same unit. */
function yearlyLevels(paragraphs: Paragraph[]): YearLevels[] {
  return paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence, at): YearLevels[] => {
      const both = levelsIn(sentence, changesIn(sentence)).filter(({ unit }) => unit === 'money')
      const ownYears = [...new Set(yearsIn(sentence.text))]
      if (both.length === 2 && ownYears.length === 2 && Math.abs(Number(ownYears[0]) - Number(ownYears[1])) === 1)
        return [{ quantities: both, sentencesOf: [sentence, sentence], others: [] }]
      const next = sentences[at + 1]
      const one = onlyLevel(sentence)
      const other = next && onlyLevel(next)
      if (!one || !next || !other || one.unit !== 'money' || other.unit !== 'money') return []
      const years = [sentence, next].map(({ text }) => yearsIn(text)) as [string[], string[]]
      if (years.some((each) => each.length !== 1) || Math.abs(Number(years[0][0]) - Number(years[1][0])) !== 1)
        return []
      const others = paragraphs
        .flatMap((paragraph) => paragraph.sentences.flatMap((each) => levelsIn(each, changesIn(each))))
        .filter((each) => each.unit === 'money' && each.scale === one.scale && each !== one && each !== other)
      return others.length > 12 ? [] : [{ quantities: [one, other], sentencesOf: [sentence, next], others }]
    }),
  )
}

function onlyLevel(sentence: Sentence): Quantity | null {
  const levels = levelsIn(sentence, changesIn(sentence)).filter(({ unit }) => unit === 'money')
  return levels.length === 1 ? levels[0]! : null
}

const pairsOf = (values: Quantity[]): [Quantity, Quantity][] =>
  values.flatMap((one, at) => values.slice(at + 1).map((other): [Quantity, Quantity] => [one, other]))

const magnitude = ({ low, high }: Interval): Interval =>
  low >= 0 ? { low, high } : high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) }
const middle = ({ low, high }: Interval): Interval => ({ low: (low + high) / 2, high: (low + high) / 2 })

const ofAll = pattern(
  `{q}(?:[^.;:!?\uE000-\uEFFF]{0,70}?){q} av (?:alla|samtliga|det totala antalet|totala antalet|alla aktuella|samtliga aktuella|enhetens alla|kommunens alla|kommunens)(?: [\\p{L}]+){0,2}? ([\\p{L}-]+)`,
)

/** "De 100 hushållen är 5 % av alla hushåll", where the only number of all that the text gives is another. */
function checkBase(sentence: Sentence, sentences: Sentence[]): Finding[] {
  return [...sentence.template.matchAll(ofAll)].flatMap((match): Finding[] => {
    const [part, share] = [quantityOf(sentence, match[1]), quantityOf(sentence, match[2])]
    const rest = sentence.template.slice(match.index + match[0].length - match[3]!.length)
    const thing = [...rest.matchAll(/\p{L}[\p{L}-]+/gu)].slice(0, 3).map(([word]) => stem(word))
    if (
      share.unit !== 'percent' ||
      share.isRange ||
      part.unit !== 'count' ||
      part.thing === null ||
      !thing.includes(part.thing) ||
      part.isRange
    )
      return []
    if (
      sentence.quantities.some((each) => each.unit === 'count' && each.thing === part.thing && each.value > part.value)
    )
      return []
    const wholes = sentences.flatMap((wholeIn) =>
      wholeIn === sentence
        ? []
        : wholeIn.quantities.flatMap((whole) => (isWholeGroup(wholeIn, whole, part) ? [{ whole, wholeIn }] : [])),
    )
    const largest = wholes.toSorted((a, b) => b.whole.value - a.whole.value)[0]
    const fits = wholes.some(({ whole }) => {
      const is = ratio(part, whole)
      return is !== null && meet(times(is, 100), share)
    })
    if (!largest || fits) return []
    return [
      {
        ...{
          kind: 'base',
          severity: 'question',
          places: [placeOf(sentence, share), placeOf(sentence, part), placeOf(largest.wholeIn, largest.whole)],
        },
        ...{ part: part.text, share: share.text, whole: largest.whole.text },
        implied: Math.round(part.value / (share.value / 100)),
        actual: (part.value / largest.whole.value) * 100,
      },
    ]
  })
}

const wholeWords =
  /(?:varje|per|i) m[åa]nad|totalt|sammanlagt|alla|samtliga|aktuella|under [åa]ret|någon gång|beviljades|fick|f[åa]r|hade|fanns|finns|är/iu

const isWholeGroup = (sentence: Sentence, whole: Quantity, part: Quantity): boolean =>
  whole.unit === 'count' &&
  whole.thing === part.thing &&
  whole.value > part.value &&
  !whole.isRange &&
  wholeWords.test(sentence.template)

const concluding =
  /(?<!\p{L})(?:således|alltså|sammantaget|därmed|sammanfattningsvis|konstateras|totalt sett|slutsatsen|visar att|innebär att)(?!\p{L})/iu

/**
 * "Av de 79 … 21, fyra och fyra. Av de 43 … Det kan konstateras att hälften …": a conclusion in words about groups that
 * the sentences before it give the numbers of. Silent when it fits all of them together.
 */
function checkConclusion({ sentences }: Paragraph): Finding[] {
  return sentences.flatMap((sentence, at): Finding[] => {
    const shares = sentence.quantities.filter(({ isWord, unit }) => unit === 'percent' && isWord)
    if (shares.length === 0 || sentence.quantities.length !== shares.length || !concluding.test(sentence.template))
      return []
    const groups = sentences.slice(Math.max(0, at - 5), at).flatMap(groupIn)
    const last = groups.at(-1)
    if (!last) return []
    const all = {
      part: groups.reduce((sum, { part }) => sum + part, 0),
      whole: groups.reduce((sum, { whole }) => sum + whole, 0),
    }
    const said = { low: Math.min(...shares.map(({ low }) => low)), high: Math.max(...shares.map(({ high }) => high)) }
    const percent = (all.part / all.whole) * 100
    if (meet(said, { low: percent, high: percent })) return []
    const span = { from: shares[0]!.from, until: shares.at(-1)!.until }
    return [
      {
        kind: 'conclusion',
        severity: 'question',
        places: [placeOf(sentence, span)],
        printed: sentence.text.slice(span.from - sentence.from, span.until - sentence.from),
        groups,
        total: all,
      },
    ]
  })
}

function groupIn(sentence: Sentence): { part: number; whole: number }[] {
  return wholesIn(sentence).flatMap(({ whole, from }) => {
    const place = sentence.quantities.indexOf(whole)
    const parts = sentence.quantities.slice(place + 1).filter(({ unit, isRange }) => unit === 'count' && !isRange)
    const part = parts.reduce((sum, { value }) => sum + value, 0)
    return from > 0 && parts.length > 0 && part <= whole.value && whole.unit === 'count'
      ? [{ part, whole: whole.value }]
      : []
  })
}

const goal =
  /(?<!\p{L})(?:för att|ska|skall|målet är att|målsättningen är att|mål att|avser att|vill|planerar att)(?: [\p{L}]+){0,2} (halvera|fördubbla|halveras|fördubblas)(?!\p{L})((?: [\p{L}-]+){0,4})/giu
const subjectGoal = /(?:^|, |att )((?:[\p{L}-]+ ){1,4})(?:ska|skall) (halveras|fördubblas)(?!\p{L})/giu

/** "För att halvera underskottet", and the text never says how large it is. */
function checkGoal(sentence: Sentence, sentences: Sentence[]): Finding[] {
  const said = [
    ...[...sentence.template.matchAll(goal)].map((match) => ({ match, verb: match[1]!, object: match[2]! })),
    ...[...sentence.template.matchAll(subjectGoal)].map((match) => ({ match, verb: match[2]!, object: match[1]! })),
  ]
  return said.slice(0, 1).flatMap(({ verb, object }): Finding[] => {
    const words = object.trim().split(' ').filter(Boolean)
    const end = words.findIndex((word) =>
      /^(?:för|av|i|på|med|till|från|inom|under|och|hos|vid|som|senast|fram)$/i.test(word),
    )
    const own = (end < 0 ? words : words.slice(0, end)).filter(
      (word) => !/^(?:antalet|andelen|kostnaderna|kostnaden|det|den|de)$/i.test(word),
    )
    const head = own.at(-1) ?? words[0]
    if (!head || head.length < 4) return []
    const thing = stem(head)
    const hasStart = sentences.some((each) => hasLevelOf(each, thing))
    if (hasStart) return []
    const from = sentence.from + sentence.text.indexOf(verb)
    return [
      {
        kind: 'goal',
        severity: 'question',
        places: [placeOf(sentence, { from, until: from + verb.length })],
        printed: verb,
        of: head,
      },
    ]
  })
}

const hasLevelOf = (sentence: Sentence, thing: string): boolean =>
  sentence.quantities.some(
    (each) =>
      (each.unit === 'count' || each.unit === 'money' || each.unit === 'percent') &&
      (each.thing === thing || topicsOf(sentence.text).has(thing)),
  )
