import { isAscii } from 'node:buffer'
import { decodeText, type Encoding } from './decode-text.ts'
import { looksLikeHtml } from './html-table.ts'
import { limits } from './limits.ts'
import { packedFormat } from './refuse-format.ts'
import { createCheckSum } from './sie/check-sum.ts'
import { lexSieLine, type SieLine } from './sie/lex-sie.ts'
import { accountsThatDisagree } from './sie/monthly-amounts.ts'
import { BadField } from './sie/sie-fields.ts'
import type { SieFile } from './sie/sie-file.ts'
import { createPostReader, type SieContent } from './sie/sie-posts.ts'
import { sniffLineEnd } from './sniff-delimiter.ts'
import { UnreadableFile } from './unreadable-file.ts'

/**
 * Reads a SIE file of type 1–4 (the Swedish exchange format for ledgers, edition 4B/4C).
 *
 * A post whose fields cannot be read is left out and named in the warnings with its row. A voucher whose rows do not sum
 * to zero is kept and named.
 * Throws `UnreadableFile` for what is not SIE 1–4, SIE 5 included; for a file cut short (a check sum or a voucher that is
 * opened and not closed); and for a check sum that does not hold: then the file is not what the ledger wrote.
 */
export function readSie(bytes: Uint8Array, encoding?: Encoding): SieFile {
  if (bytes.length > limits.wholeFile) throw tooLarge()
  if (packedFormat(bytes)) throw notSie('en packad fil')
  const decoded = decodeText(bytes, encoding, 'cp437')
  const text = decoded.text.replace(endOfFileMark, '')
  refuseOtherText(text)
  const reader = createPostReader()
  const remarks = createRemarks(decoded.warnings)
  takeLines(text, reader, remarks)
  if (reader.isInVoucher()) throw truncated('Den slutar inne i ett verifikat.')
  const { sieType: type, format, ...content } = reader.content
  const used = isAscii(bytes) && !encoding ? 'cp437' : decoded.encoding
  if (format.toUpperCase() === 'PC8' && used !== 'cp437')
    remarks.add(`Filen anger teckenkoden PC8 (cp437) men lästes som ${used}.`)
  remarkYears(content, remarks)
  remarkVouchers(content, remarks)
  const file = { ...content, sieType: sieTypeOf(type), encoding: used, warnings: [] }
  remarkResults(accountsThatDisagree(file), remarks)
  return { ...file, warnings: remarks.texts() }
}

/** What DOS programs end a text file with. */
const endOfFileMark = /\x1A\s*$/

type Remarks = { add: (text: string) => void; texts: () => string[] }

function takeLines(text: string, reader: ReturnType<typeof createPostReader>, remarks: Remarks): void {
  const sum = createSumGuard()
  let row = 0
  let bad: number | null = null
  const lineEnd = sniffLineEnd(text)
  for (const line of linesOf(text, lineEnd)) {
    row++
    const post = lexSieLine(line)
    if (!post) continue
    sum.take(post, row)
    if (post.kind === 'other') remarks.add(`Rad ${row} är ingen SIE-post och lästes inte.`)
    try {
      reader.take(post, (remark) => remarks.add(`Rad ${row}: ${remark}`))
    } catch (error) {
      if (!(error instanceof BadField)) throw error
      bad = row
      const label = post.kind === 'post' ? `#${post.label}` : ''
      remarks.add(`Rad ${row}, ${label}: fältet ${error.column} ska vara ${error.expected}. Raden lästes inte.`)
    }
  }
  sum.end()
  if (bad === row && !text.endsWith(lineEnd)) throw truncated('Den slutar mitt i en rad.')
}

function* linesOf(text: string, lineEnd: '\n' | '\r'): Generator<string> {
  for (let start = text.startsWith('\uFEFF') ? 1 : 0, row = 1; start < text.length; row++) {
    const found = text.indexOf(lineEnd, start)
    const end = found < 0 ? text.length : found
    if (end - start > limits.rowCharacters) throw lineTooLong(row)
    yield text.slice(start, end)
    start = end + 1
  }
}

/** The first `#KSUMMA` opens the guarded part, the second closes it with the sum. */
function createSumGuard(): { take: (line: SieLine, row: number) => void; end: () => void } {
  let sum: ReturnType<typeof createCheckSum> | null = null

  function take(line: SieLine, row: number): void {
    if (line.kind !== 'post' || line.label !== 'KSUMMA') return sum?.add(line)
    if (!sum) return void (sum = createCheckSum())
    const found = String(line.fields[0] ?? '')
    if (Number(found) >>> 0 !== sum.value()) throw wrongCheckSum(row, found, String(sum.value()))
    sum = null
  }

  return {
    take,
    end: () => {
      if (sum) throw truncated('Kontrollsumman som ska avsluta den saknas.')
    },
  }
}

