import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { buildWorkbook, bytesOf, workbookParts } from '../../../test/fuzz/build-workbook.ts'
import { parseNumber } from './cell-values.ts'
import { readTable, type TableOptions } from './read-table.ts'
import { UnreadableFile } from './unreadable-file.ts'

const readCsv = (text: string, options?: TableOptions) => readTable(Buffer.from(text), 'fil.csv', options)

describe('delimited text', () => {
  test.each([';', ',', '\t', '|'] as const)('the delimiter %j is seen', (delimiter) => {
    const text = [
      ['Hushåll', 'Månad', 'Ändamål'],
      ['H1', '2019-04', 'hyra'],
      ['H2', '2019-04', 'el'],
    ]
    expect(readCsv(text.map((row) => row.join(delimiter)).join('\r\n'))).toEqual({
      encoding: 'utf-8',
      delimiter,
      title: '',
      headerRow: 1,
      columns: ['Hushåll', 'Månad', 'Ändamål'],
      rows: [
        ['H1', '2019-04', 'hyra'],
        ['H2', '2019-04', 'el'],
      ],
      rowNumbers: [2, 3],
      totalRow: null,
      warnings: [],
    })
  })

  test('the decimal comma is no delimiter', () =>
    expect(readCsv('Konto;Utfall;Budget\n4511;12,5;13,0\n4512;1,5;2,0\n').delimiter).toBe(';'))

  test('quotes hold delimiters, line breaks and quotes, and rows are counted as a spreadsheet counts', () => {
    const table = readCsv('Nr;Text\n1;"a;b"\n2;"två\nrader"\n3;"ett ""citat"""\n\n4;5" skruv\n')
    expect(table.rows).toEqual([
      ['1', 'a;b'],
      ['2', 'två\nrader'],
      ['3', 'ett "citat"'],
      ['4', '5" skruv'],
    ])
    expect(table.rowNumbers).toEqual([2, 3, 4, 6])
  })

  test('what is written for spreadsheets only is no part of a cell', () =>
    expect(readCsv(`a;b;c;d\n="0483";"=""0012""";'-x;=1+1\n'87;"'=x";="a"b";'\n`).rows).toEqual([
      ['0483', '0012', '-x', '=1+1'],
      ["'87", '=x', '="a"b"', "'"],
    ]))

  test('titles above the header are passed over', () => {
    const table = readCsv(
      'Utbetalningar\nUttaget 2019-05-02;av;ekonomi\n\nHushåll;Månad;Belopp;Konto\nH1;2019-04;100;4511\n',
    )
    expect([table.headerRow, table.columns, table.rows.length]).toEqual([4, ['Hushåll', 'Månad', 'Belopp', 'Konto'], 1])
  })

  test('more titles and notes than rows of the table do not hide its header', () => {
    const title = 'Antal hushåll;;;\nÅr 2019;;;\nPreliminärt;;;\n\n'
    const table = readCsv(`${title}Region;Jan;Feb;Mars\nRiket;8;9;7\nAle;6;X;--\n\nX: hemligt\n-- saknas\nKälla: S\n`)
    expect([table.headerRow, table.rows.length]).toEqual([5, 2])
    expect(table.title).toBe('Antal hushåll\nÅr 2019\nPreliminärt')
  })

  test('a cross table with an empty corner has years for a header, with their groups', () => {
    const table = readCsv('Folkmängd\n\n;;män;;kvinnor;\n;;2017;2018;2017;2018\nFlen;0 år;1;2;3;4\n;1 år;5;6;7;8\n')
    expect([table.headerRow, table.rows.length]).toEqual([4, 2])
    expect(table.columns.slice(1)).toEqual(['Kolumn 2', 'män: 2017', 'män: 2018', 'kvinnor: 2017', 'kvinnor: 2018'])
  })

  test('a column may be called x among others, but a row of marks is data', () => {
    expect(readCsv('id,type,start,x\n1,a,1990,7\n').columns[3]).toBe('x')
    expect(readCsv('Ale;X;--\nFlen;X;..\n').headerRow).toBe(0)
  })

  test('groups above the header tell columns of one name apart', () => {
    const table = readCsv(';Kvinnor;;Män;\nKommun;Antal;Andel;Antal;Andel\nFlen;1;2;3;4\n')
    expect(table.columns).toEqual(['Kommun', 'Kvinnor: Antal', 'Kvinnor: Andel', 'Män: Antal', 'Män: Andel'])
    expect(table.headerRow).toBe(2)
  })

  test('columns of one name without groups are numbered, and said', () => {
    const table = readCsv('Nr;Belopp;Belopp;\n1;2;3;x\n')
    expect(table.columns).toEqual(['Nr', 'Belopp', 'Belopp (2)', 'Kolumn 4'])
    expect(table.warnings).toEqual(['Rubriken ”Belopp” finns mer än en gång.'])
  })

  test('empty columns at the end, and a header repeated further down, are no data', () => {
    const table = readCsv('Nr;Belopp;;\n1;2;;\nNr;Belopp;;\n3;4;;\n')
    expect([table.columns, table.rows]).toEqual([
      ['Nr', 'Belopp'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ])
    expect(table.warnings).toEqual(['Rad 3 upprepar rubriken och lästes inte som data.'])
  })

  test('a short row is filled out and a long one keeps its cells, so that it can be refused', () => {
    const table = readCsv('Nr;Namn;Belopp\n1;Ek\n2;Al;3;4\n5;Bok;6\n')
    expect(table.rows).toEqual([
      ['1', 'Ek', ''],
      ['2', 'Al', '3', '4'],
      ['5', 'Bok', '6'],
    ])
    expect(table.warnings).toEqual(['Rad 3 har fler celler än rubrikens 3.'])
  })

  test('without a header the columns are numbered, and said', () => {
    const table = readCsv('2019\t04\t0483\n2019\t05\t0483\n')
    expect([table.headerRow, table.columns, table.rows.length]).toEqual([0, ['Kolumn 1', 'Kolumn 2', 'Kolumn 3'], 2])
    expect(table.warnings).toHaveLength(1)
  })

  test('a header alone is a table without rows', () =>
    expect(readCsv('Nr;Antal')).toMatchObject({ columns: ['Nr', 'Antal'], rows: [], warnings: [] }))

  test('a person may point at the header', () => {
    const table = readCsv('a;b\nc;d\n1;2\n', { headerRow: 2 })
    expect([table.columns, table.rows]).toEqual([['c', 'd'], [['1', '2']]])
  })

  test('the first line sep=; is an order to Excel and not a row', () =>
    expect(readCsv('sep=,\na,b\n1,2\n')).toMatchObject({ delimiter: ',', headerRow: 2, rows: [['1', '2']] }))

  test('marks for missing values stay as they stand', () =>
    expect(readCsv('Kommun;jan;feb\nPiteå;X;--\nAle;..;12\n').rows).toEqual([
      ['Piteå', 'X', '--'],
      ['Ale', '..', '12'],
    ]))

  test('line ends of old Macintoshes are seen', () => expect(readCsv('a;b\r1;2\r3;4').rows).toHaveLength(2))
})

test('months as a spreadsheet keeps them may head columns, but two days in a row of words are data', () => {
  const wide = readCsv('Kommun;2019-01-01;2019-02-01;2019-03-01\nAle;1;2;3\n')
  expect([wide.headerRow, wide.columns[1], wide.rows.length]).toEqual([1, '2019-01-01', 1])
  expect(readCsv('Ek;2019-01-01;2019-02-01\nAl;2019-01-01;2019-03-01\n').headerRow).toBe(0)
})

describe('a workbook', () => {
  const read = (bytes: Uint8Array) => readTable(bytes, 'budget.xlsx')

  test('titles, numbers, dates and numbers as text', () => {
    const table = read(
      buildWorkbook({
        rows: [
          ['Budget 2019'],
          [],
          ['Konto', 'Benämning', 'Datum', 'Belopp'],
          ['4511', 'Bistånd & hyra', { date: 43585 }, 0.1 + 0.2],
          [4512, 'El', { date: 43585.5 }, '1 234,5'],
        ],
        merges: ['A1:D1'],
      }),
    )
    expect(table).toMatchObject({ encoding: 'xlsx', delimiter: null, headerRow: 3, rowNumbers: [4, 5] })
    expect(table.rows).toEqual([
      ['4511', 'Bistånd & hyra', '2019-04-30', '0.3'],
      ['4512', 'El', '2019-04-30 12:00', '1 234,5'],
    ])
  })

  test('headers merged over two rows, and labels merged downwards', () => {
    const table = read(
      buildWorkbook({
        rows: [
          ['Enhet', 'Utfall', null, 'Budget', null],
          [null, 'jan', 'feb', 'jan', 'feb'],
          ['Vuxen', 1, 2, 3, 4],
          [null, 5, 6, 7, 8],
        ],
        merges: ['A1:A2', 'B1:C1', 'D1:E1', 'A3:A4'],
      }),
    )
    expect(table.columns).toEqual(['Enhet', 'Utfall: jan', 'Utfall: feb', 'Budget: jan', 'Budget: feb'])
    expect(table.rows.map((row) => row[0])).toEqual(['Vuxen', 'Vuxen'])
  })

  test('what the sheet says of its own size is not believed, and prefixes are read', () => {
    const rows = [
      ['Nr', 'Antal'],
      ['a', 1],
      ['b', 2],
    ]
    expect(read(buildWorkbook({ rows, dimension: 'A1' })).rows).toHaveLength(2)
    expect(read(buildWorkbook({ rows, prefix: 'x:' })).rows).toHaveLength(2)
  })

  test('days counted from 1904, inline text, truth, errors and large numbers', () => {
    const cells = [
      { date: 42123 },
      { xml: ' t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is>' },
      { xml: ' t="b"><v>1</v>' },
      { xml: ' t="e"><v>#N/A</v>' },
      { xml: '><v>1.98505E+11</v>' },
    ]
    const table = read(buildWorkbook({ rows: [['a', 'b', 'c', 'd', 'e'], cells], from1904: true }))
    expect(table.rows).toEqual([['2019-04-30', 'inline', 'SANT', '#N/A', '198505000000']])
  })

  test('a table away from the corner has no margin', () =>
    expect(
      read(
        buildWorkbook({
          rows: [
            [null, null, 'Nr', 'Antal'],
            [null, null, 'a', 1],
          ],
        }),
      ).columns,
    ).toEqual(['Nr', 'Antal']))

  test('page breaks below the data are no rows', () => {
    const parts = workbookParts({
      rows: [
        ['Nr', 'Antal'],
        ['a', 1],
      ],
    })
    const name = 'xl/worksheets/sheet1.xml'
    parts[name] = parts[name]!.replace('</worksheet>', '<rowBreaks count="1"><brk id="1"/></rowBreaks></worksheet>')
    expect(read(zipSync(bytesOf(parts))).rows).toEqual([['a', '1']])
  })

  test('sheets that were not read are named', () => {
    const parts = workbookParts({
      rows: [
        ['Nr', 'Antal'],
        ['a', 1],
      ],
    })
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(
      '</sheets>',
      '<sheet name="Ålder" r:id="rId1"/></sheets>',
    )
    expect(read(zipSync(bytesOf(parts))).warnings).toEqual(['Bara bladet ”Blad1” lästes. Boken har även ”Ålder”.'])
  })
})

test('a web page saved as a table is read, cells over several columns and rows repeated', () => {
  const page =
    '<html><table><tr><td rowspan=2>Region</td><td colspan="2">2017</td></tr><tr><td>Januari</td><td>Februari</td></tr>' +
    '<tr><td>&Aring;re</td><td>1&nbsp;234</td><td>X</td></tr></table></html>'
  const table = readTable(Buffer.from(page), 'resultat.xls')
  expect(table).toMatchObject({
    headerRow: 2,
    columns: ['Region', 'Januari', 'Februari'],
    rows: [['Åre', '1\u00a0234', 'X']],
  })
})

function problemOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem
    throw error
  }
  return 'none'
}

