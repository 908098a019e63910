import { InternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import type { ReportLook } from '../look.ts'
import type { Printed } from '../print-out.ts'

/** Running text as it is set, with links to the notes that explain its numbers. */
export const withNotes = (
  { text, notes: numbers, runs = [{ text }] }: Printed,
  look: ReportLook,
  bold = false,
): ParagraphChild[] => [
  ...runs.map(({ text, style }) => {
    const isStrong = bold || style === 'strong'
    return new TextRun({ text, ...(isStrong && { bold: true }), ...(style === 'emphasis' && { italics: true }) })
  }),
  ...numbers.map(
    (number) =>
      new InternalHyperlink({
        anchor: `not_${number}`,
        children: [new TextRun({ text: `[${number}]`, superScript: true, color: look.accent })],
      }),
  ),
]
