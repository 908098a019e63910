import type { Finding } from './finding.ts'
import { type Paragraph, placeOf } from './sentences.ts'

const unit =
  '(?:antal|stycken|st|personer|hushåll|deltagare|ärenden|barn|procent|%|kr|kronor|tkr|mnkr|mkr|miljoner|månader|veckor|dagar|år)'

/** What somebody meant to fill in. A line for a signature is none, and neither are the three dots of a quotation. */
const placeholders = [
  /(?<!_)_{2,}(?=[\s\u00a0]\p{L})/gu,
  /\((?:antal|belopp|siffra|datum|namn|procent|summa)\)/giu,
  new RegExp(`(?<=[\\s\u00a0(])\\?[\\s\u00a0]${unit}(?!\\p{L})`, 'gu'),
  new RegExp(`(?<!\\p{L})N\\.\\s?N\\.[\\s\u00a0]?${unit}(?!\\p{L})`, 'gu'),
  /\((?:ange|fyll i|skriv in|infoga)(?!\p{L})[^()\d]{0,40}\)/giu,
  /(?<![\p{L}\d])(?:x{2,}|X{2,})(?![\p{L}\d])(?:[\s\u00a0]antal(?!\p{L}))?/gu,
  new RegExp(`(?<![\\p{L}\\d])[xX][\\s\u00a0]${unit}(?![\\p{L}])`, 'gu'),
  new RegExp(
    `(?:…|\\.{3,}|(?<!_)_{2,}|\\?{2,}|(?<!\\p{L})N{1,2}(?=[\\s\u00a0](?:antal|stycken|personer|hushåll|procent|%|tkr|kr)))[\\s\u00a0]?${unit}(?!\\p{L})`,
    'gu',
  ),
  /\[[^\]\d]{0,3}(?:fyll|ange|skriv|lägg|antal|belopp|datum|text|siffra|uppgift|namn|komplettera|xx|\.\.\.|…)[^\]]{0,60}\]/giu,
  /<(?:fyll|ange|skriv|antal|belopp|datum|text|siffra|uppgift|namn)[^>]{0,60}>/giu,
  /(?<!\p{L})(?:TODO|TBD|FIXME|ATT FYLLA I|FYLL I|KOMPLETTERAS|UPPDATERAS SENARE)(?!\p{L})/gu,
  /(?<!\p{L})(?:fylls i senare|kompletteras senare|uppgift saknas ännu|siffra kommer)(?!\p{L})/giu,
  /(?<![\p{L}\d#])#(?:REF|VÄRDE|NAMN|DIV\/0|DIVISION\/0|SAKNAS|N\/A|VALUE|NAME|REFERENS)[!?]?/giu,
  /\?{2,}[\s\u00a0]?(?:%|kr|tkr|mnkr)/gu,
]

/** "xx antal år", "[ange antal]", "… hushåll": what is left to fill in before the text goes out. */
export function checkPlaceholders({ block, text }: Paragraph): Finding[] {
  const found = new Map<number, Finding>()
  for (const expression of placeholders)
    for (const match of text.matchAll(expression)) {
      const place = placeOf({ block }, { from: match.index, until: match.index + match[0].length })
      if (!found.has(match.index))
        found.set(match.index, { kind: 'placeholder', severity: 'error', places: [place], printed: match[0].trim() })
    }
  return [...found.values()]
}