describe('hostile files are refused with a reason', () => {
  const sheet = (xml: string) =>
    zipSync({ ...bytesOf(workbookParts({ rows: [] })), 'xl/worksheets/sheet1.xml': strToU8(xml) })
  const workbook = buildWorkbook({
    rows: [
      ['Nr', 'Antal'],
      ['a', 1],
    ],
  })
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'empty'],
    ['blank rows', Buffer.from('\n\n  \n'), 'empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), 'wrong-format'],
    ['the old Excel format', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'wrong-format'],
    ['JSON', Buffer.from('\uFEFF[{"Id":701}]'), 'wrong-format'],
    ['rich text', Buffer.from('{\\rtf1 x}'), 'wrong-format'],
    ['an OpenDocument sheet', zipSync({ 'content.xml': strToU8('<a/>') }), 'wrong-format'],
    ['binary junk', Buffer.from([1, 0, 7, 200, 0, 3, 0, 9]), 'not-text'],
    ['a million columns', Buffer.from(`${'a;'.repeat(499_000)}\n`), 'too-many-columns'],
    ['a line without end', Buffer.alloc(3_000_000, 'a'), 'line-too-long'],
    ['a quote without end', Buffer.from(`a;b\n1;"${'x\n'.repeat(600_000)}`), 'line-too-long'],
    ['a quote without end in a short file', Buffer.from('a;b\n1;"x\n'), 'truncated'],
    ['a table cut short inside a row', Buffer.from('Nr;Namn;Belopp\n1;Ek;100\n2;Al'), 'truncated'],
    ['a workbook cut short', workbook.subarray(0, workbook.length - 40), 'truncated'],
    ['a sheet cut short', sheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'), 'truncated'],
    [
      'a cell in column XFD',
      sheet('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'),
      'too-many-columns',
    ],
    ['a bomb', sheet(`<worksheet>${' '.repeat(20_000_000)}</worksheet>`), 'too-large'],
    ['a text document', zipSync({ 'word/document.xml': strToU8('<w:document/>') }), 'wrong-format'],
    ['a web page without a table', Buffer.from('<!DOCTYPE HTML><html><h1>Not Found</h1></html>'), 'wrong-format'],
  ])('%s', (_, bytes, problem) => expect(problemOf(() => readTable(bytes, 'fil'))).toBe(problem))

  test('a bomb that lies about its size', () => {
    const bomb = Buffer.from(sheet(`<worksheet>${' '.repeat(5_000_000)}</worksheet>`))
    const entry = bomb.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    bomb.writeUInt32LE(1000, entry + 24)
    expect(problemOf(() => readTable(bomb, 'fil'))).toBe('damaged')
  })
})

const folder = join(import.meta.dirname, '../../../../shared/data/municipal')
const given = existsSync(folder)
if (!given) process.stdout.write('Skips the published municipal files: ../shared/data/municipal is not there.\n')

describe.skipIf(!given)('the published municipal files', () => {
  const read = (file: string) => readTable(readFileSync(join(folder, file)), file)
  const months = ['Januari', 'Februari', 'Mars', 'April', 'Maj', 'Juni', 'Juli', 'Augusti']

  test('the web page and the CSV of the same table say the same', () => {
    const csv = read('socialstyrelsen_ekb_2017_cp1252_semikolon.csv')
    const html = read('socialstyrelsen_ekb_2017_resultat.html')
    expect(csv.columns).toEqual(['Region', 'Inrikes- eller utrikesfödda hushåll', ...months])
    expect(html.columns).toEqual(csv.columns)
    const spaced = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replace(/\s/g, ' ')))
    expect(spaced(html.rows)).toEqual(spaced(csv.rows))
    const cells = csv.rows.flat()
    expect([cells.filter((cell) => cell === 'X').length, cells.filter((cell) => cell === '--').length]).toEqual([
      211, 171,
    ])
    const counts = csv.rows
      .flatMap((row) => row.slice(2))
      .map(parseNumber)
      .filter((count) => count !== null)
    expect(Math.min(...counts)).toBe(5)
  })

  test('every vintage from Dalarna has ten years of months', () => {
    const vintages = readdirSync(folder).filter((file) => file.startsWith('socialstyrelsen_dalarna'))
    expect(vintages).toHaveLength(6)
    for (const file of vintages) {
      const { columns, headerRow, rows } = read(file)
      expect(columns).toEqual(['År', 'Månad', 'Antal hushåll', 'Utbetalt ekonomiskt bistånd tkr'])
      expect([headerRow, rows.length, rows[0]?.[0], rows[119]?.[1]]).toEqual([2, 120, '2014', 'December'])
    }
  })

  test('a workbook that says it is one cell is read whole', () => {
    const table = read('varsel_manad_dalarna.xlsx')
    expect([table.columns.length, table.rows.length, table.rows[0]?.slice(0, 3)]).toEqual([
      9,
      385,
      ['1992-01', 'Dalarna', '490'],
    ])
  })

  test('preamble, groups, notes, byte order mark, decimal comma and empty last column', () => {
    const table = read('skolverket_slutbetyg_2017_18.csv')
    expect([table.encoding, table.delimiter, table.headerRow, table.columns.length]).toEqual(['utf-8', ';', 7, 19])
    expect(table.rows[0]?.slice(0, 7)).toEqual(['Ale', '1440', 'Västra Götalands län', '14', 'Samtliga', '389', '78,1'])
    expect(table.rows.every((row) => row.length === 19 && /^\d{4}$/.test(row[1] ?? ''))).toBe(true)
  })

  test('Latin-1 and tabs', () =>
    expect(read('scb_FM5001AC_latin1_tab.csv')).toMatchObject({
      encoding: 'iso-8859-1',
      delimiter: '\t',
      rows: { length: 2 },
    }))

  test('quoted commas', () => {
    expect(read('kolada_kpi_ekonomiskt_bistand.csv').rows).toHaveLength(211)
    expect(read('kolada_liknande_kommuner_ek_bistand_2023.csv').rows).toHaveLength(2030)
  })

  test('the old Excel format is refused', () =>
    expect(problemOf(() => read('scb_pr0101_2018.xls'))).toBe('wrong-format'))
})
