import { execFileSync } from 'node:child_process'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { followUpReport } from '../follow-up-report.ts'
import { printOut, type PrintOut } from '../print-out.ts'
import { sampleFigures } from '../../../test/support/sample-figures.ts'
import { renderDocx } from './docx.ts'
import { renderHtml } from './html.ts'
import { renderPdf } from './pdf.ts'
import { renderXlsx } from './xlsx.ts'

const document = followUpReport(sampleFigures(), '2019-05-14T08:00:00Z')
const printed = printOut(document)

/** Without spaces, since line breaks and column widths differ between the formats. */
const bare = (text: string) => text.replace(/\s+/g, '')

const unescaped = (text: string) =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Every row of every table as a reader sees it, without the note numbers. */
const rowsOf = ({ sections }: PrintOut): string[] =>
  sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .map(({ label, cells }) => bare([label.text, ...label.notes.map((number) => `[${number}]`), ...cells].join('')))

const words = [
  'Exempelköpings kommun',
  'Januari–april 2019',
  '9 Ekonomi',
  'Tabell 3. ',
  'Diagram 1. ',
  'Läsanvisning. ',
  'visas inte (för kort uppföljningstid)',
  'Definitioner',
  'Framtagen 2019-05-14 kl. 10:00',
]

test('the sample has rows with every kind of cell, so that the formats are compared on them', () => {
  expect(rowsOf(printed)).toContain('varavpersonal−29743−31811+2068..')
  expect(rowsOf(printed).join()).toMatch(/p\.e\./)
})

describe('HTML', () => {
  const html = renderHtml(document)

  test.each(words)('says %s', (text) => expect(bare(unescaped(html))).toContain(bare(text)))
  test('has every row of every table', () => {
    for (const row of rowsOf(printed)) expect(bare(unescaped(html))).toContain(row)
  })
  test('has a caption and scoped heads on each table, and treats text as text', () => {
    const tables = html.match(/<table>.*?<\/table>/gs) ?? []
    expect(tables).toHaveLength(9)
    for (const table of tables) expect(table).toMatch(/<caption>.*<th scope="col">.*<th scope="row">/s)
    expect(html).toContain('=Inkomna aktualiseringar &lt;b&gt;')
  })
  test('each reference leads to a note', () => {
    const references = [...html.matchAll(/href="#(not-\d+)"/g)].map((match) => match[1])
    expect(new Set(references).size).toBe(document.notes.length)
    for (const reference of references) expect(html).toContain(`id="${reference}"`)
  })
})

describe('DOCX', () => {
  let text = ''
  let parts: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    parts = unzipSync(await renderDocx(document))
    const xml = ['word/document.xml', 'word/footer1.xml'].map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    text = xml.join('')
  })

  test.each(words)('says %s', (phrase) => expect(bare(unescaped(text))).toContain(bare(phrase)))
  test('has every row of every table', () => {
    for (const row of rowsOf(printed)) expect(bare(unescaped(text))).toContain(row)
  })
  test('uses heading styles, repeats table heads, describes its charts and is in Swedish', () => {
    expect(text).toContain('w:val="Heading1"')
    expect(text.match(/<w:tblHeader/g)).toHaveLength(9)
    expect(text).toMatch(/descr="Diagram\u00a01\. /)
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('sv-SE')
  })
})

describe('PDF', () => {
  const pdf = renderPdf(document)
  const hasReader = canRun('pdftotext', ['-v'])

  test('is a tagged Swedish document that claims PDF/UA-1, and is the same each time', () => {
    const bytes = Buffer.from(pdf).toString('latin1')
    expect(bytes.slice(0, 8)).toBe('%PDF-1.7')
    expect(bytes).toMatch(/\/Lang ?\(sv-SE\)/)
    expect(bytes).toContain('/StructTreeRoot')
    expect(bytes).toContain('pdfuaid:part')
    expect(Buffer.from(renderPdf(document)).equals(Buffer.from(pdf))).toBe(true)
  })

  test('has no font of the machine, in the charts neither', () => {
    const fonts =
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/BaseFont ?\/[\w+-]+/g) ?? []
    expect(fonts.length).toBeGreaterThan(1)
    expect(fonts.filter((font) => !font.includes('Libertinus'))).toEqual([])
  })

  test.runIf(hasReader)('says the words and has every row of every table', () => {
    const text = bare(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }))
    for (const phrase of words) expect(text).toContain(bare(phrase))
    for (const row of rowsOf(printed)) expect(text).toContain(row)
  })
  if (!hasReader) process.stdout.write('pdftotext is missing: the words of the PDF are not checked\n')
})

describe('XLSX', () => {
  let file = Buffer.alloc(0)
  beforeAll(async () => {
    file = Buffer.from(await renderXlsx(document))
  })

  test('has a sheet for each table and chart, and the definitions last', async () => {
    const names = (await readXlsxFile(file)).map((each) => each.sheet)
    expect(names.filter((name) => name.startsWith('Tabell'))).toHaveLength(9)
    expect(names.at(-1)).toBe('Definitioner')
  })
  test('has the numbers of the statement as numbers, whole thousands as in the other formats', async () => {
    const rows = await readSheet(file, 'Tabell 9')
    expect(rows.find((row) => row[0] === 'varav personal')?.slice(1, 4)).toEqual([-29_743, -31_811, 2_068])
  })
  test('writes what looks like a formula as text', async () => {
    const rows = await readSheet(file, 'Tabell 1')
    expect(rows.map((row) => row[0])).toContain("'=Inkomna aktualiseringar <b>")
    const sheets = Object.entries(unzipSync(file)).filter(([name]) => name.includes('worksheets'))
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toContain('<f>')
  })
})

function canRun(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
