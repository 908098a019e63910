import {
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { UnreadableFile } from '../imports/read/unreadable-file.ts'
import { readText, readTextFile } from './read-text-file.ts'
import { lineOf, type TextDocument, type TextTable } from './text-document.ts'

const tablesOf = ({ blocks }: TextDocument): TextTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const textsOf = ({ blocks }: TextDocument) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [] : [`${block.kind}: ${block.text}`]))
const cellsOf = (text: string) => tablesOf(readText(text)).flatMap(({ rows }) => rows.map(({ cells }) => cells))

describe('plain text', () => {
  test('joins lines, and words that were divided at the end of one', () =>
    expect(
      textsOf(readText('Vårt arbete med försörj-\nningsstöd ger resul-\ntat i hela kommunen.\n\nNytt stycke.')),
    ).toEqual(['paragraph: Vårt arbete med försörjningsstöd ger resultat i hela kommunen.', 'paragraph: Nytt stycke.']))
  test('keeps the hyphen of a word that has one, and tells headings', () =>
    expect(
      textsOf(
        readText(
          'Resultat för året\nSocial- och arbetsmarknadsnämnden redovisar ett underskott som beror på in-\noch utflyttning till kommunen.',
        ),
      ),
    ).toEqual([
      'heading: Resultat för året',
      'paragraph: Social- och arbetsmarknadsnämnden redovisar ett underskott som beror på in- och utflyttning till kommunen.',
    ]))
  test('goes on over blank lines in the middle of a sentence', () =>
    expect(textsOf(readText('Av de personer som avslutade \n\nsin insats gick hälften till \n\narbete.'))).toHaveLength(
      1,
    ))
  test('tells where a place stands', () => {
    const document = readText('Ett stycke som står på första raden och går vidare\npå den andra, med 12 hushåll.')
    expect(lineOf(document, { block: 0, from: 10, until: 12 })).toBe(1)
    expect(lineOf(document, { block: 0, from: 70, until: 72 })).toBe(2)
  })
  test.each([
    ['tabs', 'Rad\tUtfall\tBudget\nPersonal\t-8 450\t-8 210\nLokaler\t-1 275\t-1 300'],
    ['pipes', 'Rad | Utfall | Budget\nPersonal | -8 450 | -8 210\nLokaler | -1 275 | -1 300'],
    ['two blanks', 'Rad          Utfall     Budget\nPersonal     -8 450     -8 210\nLokaler      -1 275     -1 300'],
    ['one blank', 'Rad Utfall Budget\nPersonal -8 450 -8 210\nLokaler -1 275 -1 300'],
    ['one cell on each line', 'Rad\nUtfall\nBudget\nPersonal\n-8 450\n-8 210\nLokaler\n-1 275\n-1 300'],
    ['blank lines between cells', 'Personal\n\n-8 450\n\n-8 210\n\nLokaler\n\n-1 275\n\n-1 300'],
  ])('reads a table with %s', (_, text) =>
    expect(cellsOf(text)).toEqual([
      ['Personal', '-8 450', '-8 210'],
      ['Lokaler', '-1 275', '-1 300'],
    ]),
  )
  test('tells thousands from columns by the number of columns', () =>
    expect(
      cellsOf('Mått Totalt Kvinnor Män\nAnställda 137 109 28\nPlatser 1 250 640 610\nTimmar 12 000 7 500 4 500'),
    ).toEqual([
      ['Anställda', '137', '109', '28'],
      ['Platser', '1 250', '640', '610'],
      ['Timmar', '12 000', '7 500', '4 500'],
    ]))
  test('reads labels over several lines, and what is part of the row above', () =>
    expect(
      tablesOf(
        readText(
          'Personalkostnader inklusive\nersättning till familjehem -29 743 -31 811\n\nvarav övriga -4 007 -8 492',
        ),
      )[0]!.rows,
    ).toEqual([
      { line: 2, cells: ['Personalkostnader inklusive ersättning till familjehem', '-29 743', '-31 811'] },
      { line: 4, cells: ['varav övriga', '-4 007', '-8 492'], isPart: true },
    ]))
  test('does not take running text that ends with numbers for a table', () =>
    expect(
      tablesOf(
        readText(
          'Under året fick hushållen stöd av nämnden och det gällde 1 395\nhushåll, vilket är fler än förra året då det var 1 250\nhushåll.',
        ),
      ),
    ).toEqual([]))
})

test('Markdown: headings, items, marks and tables', () => {
  const document = readText(
    '# Rubrik\n\nEn **fet** mening\npå två rader.\n\n- första `punkten`\n- andra\n\n| Rad | Antal |\n|---|---:|\n| Norr | 12 |\n| varav barn | 3 |',
  )
  expect(textsOf(document)).toEqual([
    'heading: Rubrik',
    'paragraph: En fet mening på två rader.',
    'paragraph: första punkten',
    'paragraph: andra',
  ])
  expect(tablesOf(document)[0]).toMatchObject({
    heading: ['Rad', 'Antal'],
    rows: [
      { line: 11, cells: ['Norr', '12'] },
      { line: 12, cells: ['varav barn', '3'], isPart: true },
    ],
  })
})

