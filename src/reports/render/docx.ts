import {
  AlignmentType,
  Bookmark,
  Document as WordDocument,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { Document } from '../document.ts'
import { type ReportLook, standardLook } from '../look.ts'
import { type Printed, type PrintedBlock, type PrintedNote, type PrintOut, printOut } from '../print-out.ts'
import { chartParagraph } from './docx-chart.ts'
import { pageNumbers } from './docx-page-numbers.ts'
import { wordStyles } from './docx-styles.ts'
import { textWidth, wordTable } from './docx-table.ts'
import { withNotes } from './docx-text.ts'

/**
 * The report as a Word document to go on writing in: real heading, caption and list styles in Swedish, contents with page
 * numbers, table heads repeated on each page, charts that can be edited, and notes that are links.
 */
export async function renderDocx(document: Document, look: ReportLook = standardLook): Promise<Uint8Array> {
  const printed = printOut(document)
  const word = new WordDocument({
    title: printed.title,
    creator: [printed.municipality, printed.committee].filter(Boolean).join(', '),
    description: printed.subtitle,
    numbering: { config: [orderedList] },
    ...wordStyles(look),
    // The contents are there with their pages when the file is opened; Word works them out anew when it is asked to.
    ...(printed.frontPage && { pageNumbers }),
    sections: [
      {
        properties: {
          titlePage: printed.frontPage,
          page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_278, right: 1_278 } },
        },
        ...(printed.frontPage && {
          headers: { default: header(printed), first: new Header({ children: [nothing()] }) },
        }),
        footers: {
          default: footer(printed),
          ...(printed.frontPage && { first: new Footer({ children: [nothing()] }) }),
        },
        children: [...head(printed, look), ...body(printed, look), ...notes(printed)],
      },
    ],
  })
  return Packer.toBuffer(word)
}

function head(printed: PrintOut, look: ReportLook): FileChild[] {
  const { municipality, committee, title, subtitle, created, signed, frontPage, contentsHeading } = printed
  const from = [municipality, committee].filter(Boolean).join(' · ')
  const named = [
    ...logoParagraph(look),
    new Paragraph({ text: from, style: 'municipality', ...(frontPage && { spacing: { before: 4_000 } }) }),
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph({ text: subtitle, style: 'Subtitle' }),
  ]
  const dated = (texts: string[]) =>
    texts.filter(Boolean).map((text) => new Paragraph({ text, style: 'tableFootnote' }))
  if (!frontPage) return [...named, ...dated([signed])]
  return [
    ...named,
    ...dated([created, signed]),
    new Paragraph({ text: contentsHeading, style: 'TOCHeading', pageBreakBefore: true }),
    new TableOfContents(contentsHeading, { hyperlink: true, headingStyleRange: '1-2' }),
  ]
}

function logoParagraph({ logo }: ReportLook): Paragraph[] {
  if (!logo) return []
  const height = Math.min(72, (logo.height / logo.width) * 220)
  const altText = { name: 'Logotyp', description: logo.alt }
  const transformation = { width: Math.round((height * logo.width) / logo.height), height: Math.round(height) }
  return [new Paragraph({ children: [new ImageRun({ type: 'png', data: logo.png, transformation, altText })] })]
}

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

function body({ sections, frontPage }: PrintOut, look: ReportLook): FileChild[] {
  let lists = 0
  return sections.flatMap(({ heading, level, blocks }, at) => [
    new Paragraph({
      text: heading,
      heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_3,
      ...(frontPage && at === 0 && { pageBreakBefore: true }),
    }),
    ...blocks.flatMap((block) => blockParts(block, look, (lists += 1))),
  ])
}

/** `instance` is a number of its own for each list, so that each begins at 1. */
function blockParts(block: PrintedBlock, look: ReportLook, instance: number): FileChild[] {
  const inText = (printed: Printed) => withNotes(printed, look)
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ children: inText(block) })]
    case 'list': {
      const mark = block.ordered
        ? { numbering: { reference: orderedList.reference, level: 0, instance } }
        : { bullet: { level: 0 } }
      return block.items.map((item) => new Paragraph({ children: inText(item), ...mark }))
    }
    case 'reading-note':
      return [
        new Paragraph({
          style: 'readingNote',
          children: [new TextRun({ text: 'Läsanvisning. ', bold: true }), new TextRun(block.text)],
        }),
      ]
    case 'chart':
      return [
        chartParagraph(block.drawing, `${block.caption.text}. ${block.alternative}`, look.accent),
        new Paragraph({ style: 'Caption', keepNext: true, children: inText(block.caption) }),
        new Paragraph({ text: block.description }),
        ...block.marks.map(
          (text) =>
            new Paragraph({
              ...{ text, style: 'tableFootnote' },
              numbering: { reference: orderedList.reference, level: 0, instance },
            }),
        ),
      ]
    case 'table':
      return [
        new Paragraph({ style: 'Caption', keepNext: true, children: inText(block.caption) }),
        wordTable(block, look),
        ...block.footnotes.map((text) => new Paragraph({ text, style: 'tableFootnote' })),
        new Paragraph({ text: '', spacing: { after: 60 } }),
      ]
  }
}

const notes = ({ notesHeading, notes: all }: PrintOut): Paragraph[] => [
  new Paragraph({ text: notesHeading, heading: HeadingLevel.HEADING_1 }),
  ...all.map(noteParagraph),
]
const noteParagraph = ({ number, name, text }: PrintedNote): Paragraph =>
  new Paragraph({
    style: 'definition',
    tabStops: [{ type: TabStopType.LEFT, position: 460 }],
    children: [
      new Bookmark({ id: `not_${number}`, children: [new TextRun(`${number}.`)] }),
      new TextRun({ text: `\t${name}. `, bold: true }),
      new TextRun(text),
    ],
  })

/** Not on the title page. */
const header = ({ title, municipality }: PrintOut): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'tableFootnote',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [new TextRun({ children: [title, new Tab(), municipality] })],
      }),
    ],
  })

/** The page number estimate takes no empty header. */
const nothing = (): Paragraph => new Paragraph('')

const orderedList = {
  reference: 'ordered',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 720, hanging: 360 } } },
    },
  ],
}

const footer = ({ created, municipality }: PrintOut): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'tableFootnote',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun([municipality, created].filter(Boolean).join(' · ')),
          new TextRun({ children: ['\tSida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
