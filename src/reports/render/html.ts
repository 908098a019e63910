import { chartSvg } from '../../charts/chart-svg.tsx'
import type { Document } from '../document.ts'
import { type ReportLook, standardLook } from '../look.ts'
import {
  type Printed,
  type PrintedBlock,
  type PrintedSection,
  type PrintedTable,
  type PrintOut,
  printOut,
  type Run,
} from '../print-out.ts'

/** The report as a fragment for a page that has its own head and style: it begins at heading level 1. */
export function renderHtmlFragment(document: Document, look: ReportLook = standardLook): string {
  const printed = printOut(document)
  const { sections, notesHeading, notes } = printed
  return [
    renderHead(printed, look),
    ...(printed.frontPage ? [renderContents(printed)] : []),
    ...sections.map(renderSection),
    `<section class="report-notes"><h2>${escaped(notesHeading)}</h2><ol>`,
    ...notes.map(
      (note) => `<li id="not-${note.number}"><strong>${escaped(note.name)}.</strong> ${escaped(note.text)}</li>`,
    ),
    '</ol></section>',
  ].join('\n')
}

/** A page that stands by itself, such as a file sent by mail: nothing is fetched from elsewhere. */
export const renderHtml = (document: Document, look: ReportLook = standardLook): string =>
  [
    '<!doctype html>',
    '<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(`${document.title} – ${document.municipality.name}`)}</title><style>${styleOf(look)}</style></head>`,
    `<body><main class="report">${renderHtmlFragment(document, look)}</main></body></html>`,
  ].join('\n')

function renderHead(
  { municipality, committee, title, subtitle, created, signed }: PrintOut,
  { logo }: ReportLook,
): string {
  const from = [municipality, committee].filter(Boolean).map(escaped).join(' · ')
  const picture = logo
    ? `<img class="report-logo" alt="${escaped(logo.alt)}" src="data:image/png;base64,${Buffer.from(logo.png).toString('base64')}">`
    : ''
  const dated = [created, signed].filter(Boolean).map((text) => `<p class="report-created">${escaped(text)}</p>`)
  return `<header class="report-head">${picture}<p class="report-municipality">${from}</p>
<h1>${escaped(title)}</h1><p class="report-subtitle">${escaped(subtitle)}</p>
${dated.join('')}</header>`
}

const renderContents = ({ contentsHeading, sections }: PrintOut): string => {
  const items = sections.flatMap(({ heading, level }, index) =>
    level < 3
      ? [`<li class="report-contents-${level}"><a href="#avsnitt-${index + 1}">${escaped(heading)}</a></li>`]
      : [],
  )
  return `<nav class="report-contents" aria-labelledby="innehall"><h2 id="innehall">${escaped(contentsHeading)}</h2><ul>${items.join('')}</ul></nav>`
}

function renderSection({ heading, level, blocks }: PrintedSection, index: number): string {
  const tag = `h${level + 1}`
  return `<section><${tag} id="avsnitt-${index + 1}">${escaped(heading)}</${tag}>\n${blocks.map(renderBlock).join('\n')}</section>`
}

