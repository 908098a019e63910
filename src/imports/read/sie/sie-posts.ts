import type { Day } from '../../../values/day.ts'
import { IdentityNumber } from '../../../values/identity-number.ts'
import type { SieField, SieLine } from './lex-sie.ts'
import {
  amountField,
  BadField,
  dayField,
  monthField,
  notAnAmount,
  objectsOf,
  requiredText,
  textAt,
  yearNumber,
} from './sie-fields.ts'
import type {
  SieBalance,
  SieFile,
  SieObjectBalance,
  SieObjectReference,
  SiePeriodAmount,
  SieTransaction,
  SieVoucher,
} from './sie-file.ts'

export type SieContent = Omit<SieFile, 'encoding' | 'warnings' | 'sieType'> & { sieType: string; format: string }

export type PostReader = {
  content: SieContent
  /** Takes one line; throws `BadField`. Unknown labels and extra fields are passed over, as the format demands. */
  take: (line: SieLine, warn: (text: string) => void) => void
  /** Whether a voucher has been opened and not closed. */
  isInVoucher: () => boolean
}

/** Collects the posts of a file, one after the other. */
export function createPostReader(): PostReader {
  const content = emptyContent()
  const accounts = new Map<string, SieFile['accounts'][number]>()
  let voucher: SieVoucher | null = null
  let isOpen = false
  let added: SieTransaction | null = null

  const posts: Record<string, (fields: SieField[], warn: (text: string) => void) => void> = {
    FLAGGA: (fields) => void (content.flagga = textAt(fields, 0) === '1' ? 1 : 0),
    FORMAT: (fields) => void (content.format = textAt(fields, 0)),
    SIETYP: (fields) => void (content.sieType = textAt(fields, 0) || '1'),
    PROGRAM: (fields) => void (content.company.program = textAt(fields, 0) || null),
    GEN: (fields) => void (content.company.generatedOn = dayField(textAt(fields, 0), 'datum')),
    FNAMN: (fields) => void (content.company.name = textAt(fields, 0) || null),
    ORGNR: (fields) => void (content.company.organisationNumber = organisationNumber(textAt(fields, 0))),
    RAR: (fields) => void content.years.push(yearOf(fields)),
    KONTO: (fields) => {
      const account = requiredText(fields, 0, 'konto')
      const entry = { account, name: textAt(fields, 1), type: null }
      accounts.set(account, entry)
      content.accounts.push(entry)
    },
    KTYP: (fields) => {
      const account = accounts.get(textAt(fields, 0))
      const type = /^[TSKI]$/i.exec(textAt(fields, 1))?.[0].toUpperCase()
      if (account && type) account.type = type as 'T' | 'S' | 'K' | 'I'
    },
    DIM: (fields) => void content.dimensions.push(dimensionOf(fields, null)),
    UNDERDIM: (fields) => void content.dimensions.push(dimensionOf(fields, textAt(fields, 2) || null)),
    OBJEKT: (fields) =>
      void content.objects.push({
        dimension: requiredText(fields, 0, 'dimension'),
        object: requiredText(fields, 1, 'objekt'),
        name: textAt(fields, 2),
      }),
    IB: (fields, warn) => void content.openingBalances.push(balanceOf(fields, warn)),
    UB: (fields, warn) => void content.closingBalances.push(balanceOf(fields, warn)),
    RES: (fields, warn) => void content.results.push(balanceOf(fields, warn)),
    OIB: (fields, warn) => void content.objectOpeningBalances.push(objectBalanceOf(fields, warn)),
    OUB: (fields, warn) => void content.objectClosingBalances.push(objectBalanceOf(fields, warn)),
    PSALDO: (fields, warn) => void content.periodBalances.push(periodAmountOf(fields, warn)),
    PBUDGET: (fields, warn) => void content.periodBudgets.push(periodAmountOf(fields, warn)),
    VER: (fields) => {
      voucher = voucherOf(fields)
      content.vouchers.push(voucher)
    },
    TRANS: (fields, warn) => {
      const row = transactionOf(fields, warn)
      if (added && !isSame(added, row)) countAdded(warn)
      added = null
      addRow(row)
    },
    RTRANS: (fields, warn) => {
      if (added) countAdded(warn)
      added = transactionOf(fields, warn)
      if (voucher) voucher.addedRows++
    },
    BTRANS: () => void (voucher && voucher.removedRows++),
  }

  /** An added row is followed by itself as an ordinary one; when it is not, it is counted rather than lost. */
  function countAdded(warn: (text: string) => void): void {
    warn('en tillagd rad (#RTRANS) följs inte av samma rad som #TRANS. Den räknades ändå.')
    if (added) addRow(added)
    added = null
  }

  function addRow(row: SieTransaction): void {
    if (!voucher) throw new BadField('#TRANS', '', 'en rad inne i ett verifikat')
    voucher.rows.push(row)
    voucher.differenceOre += row.amountOre
  }

  function take(line: SieLine, warn: (text: string) => void): void {
    if (line.kind === '{') isOpen = voucher !== null
    if (line.kind === '}' && added) countAdded(warn)
    if (line.kind === '}') isOpen = false
    if (line.kind === '}') voucher = null
    if (line.kind === 'post') posts[line.label]?.(line.fields, warn)
  }

  return { content, take, isInVoucher: () => isOpen }
}