describe('Word', async () => {
  const row = (cells: string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })
  const bytes = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Ekonomi & personal', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun('Utfallet blev '), new TextRun({ text: '12', bold: true }), new TextRun(' tkr.')],
            }),
            new Table({ rows: [row(['', '2018', '2019']), row(['Hushåll', '599', '602']), row(['Barn', '49', '45'])] }),
            new Paragraph('Slut.'),
          ],
        },
      ],
    }),
  )
  test('is read paragraph by paragraph, its tables with their headings', () => {
    const document = readTextFile(bytes, 'rapport.docx')
    expect(textsOf(document)).toEqual([
      'heading: Ekonomi & personal',
      'paragraph: Utfallet blev 12 tkr.',
      'paragraph: Slut.',
    ])
    expect(tablesOf(document)).toEqual([
      {
        kind: 'table',
        heading: ['', '2018', '2019'],
        rows: [
          { line: 4, cells: ['Hushåll', '599', '602'] },
          { line: 5, cells: ['Barn', '49', '45'] },
        ],
      },
    ])
  })
  test('a footnote follows the paragraph that refers to it, with its number; headers come first, once', async () => {
    const noted = await Packer.toBuffer(
      new Document({
        footnotes: { 1: { children: [new Paragraph('Av 120 hushåll har 45, alltså 48 procent, barn.')] } },
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('Rapport xx hushåll')] }) },
            children: [
              new Paragraph('Först.'),
              new Paragraph({ children: [new TextRun('Barnen är många.'), new FootnoteReferenceRun(1)] }),
              new Paragraph('Sist.'),
            ],
          },
        ],
      }),
    )
    const document = readTextFile(noted, 'rapport.docx')
    expect(textsOf(document)).toEqual([
      'paragraph: Rapport xx hushåll',
      'paragraph: Först.',
      'paragraph: Barnen är många.',
      'paragraph: Av 120 hushåll har 45, alltså 48 procent, barn.',
      'paragraph: Sist.',
    ])
    expect(lineOf(document, { block: 3, from: 0, until: 1 })).toBe(2)
  })
  test('a text box is a paragraph of its own; what was deleted or moved away is not read, nor are comments', () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const box = `<w:r><w:drawing><w:txbxContent><w:p>${run('I rutan: 12 hushåll.')}</w:p></w:txbxContent></w:drawing></w:r>`
    const moved = `<w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFrom w:id="2">${run('Flyttat 13.')}</w:moveFrom></w:p>`
    const deleted = '<w:del w:id="3"><w:r><w:delText>14</w:delText></w:r></w:del>'
    const body = `<w:p>${run('Antalet är ')}${deleted}<w:ins w:id="4">${run('15.')}</w:ins>${box}</w:p>${moved}<w:p>${run('Slut.')}</w:p>`
    const file = zipSync({
      'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
      'word/comments.xml': strToU8(`<w:comments><w:comment><w:p>${run('xx hushåll?')}</w:p></w:comment></w:comments>`),
    })
    expect(textsOf(readTextFile(file, 'rapport.docx'))).toEqual([
      'paragraph: Antalet är 15.',
      'paragraph: I rutan: 12 hushåll.',
      'paragraph: Slut.',
    ])
  })
  test.each([
    ['cut short', bytes.subarray(0, bytes.length / 2)],
    ['no archive', Buffer.from('PK nothing of the kind')],
  ])('says what to do about a file that is %s', (_, broken) => {
    expect(() => readTextFile(broken, 'rapport.docx')).toThrow(UnreadableFile)
    expect(() => readTextFile(broken, 'rapport.docx')).toThrow(/Word/)
  })
})

test('text as Windows writes it is read like UTF-8', () => {
  const text = 'Hushåll i Älvsjö'
  expect(textsOf(readTextFile(Buffer.from(text, 'latin1'), 'a.txt'))).toEqual(
    textsOf(readTextFile(Buffer.from(text), 'a.txt')),
  )
})

describe('what is no text', () => {
  const problemOf = (content: string | Uint8Array, name: string): string => {
    try {
      return JSON.stringify(readTextFile(Buffer.from(content), name))
    } catch (error) {
      return error instanceof UnreadableFile ? error.text : String(error)
    }
  }
  const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'
  test.each([
    ['a PDF', pdf, 'rapport.pdf', 'är en PDF'],
    ['a PDF with another name', pdf, 'rapport.txt', 'är en PDF'],
    ['a PDF after a byte order mark and a blank line', `\ufeff\n${pdf}`, 'rapport', 'är en PDF'],
    ['text that is called a PDF', 'Av 79 personer fick 29 arbete.', 'Rapport.PDF', 'heter .pdf men är ingen PDF'],
    ['RTF that is called text', '{\\rtf1\\ansi Av 79 personer}', 'rapport.txt', 'läser inte .rtf'],
    ['a format that nobody reads here', 'Av 79 personer fick 29 arbete.', 'rapport.odt', 'läser inte .odt'],
  ])('%s is refused with what to do', (_, content, name, said) => {
    const problem = problemOf(content, name)
    expect(problem).toContain(said)
    expect(problem).toMatch(/[Ss]para .*Word \(\.docx\).* text \(\.txt\)/)
  })
  test.each(['text om %PDF-.txt', 'rapport', 'Rapport 2019.1', 'RAPPORT.TXT'])('%s is read', (name) =>
    expect(textsOf(readTextFile(Buffer.from('Filen börjar med %PDF-1.7, sägs det.'), name))).toHaveLength(1),
  )
})