function renderBlock(block: PrintedBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${withNotes(block)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((item) => `<li>${withNotes(item)}</li>`).join('')}</${tag}>`
    }
    case 'reading-note':
      return `<p class="report-reading-note"><strong>Läsanvisning.</strong> ${escaped(block.text)}</p>`
    case 'chart': {
      const picture = `<div aria-hidden="true">${chartSvg(block.drawing)}</div>`
      const marks =
        block.marks.length > 0
          ? `<ol class="report-marks">${block.marks.map((text) => `<li>${escaped(text)}</li>`).join('')}</ol>`
          : ''
      return `<figure>${picture}<figcaption><strong>${withNotes(block.caption)}</strong> ${escaped(block.description)}${marks}</figcaption></figure>`
    }
    case 'table':
      return renderTable(block)
  }
}

function renderTable({ caption, rowHeading, columns, textColumns, rows, footnotes }: PrintedTable): string {
  const align = (column: number) => (textColumns[column] ? ' class="report-words"' : '')
  const corner = rowHeading ? `<th scope="col">${escaped(rowHeading)}</th>` : '<td></td>'
  const heads = columns.map((column, at) => `<th scope="col"${align(at)}>${escaped(column)}</th>`).join('')
  const body = rows.map(({ label, kind, cells }) => {
    const row = kind ? `<tr class="report-${kind}">` : '<tr>'
    return `${row}<th scope="row">${withNotes(label)}</th>${cells.map((cell, at) => `<td${align(at)}>${escaped(cell)}</td>`).join('')}</tr>`
  })
  // A wide table scrolls by itself, also from the keyboard.
  return [
    `<div class="report-table" role="group" aria-label="${escaped(caption.text)}" tabindex="0"><table>`,
    `<caption>${withNotes(caption)}</caption>`,
    `<thead><tr>${corner}${heads}</tr></thead><tbody>${body.join('')}</tbody></table></div>`,
    ...footnotes.map((text) => `<p class="report-footnote">${escaped(text)}</p>`),
  ].join('')
}

const withNotes = ({ text, notes, runs = [{ text }] }: Printed): string =>
  runs.map(renderRun).join('') + notes.map(noteLink).join('')

const renderRun = ({ text, style }: Run): string => {
  if (!style) return escaped(text)
  const tag = style === 'strong' ? 'strong' : 'em'
  return `<${tag}>${escaped(text)}</${tag}>`
}

const noteLink = (number: number): string =>
  `\u00a0<a class="report-note" href="#not-${number}" aria-label="Definition ${number}">[${number}]</a>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const styleOf = ({ accent, dark, pale }: ReportLook): string => `
.report{max-width:60rem;margin:0 auto;padding:2rem 1.5rem;font:1rem/1.5 Georgia,'Libertinus Serif',serif;color:#1b1b1b}
h1,h2,h3,h4{line-height:1.25;color:#${dark}}h1{font-size:2rem;margin:0}h2{margin-top:2.5rem;font-size:1.4rem}h3{font-size:1.15rem}h4{font-size:1rem}
.report-subtitle{font-size:1.15rem;margin:.25rem 0}.report-municipality{margin:0 0 .25rem;color:#4a4a4a}.report-created,.report-footnote{color:#4a4a4a;font-size:.875rem;margin:.25rem 0}
.report-head{border-bottom:3px solid #${accent};padding-bottom:1rem}.report-logo{display:block;max-height:5rem;max-width:14rem;margin-bottom:1.5rem}
.report-contents ul{list-style:none;padding:0}.report-contents li{padding:.15rem 0}.report-contents-2{margin-left:1.5rem}a{color:#${accent}}
.report-reading-note{border-left:4px solid #${accent};background:#${pale};padding:.6rem 1rem}
.report-table{overflow-x:auto;margin:1.25rem 0 .25rem}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:bold;padding-bottom:.4rem}th,td{padding:.35rem .6rem;border-bottom:1px solid #d5d5d5;text-align:right;vertical-align:top}
td{white-space:nowrap}thead th,thead td{border-bottom:2px solid #${accent};vertical-align:bottom}th:first-child{text-align:left}tbody th{font-weight:normal}
th.report-words,td.report-words{text-align:left;white-space:normal;min-width:14rem}
.report-of-which th{padding-left:1.8rem}.report-sum th,.report-sum td{font-weight:bold;border-top:2px solid #${accent}}
.report-note{font-size:.8em;text-decoration:none;white-space:nowrap}.report-note:hover,.report-note:focus{text-decoration:underline}
figure{margin:1.5rem 0}figure svg{width:100%;height:auto}.report-marks{margin:.25rem 0 0;padding-left:1.5rem;font-size:.875rem}.report-notes li{margin-bottom:.6rem}.report-notes li:target{background:#fff3c9}
@media print{.report{max-width:none;padding:0}.report-table{overflow:visible}tr,figure{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`