const emptyContent = (): SieContent => ({
  flagga: null,
  sieType: '1',
  format: '',
  company: { name: null, organisationNumber: null, program: null, generatedOn: null },
  years: [],
  accounts: [],
  dimensions: [],
  objects: [],
  openingBalances: [],
  closingBalances: [],
  objectOpeningBalances: [],
  objectClosingBalances: [],
  results: [],
  periodBalances: [],
  periodBudgets: [],
  vouchers: [],
})

/** A sole trader's organisation number is a person's identity number, and is not kept. */
const organisationNumber = (text: string): string | null => (text === '' || IdentityNumber.parse(text) ? null : text)

const yearOf = (fields: SieField[]): SieFile['years'][number] => ({
  year: yearNumber(fields),
  from: dayField(textAt(fields, 1), 'start'),
  to: dayField(textAt(fields, 2), 'slut'),
})

const dimensionOf = (fields: SieField[], parent: string | null): SieFile['dimensions'][number] => ({
  dimension: requiredText(fields, 0, 'dimension'),
  name: textAt(fields, 1),
  parent,
})

const balanceOf = (fields: SieField[], warn: (text: string) => void): SieBalance => ({
  year: yearNumber(fields),
  account: requiredText(fields, 1, 'konto'),
  amountOre: amountAt(fields, 2, warn),
})

function objectBalanceOf(fields: SieField[], warn: (text: string) => void): SieObjectBalance {
  const { objects, next } = objectsAt(fields, 2)
  return { ...balanceOf([fields[0] ?? '', fields[1] ?? '', fields[next] ?? ''], warn), objects }
}

function periodAmountOf(fields: SieField[], warn: (text: string) => void): SiePeriodAmount {
  const { objects, next } = objectsAt(fields, 3)
  return {
    year: yearNumber(fields),
    month: monthField(textAt(fields, 1)),
    account: requiredText(fields, 2, 'konto'),
    objects,
    amountOre: amountAt(fields, next, warn),
  }
}

const voucherOf = (fields: SieField[]): SieVoucher => ({
  series: textAt(fields, 0),
  number: textAt(fields, 1),
  date: dayField(textAt(fields, 2), 'verifikationsdatum'),
  rows: [],
  addedRows: 0,
  removedRows: 0,
  differenceOre: 0,
})

function transactionOf(fields: SieField[], warn: (text: string) => void): SieTransaction {
  const { objects, next } = objectsAt(fields, 1)
  return {
    account: requiredText(fields, 0, 'konto'),
    objects,
    amountOre: amountAt(fields, next, warn),
    date: optionalDay(textAt(fields, next + 1), warn),
  }
}

/** A row keeps its amount when its own day, which is optional, cannot be read: the voucher has one. */
function optionalDay(text: string, warn: (text: string) => void): Day | null {
  if (text === '') return null
  try {
    return dayField(text, 'transaktionsdatum')
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    warn('transaktionsdatum är inte ett datum, ÅÅÅÅMMDD. Verifikatets datum gäller.')
    return null
  }
}

/** Programs of old leave the list out when it is empty. */
function objectsAt(fields: SieField[], index: number): { objects: SieObjectReference[]; next: number } {
  const list = fields[index]
  return Array.isArray(list) ? { objects: objectsOf(list), next: index + 1 } : { objects: [], next: index }
}

function amountAt(fields: SieField[], index: number, warn: (text: string) => void): number {
  const text = textAt(fields, index)
  if (/^-?\d{1,3}$/.test(text) && isCutAtThousands(fields.slice(index))) throw notAnAmount(text)
  const { amountOre, isOdd } = amountField(text)
  if (isOdd) warn(`beloppet ${text} är inte skrivet som SIE kräver. Det lästes som ${amountOre / 100}.`)
  return amountOre
}

/** `1 000.00` without quotes is two fields, of which the first looks like an amount. */
const isCutAtThousands = (fields: SieField[]): boolean => /^-?\d{1,3}( \d{3})+[.,]\d{2}( |$)/.test(fields.join(' '))

const isSame = (one: SieTransaction, other: SieTransaction): boolean =>
  one.account === other.account && one.amountOre === other.amountOre
