import { BorderStyle, type IStylesOptions, LineRuleType, ShadingType } from 'docx'
import type { ReportLook } from '../look.ts'
import { styleIdsIn } from '../word-template.ts'

/** Greys, which every municipality's reports share. */
export const grey = { text: '4a4a4a', line: 'd0d0d0' }

type Colours = Pick<ReportLook, 'accent' | 'dark' | 'pale'>

/**
 * Word's own styles where there are such, in Swedish. With a municipality's own Word template its styles are kept, and only
 * those are added that the template lacks.
 */
export function wordStyles(look: ReportLook): { styles: IStylesOptions; externalStyles?: string } {
  const own = paragraphStyles(look)
  if (!look.wordStyles) return { styles: { default: defaultStyles(look), paragraphStyles: own } }
  const known = styleIdsIn(look.wordStyles)
  return { externalStyles: look.wordStyles, styles: { paragraphStyles: own.filter(({ id }) => !known.has(id)) } }
}

const heading = (size: number, before: number, { dark }: Colours) => ({
  run: { size, bold: true, color: dark, font: 'Calibri' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})

const named = (id: string, name: string, run: object, paragraph: object) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run,
  paragraph,
})

const defaultStyles = (look: Colours): NonNullable<IStylesOptions['default']> => ({
  document: {
    run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } },
    paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
  },
  title: {
    run: { size: 56, bold: true, color: look.dark, font: 'Calibri' },
    paragraph: { spacing: { after: 60 } },
  },
  heading1: heading(32, 400, look),
  heading2: heading(26, 280, look),
  heading3: heading(22, 200, look),
  listParagraph: { paragraph: { spacing: { after: 60 } } },
})

const paragraphStyles = ({ accent, dark, pale }: Colours) => [
  named(
    'Subtitle',
    'Subtitle',
    { size: 28 },
    {
      spacing: { after: 240 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 6 } },
    },
  ),
  named('TOCHeading', 'TOC Heading', { size: 32, bold: true, color: dark }, { spacing: { after: 160 } }),
  named('TOC1', 'toc 1', { bold: true }, { spacing: { before: 120, after: 40 } }),
  named('TOC2', 'toc 2', {}, { spacing: { after: 20 }, indent: { left: 280 } }),
  named('Caption', 'caption', { size: 21, bold: true }, { spacing: { before: 200, after: 80 } }),
  named('municipality', 'Kommun', { color: grey.text, size: 24 }, { spacing: { after: 60 } }),
  named('tableText', 'Tabelltext', { size: 19 }, { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
  named('tableFootnote', 'Tabellnot', { size: 17, color: grey.text }, { spacing: { before: 40, after: 0 } }),
  named('definition', 'Definition', { size: 19 }, { indent: { left: 460, hanging: 460 }, spacing: { after: 80 } }),
  named(
    'readingNote',
    'Läsanvisning',
    {},
    {
      shading: { type: ShadingType.CLEAR, fill: pale },
      border: { left: { style: BorderStyle.SINGLE, size: 24, color: accent, space: 8 } },
      indent: { left: 200 },
      keepNext: true,
    },
  ),
]
