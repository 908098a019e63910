import { findTimes, type Mark } from './find-times.ts'
import { isCounted, looksCounted, stem, timeUnits } from './nouns.ts'
import { numberOfWord, numberWords, shareWords } from './number-words.ts'
import { type Hedge, intervalOf, type Quantity, type Unit } from './quantity.ts'

export type ReadText = { quantities: Quantity[]; marks: Mark[] }

/** Most numbers in one paragraph; a longer one is no running text, and the rest of it is left unread. */
const most = 4000

/** The quantities of a running text, in order, and the days, periods and numbers of other kinds that are none. */
export function readQuantities(text: string, isHeading = false): ReadText {
  const marks = findTimes(text, isHeading)
  const taken = new Uint8Array(text.length)
  for (const { from, until } of marks) taken.fill(1, from, until)
  const quantities: Quantity[] = []
  for (const match of text.matchAll(numbers)) {
    if (quantities.length >= most) break
    const until = match.index + match[0].length
    if (taken.subarray(match.index, until).includes(1)) continue
    const found = quantityAt(text, match)
    if (!found) continue
    quantities.push(found)
  }
  const apart = quantities.filter((each, at) => each.from >= (quantities[at - 1]?.until ?? 0))
  return { quantities: apart.map((each, at) => ofSpan(text, each, apart[at + 1])), marks }
}

/** "Mellan 4 och 19 dagar": the first has the unit of the second. */
function ofSpan(text: string, one: Quantity, next: Quantity | undefined): Quantity {
  const isSpan = next?.unit === 'time' && one.unit === 'count' && text.slice(one.until, next.from) === ' och '
  if (!isSpan || !/(?<!\p{L})mellan (?:\p{L}+ )?$/iu.test(text.slice(Math.max(0, one.from - 24), one.from))) return one
  const { unit, thing, scale } = next
  return { ...one, unit, thing, scale, value: one.value * scale, low: one.low * scale, high: one.high * scale }
}

const blank = '[ \\t\\n\\u00a0\\u2009\\u202f]'
const figures = `\\d{1,3}(?:[\\u00a0\\u2009\\u202f ]\\d{3})+(?!\\d)(?:,\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?![\\d.])(?:,\\d+)?|\\d+(?:[,.]\\d+)?`
const shares = [...shareWords.keys()].map((words) => words.replaceAll(' ', blank)).join('|')
const numbers = new RegExp(
  `(?<![\\p{L}\\d.,/])(?<sign>[+−–-])?(?<first>${figures})(?:${blank}?[-–—]${blank}?(?<last>${figures}))?(?![\\p{L}])` +
    `|(?<!\\p{L})(?<share>${shares})(?!\\p{L}|${blank}så${blank})|(?<!\\p{L})(?<word>${numberWords})(?!\\p{L})` +
    `|(?<=(?:, |och |varav |\\())(?<one>en|ett)(?=${blank}(?:kvinna|man|flicka|pojke|deltagare|person)(?!\\p{L}))`,
  'giu',
)

const parse = (printed: string): number =>
  Number(
    /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(printed)
      ? printed.replaceAll('.', '').replace(',', '.')
      : printed.replace(/[\s\u00a0\u2009\u202f]/g, '').replace(',', '.'),
  )

const decimalsOf = (printed: string): number =>
  /^\d{1,3}(\.\d{3})+$/.test(printed) ? 0 : (/[,.](\d+)$/.exec(printed)?.[1]?.length ?? 0)

