/** What reports count, as endings, so that "barnhushåll" and "långtidshushåll" are found by "hushåll". */
const counted = new RegExp(
  `(?:${fold(
    [
      'hushåll(?:et|en|s|ens)?|person(?:er|erna|ers|en)?|deltagar(?:e|na|en|es)|barn(?:en|et)?|ungdom(?:ar|arna)|vuxna|unga|äldre',
      'ärend(?:e|en|ena|et)|utredning(?:ar|arna|en)?|ansökning(?:ar|arna)|ansökan|beslut(?:en|et)?|avslag(?:en)?|insats(?:er|erna|en)?',
      'placering(?:ar|arna|en)?|dygn(?:en)?|plats(?:er|erna|en)?|kvinn(?:or|orna|a)|män(?:nen)?|man|flick(?:or|orna|a)|pojk(?:ar|arna|e)',
      'familj(?:er|erna|en)?|elev(?:er|erna)?|företag(?:en)?|tjänst(?:er|erna)?|årsarbetare|handläggar(?:e|na|en)|sekreterar(?:e|na|en)',
      'besök(?:en)?|samtal(?:en)?|kontrakt(?:en)?|lägenhet(?:er|erna)?|bostäder(?:na)?|tagar(?:e|na|en)|mottagar(?:e|na|en)|invånar(?:e|na)',
      'anställda|medarbetar(?:e|na)|konsult(?:er|erna|en)?|anmälning(?:ar|arna)|aktualisering(?:ar|arna)|klient(?:er|erna)?|brukar(?:e|na)',
      'sökande(?:n|na)?|enhet(?:er|erna)?|skol(?:or|orna)|kurs(?:er|erna)?|grupp(?:er|erna|en)?|par|fall(?:en)?|svar(?:en)?|respondent(?:er|erna)?',
      'betalning(?:ar|arna)|kort|bilar(?:na)?|resor(?:na)?|timm(?:ar|arna)|ton|kilo|platser|praktikplats(?:er)?|anställning(?:ar|arna|en)?',
      'kontakt(?:er|erna)?|tillstånd(?:en)?|uppdrag(?:en)?|åtgärd(?:er|erna)?|mål(?:en)?|boende(?:n|na)?|arbetstillfällen|arbetslösa|förare',
      'föräld(?:er|rar|rarna)|sjuk(?:skriv(?:na|ningar))|långtidsarbetslösa|nyanlända|studerande|pensionär(?:er|erna)?|böcker(?:na)?|lån(?:en)?',
      'måltid(?:er|erna)|portion(?:er|erna)|rapport(?:er|erna)|klagomål(?:en)?|olyck(?:or|orna)|träd(?:en)?|cykl(?:ar|arna)|medlem(?:mar|marna)',
    ].join('|'),
  )})$`,
  'i',
)

/** Letters without their marks: what is read from a scanned page has lost them, or has others. */
function fold(text: string): string {
  return text.replace(/[åäàáéèêöóø]/gi, (letter) => (/[öóø]/i.test(letter) ? 'o' : 'a'))
}

/** What is counted in lengths of time, in months where that is exact. */
export const timeUnits: [RegExp, string, number][] = [
  [/^år$/i, 'month', 12],
  [/^månad(?:er|erna)?$/i, 'month', 1],
  [/^veck(?:or|orna|a)$/i, 'week', 1],
  [/^dag(?:ar|arna)?$/i, 'day', 1],
  [/^minut(?:er|erna)?$/i, 'minute', 1],
]

const ending = /(?:arnas?|ernas?|ornas?|aren|ande|ar|er|or|ens?|ets?|ena|na|an|a|e)$/

const irregulars: Record<string, string> = {
  mannen: 'man',
  kvinna: 'kvinn',
  kvinnan: 'kvinn',
}

/** The stem of a word, for telling whether two words are the same: "hushållen" and "hushåll". Not more than that. */
export function stem(word: string): string {
  const low = fold(word.toLowerCase())
  const irregular = irregulars[low]
  if (irregular) return irregular
  const bare = low.length > 4 ? low.replace(ending, '') : low
  return bare.length >= 3 ? bare : low
}

/** A word that can be counted: one of those reports count, or another that looks like a plural. */
export const isCounted = (word: string): boolean => counted.test(fold(word))

const plural = /^\p{Ll}{3,}(?:ar|er|or|arna|erna|orna)$/u
const notPlural =
  /^(?:eller|efter|under|över|inter|medan|innan|fler|färre|mer|mindre|högre|lägre|större|per|enligt|heller|snarare|bättre|sämre|hittar|får|går|har|var|är|blir|ger|kommer|kostar|visar|gäller|avser|ligger|finns|arbetar|deltar|saknar|fortsätter|motsvarar|innebär|återstår|pågår|består|omfattar|utgör|står|ökar|minskar|sjunker|stiger|uppgår|väntar|söker|bor|behöver|berör)$/i

export const looksCounted = (word: string): boolean => isCounted(word) || (plural.test(word) && !notPlural.test(word))

const empty = new Set(
  'alla allt andra antal antalet bara bland både dels denna dessa detta dock drygt därför eller endast enligt efter från fler färre finns finnas fått få får gick gått genom hade hela helt hos innan innebär inför inom inte jämfört kommer kommit knappt kunna kunnat cirka ligger låg med medan mellan mer motsvarar motsvarade mycket många måste nedan nästan någon något några omkring ovan period perioden samma samt sedan siffran som skulle ska skall summan säger tidigare till totalt under utan upp uppgick uppgår vara varav varit vid vilka vilket visar visade vår våra även året åren året årets året_innan året över sammanlagt motsvarande gäller avser blev blir bli blivit både däremot också bedöms beräknas fortsatt fortfarande genomsnitt genomsnittet medeltal snitt ytterligare'.split(
    ' ',
  ),
)

/** The stems of the words that say what a sentence is about: no small words, and no numbers. */
export const topicsOf = (text: string): Set<string> =>
  new Set(
    Array.from(text.matchAll(/\p{L}[\p{L}-]{3,}/gu), ([word]) => word.toLowerCase())
      .filter((word) => !empty.has(word) && !isMonth.test(word))
      .map(stem),
  )

const isMonth = /^(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/
