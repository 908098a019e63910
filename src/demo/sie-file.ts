import { daysIn } from '../values/day.ts'
import type { MonthIndex } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import { accounts, activities, type Booking, costCentres } from './ledger.ts'
import { yearOf } from './plan.ts'

const bank = '1941'

/** A ledger of one year as SIE 4E in CP437: balances and one balanced voucher for each month and statement row. */
export function sieFile(year: number, bookings: readonly Booking[]): Uint8Array {
  const lines = [...heading(year, bookings), ...chart(), ...balances(bookings), ...bookings.flatMap(voucher)]
  return cp437(lines.map((line) => `${line}\r\n`).join(''))
}

function heading(year: number, bookings: readonly Booking[]): string[] {
  return [
    '#FLAGGA 0',
    '#PROGRAM "Utfall demo" 1',
    '#FORMAT PC8',
    `#GEN ${date(bookings.at(-1)!.at)}`,
    '#SIETYP 4',
    '#FNAMN "Demokommunen, socialnämnden"',
    `#RAR 0 ${year}0101 ${year}1231`,
    '#VALUTA SEK',
  ]
}

function chart(): string[] {
  const typeOf = (number: string) => (number.startsWith('3') ? 'I' : 'K')
  const objects = (dimension: number, names: Record<string, string>) =>
    Object.entries(names).map(([code, name]) => `#OBJEKT ${dimension} "${code}" "${name}"`)
  return [
    `#KONTO ${bank} "Bank"`,
    `#KTYP ${bank} T`,
    ...accounts.flatMap(({ number, name }) => [`#KONTO ${number} "${name}"`, `#KTYP ${number} ${typeOf(number)}`]),
    '#DIM 1 "Ansvar"',
    '#DIM 20 "Verksamhet"',
    ...objects(1, costCentres),
    ...objects(20, activities),
  ]
}

function balances(bookings: readonly Booking[]): string[] {
  const sums = new Map<string, Ore>()
  for (const { account, amountOre } of bookings.flatMap(({ lines }) => lines)) {
    sums.set(account.number, (sums.get(account.number) ?? 0) + amountOre)
  }
  const result = [...sums.values()].reduce((all, sum) => all + sum, 0)
  return [
    `#IB 0 ${bank} 0.00`,
    `#UB 0 ${bank} ${amount(-result)}`,
    ...[...sums].sort().map(([number, sum]) => `#RES 0 ${number} ${amount(sum)}`),
  ]
}

const voucherText: Record<Booking['row'], string> = {
  revenue: 'Intäkter',
  assistance: 'Ekonomiskt bistånd',
  placements: 'Placeringar',
  staff: 'Löner och arvoden',
  consultants: 'Utredningskonsulter',
  other: 'Övriga kostnader',
}

function voucher({ at, row, lines }: Booking, position: number): string[] {
  const sum = lines.reduce((all, { amountOre }) => all + amountOre, 0)
  return [
    `#VER A ${position + 1} ${date(at)} "${voucherText[row]}"`,
    '{',
    ...lines.map(
      ({ account: { number, costCentre, activity }, amountOre }) =>
        `#TRANS ${number} {1 "${costCentre}" 20 "${activity}"} ${amount(amountOre)}`,
    ),
    `#TRANS ${bank} {} ${amount(-sum)}`,
    '}',
  ]
}

/** The last day of the month, as SIE writes it. */
function date(at: MonthIndex): string {
  const year = yearOf(at)
  const month = (at % 12) + 1
  return `${year}${String(month).padStart(2, '0')}${daysIn(year, month)}`
}

const amount = (ore: Ore): string => (ore / 100 || 0).toFixed(2)

const codes: Record<string, number> = { å: 0x86, ä: 0x84, ö: 0x94, Å: 0x8f, Ä: 0x8e, Ö: 0x99, é: 0x82, ü: 0x81 }

const cp437 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => codes[character] ?? character.charCodeAt(0))