function quantityAt(text: string, { 0: found, index, groups = {} }: RegExpExecArray): Quantity | null {
  const { sign = '', first, last, word, share, one } = groups
  // A hyphen straight after a word or a number is no minus: "2018 -30" is, "A-30" is not.
  const isMinus = sign !== '' && (index === 0 || /[\s(=:]/.test(text[index - 1]!))
  const from = index + (sign && !isMinus ? sign.length : 0)
  const printedSign = !isMinus ? '' : sign === '+' ? '+' : '-'
  const until = index + found.length
  const hedge = hedgeBefore(text, from)
  if (share) return shareQuantity(text, { from, until, share, hedge })
  const written = first ?? ''
  const plain = one ? 1 : word ? numberOfWord(word) : parse(last ?? written)
  if (plain === null || !Number.isFinite(plain) || plain > 1e13) return null
  const after = unitAfter(text, until, plain)
  const tens = /^-tal(?:et|s)?(?!\p{L})/u.exec(text.slice(until, until + 8))?.[0].length ?? 0
  const value = plain * after.scale * (printedSign === '-' ? -1 : 1)
  const step = 10 ** -decimalsOf(last ?? written) * after.scale
  const unit = after.unit
  const about: Hedge | null = tens ? 'about' : hedge
  const exact = unit === 'count' && step === 1 && !after.isRounded
  const low = last ? parse(written) * after.scale : null
  const interval = low === null ? intervalOf(value, step, about, { exact }) : { low: Math.min(low, value), high: value }
  return {
    ...{ from, until: tens ? until + tens : after.until, text: text.slice(from, tens ? until + tens : after.until) },
    ...{ unit, value, ...interval, step, scale: after.scale, sign: printedSign, hedge: about },
    ...{ thing: tens ? thingAfter(text, until + tens) : after.thing, per: after.per },
    named: after.unit === 'count' && after.thing === null ? namedBefore(text, until) : null,
    ...{ isRange: last !== undefined, isWord: false },
  }
}

type Share = { from: number; until: number; share: string; hedge: Hedge | null }

/** A word such as "hälften" is meant roughly: a tenth to either side. */
function shareQuantity(text: string, { from, until, share, hedge: said }: Share): Quantity {
  const hedge = /^en (?:dryg|god) /i.test(share) ? 'little-more' : /^en knapp /i.test(share) ? 'little-less' : said
  const value = shareWords.get(share.toLowerCase().replace(/\s+/g, ' '))!
  return {
    ...{ from, until, text: text.slice(from, until), unit: 'percent', value },
    ...intervalOf(value, 1, hedge, { wide: 0.1 }),
    ...{ step: 1, scale: 1, sign: '', hedge, thing: null, named: null, per: null, isRange: false, isWord: true },
  }
}

type After = {
  unit: Unit
  scale: number
  until: number
  thing: string | null
  per: string | null
  isRounded: boolean
}

const perPattern =
  /^(?:\si\s\p{L}+(?=\sper\s))?\s?(?:\/\s?|per\s|i\s(?=månaden|veckan)|om\s(?=året|dagen|dygnet))(mån(?:ad|aden)?|år(?:et)?|vecka(?:n)?|dag(?:en)?|dygn(?:et)?|timme|termin|kvartal|tillfälle|person|hushåll|deltagare|plats|barn|elev|familj|ärende|invånare|individ|månad)(?!\p{L})(?:\s(?:och|per)\s(månad|person|hushåll|deltagare|plats|barn|familj)(?!\p{L}))?/iu

/** "Kostnaden per deltagare var 40 000 kr". */
const perBefore =
  /\p{L}+ per (månad|år|vecka|dag|dygn|person|hushåll|deltagare|plats|barn|elev|familj|ärende|invånare)(?: och (månad|person|hushåll|deltagare|plats))? (?:var|är|blev|blir|uppgick till|uppgår till|beräknas till|på|om)(?: [\p{L}:.]+){0,2} [\d \u00a0.,]*$/iu

const units: [RegExp, Unit, number][] = [
  [/^\s?(?:%-enheter|procentenheter(?:na)?|procentenhet|procent-enheter|p\.e\.)(?!\p{L})/iu, 'points', 1],
  [/^\s?(?:%|procent(?!\p{L}))/iu, 'percent', 1],
  [/^\s?(?:tkr|kkr|tusen\skronor|tusen\skr|ksek|t\.kr\.?)(?!\p{L})/iu, 'money', 1000],
  [
    /^\s?(?:mnkr|mkr|msek|mnsek|miljoner\skronor|miljoner\skr|miljon\skronor|milj\.?\s?kr(?:onor)?|mn\skr)(?!\p{L})/iu,
    'money',
    1e6,
  ],
  [/^\s?(?:mdkr|mdr\skr|miljarder\skronor|miljarder|miljard)(?!\p{L})/iu, 'money', 1e9],
  [/^\s?(?:kr(?!\p{L})|kronor(?:na)?(?!\p{L})|sek(?!\p{L})|:-)/iu, 'money', 1],
  // People say "12 miljoner" of money alone; of people they add the noun.
  [/^\s?(?:miljoner|miljon)(?!\p{L})(?!\s(?:invånare|människor|personer|svenskar|hushåll))/iu, 'money', 1e6],
]

const pieces = /^\s?(?:stycken|stycket|st)(?!\p{L})/iu

function unitAfter(text: string, at: number, value: number): After {
  const rest = text.slice(at, at + 90)
  for (const [pattern, unit, scale] of units) {
    const found = pattern.exec(rest)
    if (!found) continue
    const end = at + found[0].length
    const per = unit === 'money' ? perPattern.exec(text.slice(end, end + 60)) : null
    const said = unit === 'money' && !per ? perBefore.exec(text.slice(Math.max(0, at - 110), at)) : null
    return { unit, scale, until: end + (per?.[0].length ?? 0), thing: null, per: perOf(per ?? said), isRounded: true }
  }
  const millions = /^\s(miljoner|miljon)(?!\p{L})/iu.exec(rest)
  const skip = millions?.[0].length ?? pieces.exec(rest)?.[0].length ?? 0
  const time = lengthOfTime(rest)
  if (time) return { ...time, until: at + time.until, per: null, isRounded: false }
  return {
    ...{ unit: 'count', scale: millions ? 1e6 : 1, until: at + skip, thing: thingAfter(text, at + skip) },
    ...{ per: ratePer(rest), isRounded: millions !== null || (Number.isInteger(value) ? false : true) },
  }
}

const perOf = (found: RegExpExecArray | null): string | null =>
  found
    ? [found[1]!, found[2]]
        .filter(Boolean)
        .map((word) => stem(word!).slice(0, 3))
        .join('/')
    : null

/** "52 hushåll per månad": a count that is no whole. */
function ratePer(rest: string): string | null {
  const found =
    /^(?:\s\p{L}+){0,3}?\s(?:per|i)\s(månad(?:en)?|vecka(?:n)?|dag(?:en)?|år|person|handläggare|hushåll|deltagare)(?!\p{L})/iu.exec(
      rest,
    )
  return found && /\sper\s|månaden|veckan|dagen/i.test(found[0]) ? stem(found[1]!).slice(0, 3) : null
}

function lengthOfTime(rest: string): Pick<After, 'unit' | 'scale' | 'until' | 'thing'> | null {
  const found =
    /^\s(?:(?:hela|första|sista|senaste|följande|kommande|gångna|återstående|kvarvarande|fulla|kalender)\s)?(?!år\s(?:19|20)\d\d(?!\d))(\p{L}+)/u.exec(
      rest,
    )
  const unit = found && timeUnits.find(([pattern]) => pattern.test(found[1]!))
  return unit ? { unit: 'time', scale: unit[2], until: found[0].length, thing: unit[1] } : null
}

/** The stem of what is counted: the first of the next words that is a noun, small describing words aside. */
function thingAfter(text: string, at: number): string | null {
  const words =
    /^(?:[ \t\n\u00a0]\p{L}[\p{L}-]*){1,4}/u
      .exec(text.slice(at, at + 90))?.[0]
      .trim()
      .split(/\s+/) ?? []
  for (const [place, word] of words.entries()) {
    if (isCounted(word) && !(isDescribing.test(word) && looksCounted(words[place + 1] ?? ''))) return thingStem(word)
    if (looksCounted(word)) return thingStem(word)
    if (!isDescribing.test(word)) return null
  }
  return null
}

const counting =
  /(?<!\p{L})antalet(?= (?:[\p{L}-]+ ){1,5}?[^\d.;:!?,]{0,60}?(?:var|är|blev|blir|uppgick till|uppgår till|till|från|(?:19|20)\d\d)(?: (?:\p{L}+|(?:19|20)\d\d)){0,4} \d[\d \u00a0]*$)/iu

/** "Antalet hushåll var i december 1 162": what is counted stands before the number. */
function namedBefore(text: string, until: number): string | null {
  const from = Math.max(0, until - 110)
  const before = text.slice(from, until)
  const found = /antalet/i.test(before) ? counting.exec(before) : null
  return found ? thingAfter(before, found.index + found[0].length) : null
}

/** "Barnhushåll" is another thing than "hushåll", and both have their own stem. */
const thingStem = (word: string): string => stem(word)

const isDescribing =
  /^(?:\p{Ll}{2,}(?:a|ade|ande|ende|aste|ste|na|ta|da)|fler|färre|mest|nya|olika|st|stycken|av|de|dessa)$/u

const hedges: [RegExp, Hedge][] = [
  [/(?:inte mer än|högst|max(?:imalt)?|som mest|upp till|inte fler än)$/i, 'at-most'],
  [/(?:inte mindre än|minst|åtminstone|som minst|lägst)$/i, 'at-least'],
  [/(?:mindre än|färre än|lägre än|understiger|under)$/i, 'less'],
  [/(?:mer än|fler än|större än|överstiger|översteg|över)$/i, 'more'],
  [/(?:drygt|lite över|strax över|något över|en bit över)$/i, 'little-more'],
  [/(?:knappt|nästan|närmare|nära|uppemot|strax under|inte fullt|bortåt|knappa|något under)$/i, 'little-less'],
  [
    /(?:cirka|circa|c:a|ca\.?|omkring|ungefär|runt|kring|uppskattningsvis|ungefärligen|i storleksordningen|åt)$/i,
    'about',
  ],
]

const differing = /\d(?: ?(?:%|\p{L}+)){0,2} (?:mer|fler|större|mindre|färre|lägre|högre|över|under)(?: än)?$/iu

function hedgeBefore(text: string, at: number): Hedge | null {
  const before = text
    .slice(Math.max(0, at - 34), at)
    .replace(/\s+/g, ' ')
    .trimEnd()
    .replace(/ (?:hela|totalt|om)$/i, '')
  const found = hedges.find(([pattern]) => pattern.test(before))
  // "1 200 tkr mer än 14 400 tkr" is a difference, and 14 400 is what it is from.
  if (!found || differing.test(before)) return null
  const start = before.replace(found[0], '').at(-1)
  return start === undefined || !/\p{L}/u.test(start) ? found[1] : null
}
