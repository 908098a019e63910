/** Something with digits in it that is no quantity. `period` tells when; `other` is a paragraph, a telephone number and the like. */
export type Mark = { from: number; until: number; kind: 'period' | 'other'; text: string }

export const monthNames =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|apr|jun|jul|aug|sept|sep|okt|nov|dec'
const year = '(?:19|20)\\d\\d'
const dash = '\\s?[-–—/]\\s?'

const periods = [
  `(?<![\\d-])${year}-\\d\\d-\\d\\d(?!\\d)`,
  `(?<![\\d/])\\d{1,2}/\\d{1,2}(?:${dash}\\d{1,2}/\\d{1,2})?(?:[ -]${year})?(?![\\d/])`,
  `(?<!\\d)(?:\\d{1,2}(?:${dash}|\\s(?:till|och)\\s))?\\d{1,2}(?::[ea])?\\s(?:${monthNames})(?!\\p{L})\\.?(?:\\s${year}(?!\\d))?`,
  `(?<!\\p{L})(?:${monthNames})\\.?(?:${dash}(?:${monthNames})(?!\\p{L})\\.?)?\\s${year}(?!\\d)`,
  `(?<!\\p{L})(?:${monthNames})(?!\\p{L})(?:${dash}(?:${monthNames})(?!\\p{L}))?`,
  `(?<!\\p{L})(?:v\\.|vecka|veckor|veckorna)\\s?\\d{1,2}(?:${dash}\\d{1,2})?(?!\\d)`,
  `(?<!\\p{L})(?:tertial|kvartal|halvår)\\s?\\d(?!\\d)(?:,?\\s${year}(?!\\d))?`,
  `(?<!\\p{L})[TKQH][1-4](?!\\p{L}|\\d)`,
  `(?<!\\p{L})(?:första|andra|tredje|fjärde)\\s(?:kvartalet|tertialet|halvåret)(?:\\s${year}(?!\\d))?`,
  `(?<!\\p{L})kl(?:ockan|\\.)?\\s?\\d{1,2}(?:[.:]\\d\\d)?(?!\\d)(?:${dash}\\d{1,2}(?:[.:]\\d\\d)?)?`,
  `(?<![\\d,.])${year}(?:${dash}(?:${year}|\\d\\d)(?!\\d))?(?![\\d]|,\\d)`,
]

const others = [
  `\\[\\d{1,3}\\]`,
  `(?<!\\p{L})(?:https?://|www\\.)\\S+`,
  `(?<![\\w.-])[\\w.-]{1,60}@[\\w.-]+\\.\\w+`,
  `\\d{6,8}[-+]\\d{4}(?!\\d)`,
  `(?<!\\d)0\\d{1,3}\\s?[-–]\\s?\\d[\\d ]{4,11}\\d`,
  `§§?\\s?\\d+(?:\\s?[a-z](?!\\p{L}))?(?:\\s?[-–,]\\s?\\d+)*`,
  `\\d+(?:\\s[a-z])?\\s?(?:§§?|kap\\.?(?!\\p{L}))(?:\\s?\\d+(?:\\s[a-z])?(?:\\s?[-–]\\s?\\d+)?\\s?§§?)?`,
  `(?<![\\p{L}-])\\p{L}[\\p{L}-]{1,40}[ /-]?${year}[:/]\\d+(?:[:/-]\\d+)*`,
  `(?<!\\d)\\d{4}(?:/\\d\\d)?:\\d+`,
  `(?<!\\p{L})(?:dnr|diarienummer|sfs|sou|ds|prop\\.|bet\\.|skr\\.)\\s?[\\w/:.-]*\\d[\\w/:.-]*`,
  `(?<![\\p{L}.])(?:tabell|figur|diagram|bilaga|avsnitt|kapitel|punkt|sidan?|sid\\.|s\\.|fotnot|not|steg|fas|nivå|nr|nummer|alternativ|version|klass|årskurs|åk|artikel|rad|kolumn|paragraf|mål|delmål|uppdrag|ruta|del|linje|väg|bil|rum|zon|zoner|konto|ansvar|id)\\s?\\d+(?:\\.\\d+)*(?![\\d,]|\\s\\d{3}(?!\\d)|\\s?(?:%|procent|kr|tkr))`,
  `(?<!\\p{L})\\p{L}{1,40}-?\\d+(?!\\s?(?:%|procent|kr|tkr))`,
  `(?<![\\d,])\\d+-(?!tal)\\p{L}[\\p{L}-]*`,
  `\\d+:(?:a|e|an|en|or|orna)(?!\\p{L})`,
  `\\d+\\.\\d+\\.\\d+(?:\\.\\d+)*(?!\\d)`,
]

const start = [`^\\s*\\d+(?:\\.\\d+)+\\.?\\s`, `^\\s*\\d{1,2}[.)]?\\s(?=\\p{Lu})`, `^\\s*(?:[-–•*]\\s)?\\d{1,2}[.)]\\s`]

const compiled: [RegExp, Mark['kind']][] = [
  ...others.map((source) => [new RegExp(source, 'giu'), 'other'] as [RegExp, Mark['kind']]),
  ...periods.map((source) => [new RegExp(source, 'giu'), 'period'] as [RegExp, Mark['kind']]),
]
/** A name with a version, "Steget 2.0": the one pattern that tells capitals from others. */
const version = /(?<!\p{L})\p{Lu}\p{L}*\s\d\.\d(?!\d)/gu
const starts = start.map((source) => new RegExp(source, 'u'))

/**
 * Days, months, years and weeks, and what else has digits without being an amount: paragraphs of law, diary numbers,
 * telephone numbers, numbers of sections. In order, none inside another. `isHeading`: a number first is that of the section.
 */
export function findTimes(text: string, isHeading: boolean): Mark[] {
  const taken = new Uint8Array(text.length)
  const marks: Mark[] = []
  const take = (from: number, found: string, kind: Mark['kind']) => {
    const until = from + found.length
    if (until === from || taken.subarray(from, until).includes(1)) return
    taken.fill(1, from, until)
    marks.push({ from, until, kind, text: found })
  }
  const first = starts.map((pattern, at) => (at === 1 && !isHeading ? null : pattern.exec(text))).find(Boolean)
  if (first && !hasUnitAfter(text, first[0].length)) take(0, first[0], 'other')
  const hasDigits = /\d/.test(text)
  for (const [pattern, kind] of compiled) {
    if (!hasDigits && kind === 'other') continue
    for (const match of text.matchAll(pattern)) {
      if (kind === 'period' && isPlainYear.test(match[0]) && hasUnitAfter(text, match.index + match[0].length)) continue
      take(match.index, match[0], kind)
    }
  }
  for (const match of text.matchAll(version)) take(match.index, match[0], 'other')
  return marks.sort((a, b) => a.from - b.from)
}

const isPlainYear = /^(?:19|20)\d\d$/

/** 2 068 is a year in no text that writes "2068 tkr". */
const hasUnitAfter = (text: string, at: number): boolean =>
  /^\s?(?:%|procent|kr(?!\p{L})|kronor|tkr|kkr|tusen|miljon|mnkr|mkr|msek|hushåll|personer|ärenden|deltagare|dygn|timmar|stycken|st(?!\p{L}))/iu.test(
    text.slice(at, at + 12),
  )

/** The years that are named in a text. */
export const yearsIn = (text: string): string[] => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []
