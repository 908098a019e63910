import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { unzipSync } from 'fflate'
import { writeDemo } from '../src/demo/demo.ts'
import { compiledProgram, type Run } from './support/compiled-program.ts'
import { adult, households, payments, sie, women } from './support/small-extracts.ts'
import { testDatabase } from './support/test-database.ts'

const utfall = compiledProgram()
const dir = mkdtempSync(join(tmpdir(), 'utfall-cli-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const { config } = await testDatabase()
const keyFile = join(dir, 'keys.json')
process.env['UTFALL_KEY_FILE'] = keyFile
writeFileSync(
  keyFile,
  JSON.stringify({
    encryption: Buffer.alloc(32, 1).toString('base64'),
    lookup: Buffer.alloc(32, 2).toString('base64'),
    databasePassword: inject('testRun').rolePassword,
  }),
)

/** The database of this file of tests, as an address. */
const database = (): string => {
  const { host = '', port, user = '', password = '', database: name } = config
  const secret = typeof password === 'string' && password !== '' ? `:${encodeURIComponent(password)}` : ''
  return host.startsWith('/')
    ? `postgresql://${user}${secret}@/${name}?host=${encodeURIComponent(host)}&port=${port}`
    : `postgresql://${user}${secret}@${host}:${port}/${name}`
}
const at = ['--database', database(), '--municipality', '0483']

const path = (name: string) => join(dir, name)
function written(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content)
  return path(name)
}

/** The one JSON document on standard output: anything beside it would not parse. */
const document = ({ stdout }: Run) => JSON.parse(stdout) as Record<string, unknown>
const demoDir = path('demo')
const isCorrections = (name: unknown) => String(name).endsWith('_rattade.csv')
const demoFiles = () => readdirSync(demoDir).map((name) => join(demoDir, name))

describe('utfall demo', () => {
  test('writes the same files as the library for a seed, apart from the truth', async () => {
    const run = await utfall('demo', '--out', demoDir, '--seed', '3', '--households', '40', '--months', '16', '--json')
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('filer skrivna') })
    const demo = writeDemo({ seed: 3, households: 40, months: 16 })
    expect(document(run)).toEqual({
      files: demo.files.map(({ fileName, bytes }) => ({ file: join(demoDir, fileName), bytes: bytes.length })),
      expectedRejections: demo.expectedRejections,
    })
    for (const { fileName, bytes } of demo.files) {
      expect(readFileSync(join(demoDir, fileName)).equals(Buffer.from(bytes))).toBe(true)
    }
    expect(readdirSync(`${demoDir}-truth`)).toEqual(['sanning.json'])
  })
})

describe('utfall check-statement', () => {
  test('tells what does not agree in a printed table, and ends with 2', async () => {
    const file = written('tabell.txt', 'Rad;Utfall;Budget;Avvikelse\nPersonal;−29 743;−31 811;+2 086\n')
    const run = await utfall('check-statement', file)
    expect(run).toMatchObject({ code: 2, stdout: expect.stringContaining('rad 2 Personal: Fel.') })
    expect(document(await utfall('check-statement', file, '--json'))).toMatchObject({
      findings: [{ kind: 'variance', printed: 2086, expected: 2068 }],
    })
  })
  test('says so when there is no table', async () => {
    const run = await utfall('check-statement', written('text.txt', 'Ingen tabell'))
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('tabell') })
  })
})

describe('utfall check-text', () => {
  test('tells what does not add up in a text, and ends with 2', async () => {
    const file = written('rapport.md', '# Plan\n\nAv de 79 personerna fick 29 arbete (47 %).\n')
    const run = await utfall('check-text', file)
    expect(run).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('rad 3: Går inte ihop. Andelen är angiven till 47 %'),
    })
    expect(document(await utfall('check-text', file, '--json'))).toMatchObject({
      files: [{ numbers: 3, findings: [{ kind: 'share', severity: 'error', line: 3 }] }],
    })
  })
  test('says nothing of a text that adds up, and ends well', async () =>
    expect(await utfall('check-text', written('ratt.txt', 'Av de 80 personerna fick 20 arbete (25 %).'))).toMatchObject(
      {
        code: 0,
        stdout: expect.stringContaining('inga fel hittades'),
      },
    ))
})

describe('utfall import', { timeout: 60_000 }, () => {
  test('prints what became of each file, with the bad rows named, and messages on standard error', async () => {
    const run = await utfall('import', ...demoFiles(), ...at, '--json')
    expect(run.code).toBe(0)
    expect(run.stderr).toContain('utbetalningar.csv')
    const { files } = document(run) as { files: Record<string, unknown>[] }
    expect(files.map(({ file }) => file)).toEqual(readdirSync(demoDir))
    for (const file of files) {
      expect(Object.keys(file)).toEqual(
        expect.arrayContaining([
          'file',
          'kind',
          'encoding',
          'delimiter',
          'rows',
          'accepted',
          'rejected',
          'unchanged',
          'superseded',
        ]),
      )
      // The file of corrections replaces six payments of the file before it.
      expect(file).toMatchObject({ superseded: isCorrections(file.file) ? 6 : 0, unchanged: 0 })
    }
    const named = files.flatMap(({ file, rejected }) =>
      (rejected as Record<string, unknown>[]).map((each) => ({ fileName: file, ...each })),
    )
    const { expectedRejections } = writeDemo({ seed: 3, households: 40, months: 16 })
    expect(named).toHaveLength(expectedRejections.length)
    for (const { fileName, row, column, problem } of expectedRejections) {
      expect(named).toContainEqual({ fileName, row, column, problem, found: expect.any(String) })
    }
  })

  test('repeated, changes nothing', async () => {
    // What was corrected and its correction would each replace the other.
    const paths = demoFiles().filter((path) => !isCorrections(path) && !path.endsWith('utbetalningar.csv'))
    const run = await utfall('import', ...paths, ...at, '--json')
    const { files } = document(run) as { files: { accepted: number; superseded: number; unchanged: number }[] }
    expect(files.map(({ accepted, superseded }) => accepted + superseded)).toEqual(files.map(() => 0))
    expect(files.every(({ unchanged }) => unchanged > 0)).toBe(true)
  })

  test('tries without writing', async () => {
    const file = written('utbetalningar.csv', payments('X1;H1;2019-01;2019-01-25;100,00;'))
    const trial = () => utfall('import', file, ...at, '--dry-run', '--json')
    for (const run of [await trial(), await trial()]) {
      expect(document(run)).toMatchObject({ files: [{ accepted: 1, unchanged: 0 }] })
    }
  })

  test('has exit code 2 when a file is refused, and says which and why; the others are read', async () => {
    const other = written(
      'annan.csv',
      `Kommun;${payments('X2;H1;2019-01;2019-01-25;100,00;').replace('\r\nX2', '\r\n0486;X2')}`,
    )
    const unknown = written('okand.csv', 'färg;form\r\nröd;rund\r\n')
    const good = written('hushall.csv', households(adult('H1', women[0]!)))
    const run = await utfall('import', other, unknown, good, path('saknas.csv'), ...at, '--json').catch(String)
    expect(run).toMatchObject({ code: 2 })
    const some = await utfall('import', other, unknown, good, ...at, '--json')
    expect(some.code).toBe(2)
    const { files } = document(some) as { files: Record<string, unknown>[] }
    expect(files).toEqual([
      {
        file: 'annan.csv',
        refused: { kind: 'other-municipality', text: expect.any(String), row: 2, found: expect.any(String) },
      },
      { file: 'okand.csv', refused: { kind: 'not-recognised', text: expect.any(String), found: 'färg, form' } },
      expect.objectContaining({ file: 'hushall.csv', accepted: 1 }),
    ])
    expect(some.stderr).toContain('annan.csv: läses inte in.')
  })
})

describe('utfall figures', () => {
  test('prints every indicator in the order and with the keys that are promised', async () => {
    const run = await utfall('figures', ...at, '--from', '2019-01', '--to', '2019-04', '--split', 'gender', '--json')
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const figures = document(run)
    expect(Object.keys(figures).slice(0, 5)).toEqual(['municipality', 'from', 'to', 'knownAt', 'indicators'])
    expect(figures).toMatchObject({ municipality: '0483', from: '2019-01', to: '2019-04', knownAt: null })
    const indicators = figures['indicators'] as Record<string, unknown>[]
    for (const each of indicators) {
      expect(Object.keys(each)).toEqual(
        expect.arrayContaining(['id', 'name', 'unit', 'value', 'numerator', 'denominator', 'definitionVersion']),
      )
      if (each['value'] === null && each['withheld'] === undefined) expect(each['id']).toMatch(/forecast/)
    }
    expect(indicators.find(({ id }) => id === 'households-per-month')!['value']).toBeGreaterThan(30)
    expect(indicators.find(({ id }) => id === 'households-per-month')!['splits']).toEqual(expect.any(Array))
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length)
  })

  test('can be asked for as known on a day before anything was', async () => {
    const run = await utfall(
      'figures',
      ...at,
      '--from',
      '2019-01',
      '--to',
      '2019-04',
      '--known-at',
      '2019-01-01',
      '--json',
    )
    const { knownAt, indicators } = document(run) as { knownAt: string; indicators: { id: string; value: unknown }[] }
    expect(knownAt).toBe('2019-01-01T23:59:59.999Z')
    expect(indicators.find(({ id }) => id === 'households')!.value).toBeFalsy()
  })

  test('refuses with exit code 2, nothing on standard output and the reason on standard error', async () => {
    const refused = [
      ['--from', '2019-13', '--to', '2019-04'],
      ['--from', '2019-05', '--to', '2019-04'],
      ['--from', '2019-01'],
      ['--from', '2019-01', '--to', '2019-04', '--known-at', 'igår'],
    ]
    const runs = await Promise.all(refused.map((args) => utfall('figures', ...at, ...args, '--json')))
    for (const run of runs) {
      expect(run).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(/\S/) })
      expect(run.stderr).not.toMatch(/\n\s+at /)
    }
  })
})

describe('utfall report', { timeout: 60_000 }, () => {
  const report = (file: string, template = 'follow-up', period = '2019-T1') =>
    utfall('report', template, ...at, '--period', period, '--out', path(file))

  const looksRight: Record<string, (bytes: Buffer) => boolean> = {
    docx: (bytes) => 'word/document.xml' in unzipSync(bytes),
    xlsx: (bytes) => 'xl/workbook.xml' in unzipSync(bytes),
    pdf: (bytes) => bytes.subarray(0, 5).toString() === '%PDF-',
    html: (bytes) => bytes.toString().includes('Katrineholm'),
    json: (bytes) => typeof JSON.parse(bytes.toString()) === 'object',
  }

  test('writes each format, and nothing on standard output', async () => {
    const formats = Object.keys(looksRight)
    const runs = await Promise.all(formats.map((format) => report(`rapport.${format}`)))
    for (const [at, format] of formats.entries()) {
      const told = expect.stringContaining(`rapport.${format}`)
      expect(runs[at]).toEqual({ code: 0, stdout: '', stderr: told })
      expect([format, looksRight[format]!(readFileSync(path(`rapport.${format}`)))]).toEqual([format, true])
    }
  })

  test('writes a template’s report of the months and in the format that it is asked for', async () => {
    const asked = ['--from', '2019-01', '--to', '2019-04', '--format', 'json', '--output', path('tertial.txt')]
    const run = await utfall('report', 'tertial', ...at, ...asked)
    expect(run).toEqual({ code: 0, stdout: '', stderr: expect.stringContaining('tertial.txt') })
    const { title, period } = JSON.parse(readFileSync(path('tertial.txt'), 'utf8'))
    expect([title, period]).toEqual(['Tertialrapport', { from: '2019-01', to: '2019-04' }])
  })

  test('says what is missing when neither a period nor a file is named', async () => {
    const [noPeriod, noFile] = await Promise.all([
      utfall('report', 'tertial', ...at, '--out', path('x.pdf')),
      utfall('report', 'tertial', ...at, '--period', '2019-T1'),
    ])
    expect([noPeriod, noFile]).toMatchObject([
      { code: 2, stderr: expect.stringContaining('--period') },
      { code: 2, stderr: expect.stringContaining('--out') },
    ])
  })

  test('refuses a format, a report and a period that there is not', async () => {
    const runs = await Promise.all([
      report('rapport.odt'),
      report('rapport.pdf', 'nothing'),
      report('rapport.pdf', 'follow-up', 'i våras'),
    ])
    for (const [at, told] of ['rapport.odt', 'nothing', 'i våras'].entries()) {
      expect(runs[at]).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(told) })
    }
  })
})

describe('utfall read', () => {
  test('sie: the keys that are promised, money in öre', async () => {
    const run = await utfall('read', 'sie', written('huvudbok.se', sie(2019, { '4511': [1234.56, 100] })), '--json')
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const promised = ['flagga', 'sieType', 'company', 'years', 'accounts', 'dimensions', 'objects', 'openingBalances']
    const more = ['closingBalances', 'results', 'periodBalances', 'periodBudgets', 'vouchers', 'encoding', 'warnings']
    expect(Object.keys(document(run))).toEqual(expect.arrayContaining([...promised, ...more]))
    expect(run.stdout).toContain('123456')
    expect(document(run)).toMatchObject({ sieType: 4, warnings: [] })
  })

  test('table: the keys that are promised', async () => {
    const file = written('tabell.csv', payments('U1;H1;2019-01;2019-01-25;1 000,00;', 'Totalt;;;;1 000,00;'))
    const run = await utfall('read', 'table', file, '--json')
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const table = document(run)
    expect(Object.keys(table)).toEqual([
      'encoding',
      'delimiter',
      'headerRow',
      'columns',
      'rows',
      'totalRow',
      'warnings',
    ])
    expect(table).toMatchObject({
      delimiter: ';',
      headerRow: 1,
      rows: [['U1', 'H1', '2019-01', '2019-01-25', '1 000,00', '']],
    })
  })

  test('identity-number: the keys that are promised, and never the number', async () => {
    const run = await utfall('read', 'identity-number', women[0]!, '--json')
    expect(document(run)).toEqual({
      kind: 'personnummer',
      valid: true,
      birthDate: `1991-01-${women[0]!.slice(6, 8)}`,
      gender: 'woman',
      isTestNumber: true,
    })
    expect(run.stdout + run.stderr).not.toContain(women[0]!.slice(2))
    const wrong = await utfall('read', 'identity-number', '19910101-0000', '--json')
    expect(document(wrong)).toMatchObject({ valid: false })
    expect(wrong.stdout + wrong.stderr).not.toContain('0000')
  })

  test.each([
    ['sie', 'sie5.se', '<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5"></Sie>'],
    ['sie', 'sida.se', '<!DOCTYPE html><html><body>Logga in</body></html>'],
    ['table', 'bild.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ])('%s: %s is refused with its reason, as JSON too, and exit code 2', async (reader, name, content) => {
    const run = await utfall('read', reader, written(name, content), '--json')
    expect(run.code).toBe(2)
    expect(document(run)).toEqual({
      refused: expect.objectContaining({ kind: expect.any(String), message: expect.any(String) }),
    })
    expect(run.stderr).toMatch(/\S/)
  })

  test('a file that is not there has exit code 2', async () => {
    expect(await utfall('read', 'table', path('saknas.csv'), '--json')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('saknas.csv'),
    })
  })
})

describe('utfall verify-audit', () => {
  test('finds the log whole, and the entry where it is not', async () => {
    const whole = await utfall('verify-audit', ...at, '--json')
    expect([whole.code, document(whole)]).toEqual([0, { whole: true, firstBrokenEntry: null }])
    const owner = new pg.Client(config)
    await owner.connect()
    await owner.query(`update audit_entry set detail = '{}' where entry_no = 2`)
    await owner.end()
    const broken = await utfall('verify-audit', ...at, '--json')
    expect([broken.code, document(broken)]).toEqual([2, { whole: false, firstBrokenEntry: 2 }])
  })
})

describe('utfall calculate', () => {
  const columns = ['--household', 'h', '--month', 'm', '--amount', 'a']

  test.each([
    ['no calculation', [], 'bad-option', 'Välj ett av kommandona.'],
    ['an unknown one', ['gissa'], 'bad-option', 'Kommandot gissa finns inte. Visa vad som finns med --help.'],
    ['an option that is missing', ['spells'], 'bad-option', '--file <fil> saknas.'],
    ['an option without a value', ['spells', '--file'], 'bad-option', '--file <fil> saknar sitt värde.'],
    ['a folder', ['spells', '--file', dir, ...columns], 'missing-file', expect.stringContaining('mapp')],
    [
      'no file',
      ['spells', '--file', path('saknas.csv'), ...columns],
      'missing-file',
      expect.stringContaining('saknas'),
    ],
    ['what is no text', ['spells', '--file', path('bild.csv'), ...columns], 'not-text', expect.stringMatching(/\S/)],
    [
      'a word for an amount',
      ['spells', '--file', path('ord.csv'), ...columns],
      'not-a-number',
      expect.stringMatching(/\S/),
    ],
  ])('%s is refused as one JSON document of a kind and a message', async (_, words, kind, message) => {
    written('bild.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
    written('ord.csv', 'h,m,a\n1,1,ett\n')
    const run = await utfall('calculate', ...words)
    expect(run.code).toBe(2)
    expect(document(run)).toEqual({ refused: { kind, message } })
    expect(run.stderr).toMatch(/\S/)
    expect(run.stderr).not.toMatch(/\n\s+at /)
  })
})
