import { BorderStyle, type IStylesOptions, LineRuleType, ShadingType } from 'docx'

export const colour = { blue: '1f5673', dark: '173f54', grey: '4a4a4a', line: 'd0d0d0', pale: 'eef4f7' }

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: colour.dark, font: 'Calibri' },
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

/** Word's own styles where there are such, so that a municipality's template can be laid over the report. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 48, bold: true, color: colour.dark, font: 'Calibri' },
      paragraph: { spacing: { after: 60 } },
    },
    heading1: heading(32, 400),
    heading2: heading(26, 280),
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    named(
      'Subtitle',
      'Subtitle',
      { size: 26 },
      {
        spacing: { after: 240 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: colour.blue, space: 6 } },
      },
    ),
    named('Caption', 'caption', { size: 21, bold: true }, { spacing: { before: 200, after: 80 } }),
    named('municipality', 'Kommun', { color: colour.grey }, { spacing: { after: 60 } }),
    named('tableText', 'Tabelltext', { size: 19 }, { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } }),
    named('tableFootnote', 'Tabellnot', { size: 17, color: colour.grey }, { spacing: { before: 40, after: 0 } }),
    named('definition', 'Definition', { size: 19 }, { indent: { left: 460, hanging: 460 }, spacing: { after: 80 } }),
    named(
      'readingNote',
      'Läsanvisning',
      {},
      {
        shading: { type: ShadingType.CLEAR, fill: colour.pale },
        border: { left: { style: BorderStyle.SINGLE, size: 24, color: colour.blue, space: 8 } },
        indent: { left: 200 },
        keepNext: true,
      },
    ),
  ],
}
