import type { Withheld } from '../analysis/figures.ts'
import { formatNumber, formatSigned, formatThousands } from '../values/format.ts'
import { toThousands } from '../values/money.ts'
import type { Cell, Inline } from './document.ts'

/** A cell as a table shows it: the same text in every format. Amounts in thousands have their unit in the caption. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'open':
      return ''
    case 'withheld':
      return withheldMark[cell.reason]
    case 'kronor':
      return `${number(cell.ore / 100, 0, cell.signed)}\u00a0kr`
    case 'thousands':
      return cell.signed ? formatSigned(toThousands(cell.ore)) : formatThousands(cell.ore)
    case 'count':
      return number(cell.count, 0, cell.signed)
    case 'decimal':
      return number(cell.number, cell.decimals, cell.signed)
    case 'share':
      return `${number(cell.share * 100, 1, cell.signed)}\u00a0%`
    case 'points':
      return `${number(cell.share * 100, 1, true)}\u00a0p.e.`
  }
}

/** Running text, where a number needs its unit and a missing one needs words. */
export const inlineText = (content: Inline): string =>
  content.map((part) => (typeof part === 'string' ? part : partText(part))).join('')

/** One part of a running text, without how it is set. */
export function partText(part: Exclude<Inline[number], string>): string {
  if (part.kind === 'missing') return missingFigureText
  return part.kind === 'strong' || part.kind === 'emphasis' ? part.text : cellInText(part)
}

/** What a reader sees where a text names a figure that there is none of. */
export const missingFigureText = '[uppgift saknas]'

/** Protected for either reason looks the same: the mark must not tell which cells hold the small counts. */
export const withheldMark: Record<Withheld, string> = {
  'too-few': 'x',
  'reveals-another': 'x',
  'no-data': '..',
  'follow-up-too-short': '...',
  'not-applicable': '.',
}

const isProtected = 'x = visas inte, eftersom uppgiften bygger på färre än fem eller skulle avslöja en sådan uppgift.'

/** What a mark in a table stands for, as its footnote says it. */
export const withheldReason: Record<Withheld, string> = {
  'too-few': isProtected,
  'reveals-another': isProtected,
  'no-data': '.. = uppgift saknas.',
  'follow-up-too-short': '... = visas inte, eftersom uppföljningstiden ännu är för kort.',
  'not-applicable': '. = uppgiften kan inte förekomma.',
}

const withheldInText: Record<Withheld, string> = {
  'too-few': 'visas inte (skyddad uppgift)',
  'reveals-another': 'visas inte (skyddad uppgift)',
  'no-data': 'uppgift saknas',
  'follow-up-too-short': 'visas inte (för kort uppföljningstid)',
  'not-applicable': 'kan inte förekomma',
}

function cellInText(cell: Cell): string {
  if (cell.kind === 'withheld') return withheldInText[cell.reason]
  if (cell.kind === 'thousands') return `${cellText(cell)}\u00a0tkr`
  if (cell.kind === 'points') return cellText(cell).replace('p.e.', 'procentenheter')
  return cellText(cell)
}

const number = (value: number, decimals: number, signed?: true): string =>
  signed ? formatSigned(value, decimals) : formatNumber(value, decimals)