function refuseOtherText(text: string): void {
  const start = text.slice(0, 20_000)
  if (/<\?xml|<Sie(Entry)?[\s>]/.test(start.slice(0, 500)) && /sie\.se\/sie5|<Sie(Entry)?[\s>]/i.test(start))
    throw sie5()
  if (looksLikeHtml(text)) throw notSie('en sparad webbsida')
  if (!/^\uFEFF?\s*#[A-Za-z]/.test(start) || !/^\s*#(FLAGGA|SIETYP|PROGRAM|RAR|FNAMN|VER)\b/im.test(start))
    throw notSie('en annan textfil')
}

function sieTypeOf(text: string): SieFile['sieType'] {
  const type = ([1, 2, 3, 4] as const).find((each) => text.trim().startsWith(String(each)))
  if (!type) throw notSie(`SIE av typ ${text.slice(0, 20)}`)
  return type
}

/** Amounts point to a year by its number, so two years of one number cannot be told apart. */
function remarkYears({ years, periodBalances, periodBudgets }: SieContentOfYears, remarks: Remarks): void {
  const known = new Map<number, SieFile['years'][number]>()
  for (const each of years) {
    const first = known.get(each.year) ?? known.set(each.year, each).get(each.year)!
    if (first.from !== each.from || first.to !== each.to)
      remarks.add(`Räkenskapsår ${each.year} anges två gånger: från ${first.from} och från ${each.from}.`)
  }
  const outside = [...periodBalances, ...periodBudgets].filter(({ year, month }) => {
    const { from, to } = known.get(year) ?? {}
    return from !== undefined && to !== undefined && (month < from.slice(0, 7) || month > to.slice(0, 7))
  })
  if (outside.length > 0)
    remarks.add(`${outside.length} månadsbelopp ligger utanför sitt räkenskapsår, det första i ${outside[0]!.month}.`)
}

type SieContentOfYears = Pick<SieContent, 'years' | 'periodBalances' | 'periodBudgets'>

function remarkVouchers(content: Pick<SieContent, 'vouchers'>, remarks: Remarks): void {
  for (const { series, number, date, differenceOre } of content.vouchers) {
    if (differenceOre === 0) continue
    remarks.add(
      `Verifikat ${series} ${number} (${date}) balanserar inte: raderna summerar till ${(differenceOre / 100).toFixed(2)}.`,
    )
  }
}

function remarkResults(accounts: string[], remarks: Remarks): void {
  if (accounts.length === 0) return
  const named = accounts.slice(0, 10).join(', ') + (accounts.length > 10 ? ' med flera' : '')
  remarks.add(`Årets månader summerar inte till årets resultat (#RES) på ${accounts.length} konton: ${named}.`)
}

/** A file of nothing but faults must not fill the memory with remarks about them. */
function createRemarks(first: string[]): Remarks {
  const kept = [...first]
  let count = kept.length
  return {
    add: (text) => void (++count <= 1000 && kept.push(text)),
    texts: () => (count > kept.length ? [...kept, `Och ${count - kept.length} anmärkningar till.`] : kept),
  }
}

const sie5 = (): UnreadableFile =>
  new UnreadableFile(
    'wrong-format',
    'Filen är SIE 5 (XML). Utfall läser SIE 1–4: välj SIE 4 när filen exporteras ur ekonomisystemet.',
    {
      found: 'SIE 5',
      expected: 'SIE 1–4',
    },
  )

const notSie = (found: string): UnreadableFile =>
  new UnreadableFile('wrong-format', `Filen är ${found} och inte SIE 1–4. Exportera den på nytt ur ekonomisystemet.`, {
    found,
    expected: 'SIE 1–4, som börjar med #FLAGGA',
  })

const truncated = (how: string): UnreadableFile =>
  new UnreadableFile('truncated', `SIE-filen är avklippt. ${how} Exportera den på nytt ur ekonomisystemet.`)

const wrongCheckSum = (row: number, found: string, expected: string): UnreadableFile =>
  new UnreadableFile(
    'wrong-check-sum',
    'SIE-filens kontrollsumma stämmer inte: filen har ändrats eller skadats sedan den exporterades. Exportera den på nytt.',
    { row, column: '#KSUMMA', found, expected },
  )

const lineTooLong = (row: number): UnreadableFile =>
  new UnreadableFile('line-too-long', `Rad ${row} är längre än en miljon tecken. Filen är skadad.`, { row })

const tooLarge = (): UnreadableFile =>
  new UnreadableFile('too-large', 'SIE-filen är större än 100 MB. Exportera ett räkenskapsår i taget.', {
    expected: `högst ${limits.wholeFile} byte`,
  })
