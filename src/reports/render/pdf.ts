import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { chartSvg } from '../../charts/chart-svg.tsx'
import type { Document } from '../document.ts'
import { type PrintedBlock, printOut } from '../print-out.ts'
import { pdfTemplate } from './pdf-template.ts'

/**
 * The report as a tagged PDF that follows PDF/UA-1, the standard for accessible documents.
 * Made in this process, with the fonts the compiler carries, so that it is the same on every machine.
 * Throws when the template cannot be compiled, which is a bug and never the reader's fault.
 */
export function renderPdf(document: Document): Uint8Array {
  compiler ??= NodeCompiler.create()
  const { sections, ...rest } = printOut(document)
  const content = {
    ...rest,
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(withPicture) })),
  }
  const pdf = compiler.pdf(
    { mainFileContent: pdfTemplate, inputs: { content: JSON.stringify(content) } },
    { pdfStandard: 'ua-1' },
  )
  // The compiler remembers every document it has made; a server would grow with each report.
  compiler.evictCache(2)
  return pdf
}

/** Starting it takes longer than a report does. */
let compiler: NodeCompiler | undefined

const withPicture = (block: PrintedBlock) =>
  block.kind === 'chart' ? { ...block, picture: inOwnFont(chartSvg(block.drawing, { width: pictureWidth })) } : block

/** The column is 465 points wide, so the texts become nine points: as small as those of a table. */
const pictureWidth = 560

/** A page is read with the fonts of its machine; the PDF is to be the same on every machine. */
const inOwnFont = (svg: string): string => svg.replace(/font-family="[^"]*"/, 'font-family="Libertinus Serif"')
