import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { chartSvg } from '../../charts/chart-svg.tsx'
import type { ChartSize } from '../../charts/chart-parts.ts'
import type { Chart, Document } from '../document.ts'
import { type ReportLook, standardLook } from '../look.ts'
import { dayInSweden } from '../../values/day.ts'
import { type PrintedBlock, printOut } from '../print-out.ts'
import { pdfTemplate } from './pdf-template.ts'

/**
 * `ua-1` is for people to read (PDF/UA-1, accessible); `a-2a` is for the archive (PDF/A-2a: tagged too, and with all it needs
 * in it). The compiler claims one standard for a file, so there are two files and not one that claims both.
 */
export type PdfStandard = 'ua-1' | 'a-2a'

type PdfChoices = { look?: ReportLook; standard?: PdfStandard }

/**
 * The report as a tagged PDF. The same document, look and standard give the same bytes.
 * Made in this process, with the fonts the compiler carries, so that it is the same on every machine.
 * Throws when the template cannot be compiled, which is a bug and never the reader's fault.
 */
export function renderPdf(document: Document, { look = standardLook, standard = 'ua-1' }: PdfChoices = {}): Uint8Array {
  compiler ??= NodeCompiler.create()
  const { sections, ...rest } = printOut(document)
  const { accent, dark, pale, logo } = look
  const content = {
    ...rest,
    day: document.createdAt ? dayOf(document.createdAt) : null,
    look: { accent, dark, pale },
    logo: logo ? svgOf(logo) : '',
    logoAlt: logo?.alt ?? '',
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(withPicture) })),
  }
  const pdf = compiler.pdf(
    { mainFileContent: pdfTemplate, inputs: { content: JSON.stringify(content) } },
    { pdfStandard: standard },
  )
  // The compiler remembers every document it has made; a server would grow with each report.
  compiler.evictCache(2)
  return pdf
}

/** Year, month and day in Sweden: an archived file must have its date. */
const dayOf = (createdAt: string): number[] =>
  (createdAt.includes('T') ? dayInSweden(new Date(createdAt)) : createdAt).split('-').map(Number)

/** The template takes text and no bytes; a drawing that holds the picture is text. */
const svgOf = ({ png, width, height }: NonNullable<ReportLook['logo']>): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/></svg>`

/** Starting it takes longer than a report does. */
let compiler: NodeCompiler | undefined

const withPicture = (block: PrintedBlock) =>
  block.kind === 'chart' ? { ...block, picture: inOwnFont(chartSvg(block.drawing, sizeOf(block.drawing))) } : block

/** Standing bars say enough at half the height they have on a page of their own. */
const sizeOf = ({ kind }: Chart['drawing']): ChartSize => ({
  width: pictureWidth,
  ...(kind === 'bars' && { height: 210 }),
})

/** The column is 465 points wide, so the texts become nine points: as small as those of a table. */
const pictureWidth = 560

/** A page is read with the fonts of its machine; the PDF is to be the same on every machine. */
const inOwnFont = (svg: string): string => svg.replace(/font-family="[^"]*"/, 'font-family="Libertinus Serif"')
