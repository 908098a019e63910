import { createIdentitySeries } from '../../src/demo/identity-series.ts'

const series = createIdentitySeries()

/** Numbers of the official test series: births in January 1991 and the months after it, none twice. */
export const women = Array.from({ length: 12 }, (_, at) => series(1991 * 12 + at, 'woman'))
export const men = Array.from({ length: 12 }, (_, at) => series(1992 * 12 + at, 'man'))
export const children = Array.from({ length: 12 }, (_, at) => series(2012 * 12 + at, 'woman'))

const table = (header: string, rows: readonly string[]): string => [header, ...rows, ''].join('\r\n')

/** `U1;H1;2019-01;2019-01-25;5000,00;Försörjningsstöd` */
export const payments = (...rows: string[]): string =>
  table('Utbetalningsnr;Hushållsnr;Avser månad;Utbetalningsdatum;Belopp;Ändamål', rows)

/** `H1;199101012386;Anna Ek;Registerledare;2019-01;;NORD;Sara Lind;Hyresrätt;Nej` */
export const households = (...rows: string[]): string =>
  table(
    'Hushållsnr;Personnummer;Namn;Roll;Från månad;Till månad;Enhet;Handläggare;Boendesituation;Skyddade uppgifter',
    rows,
  )

/** One adult in each household. */
export const adult = (
  household: string,
  number: string,
  { name = `Namn ${household}`, unit = 'NORD', caseworker = 'Sara Lind', protection = '', until = '' } = {},
): string => `${household};${number};${name};Registerledare;2018-01;${until};${unit};${caseworker};;${protection}`

/** Six households, so that no figure is withheld, with 1 000 kronor each for January 2019. */
export const sixHouseholds: string[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6']
export const sixAdults = (): string => households(...sixHouseholds.map((key, at) => adult(key, women[at]!)))
export const sixPayments = (changed: Partial<Record<string, string>> = {}): string =>
  payments(
    ...sixHouseholds.map((key) => `U-${key};${key};2019-01;2019-01-25;${changed[key] ?? '1000,00'};Försörjningsstöd`),
  )

/** A ledger of SIE type 4 with one voucher a month: account → kronor for each month from January. */
export function sie(year: number, accounts: Record<string, number[]>): string {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0).toFixed(2)
  const months = Math.max(...Object.values(accounts).map((amounts) => amounts.length))
  const vouchers = Array.from({ length: months }, (_, at) => {
    const lines = Object.entries(accounts).filter(([, amounts]) => amounts[at] !== undefined)
    const total = lines.reduce((all, [, amounts]) => all + amounts[at]!, 0)
    return [
      `#VER A ${at + 1} ${year}${String(at + 1).padStart(2, '0')}28 ""`,
      '{',
      ...lines.map(([account, amounts]) => `#TRANS ${account} {} ${amounts[at]!.toFixed(2)}`),
      `#TRANS 1930 {} ${(-total).toFixed(2)}`,
      '}',
    ].join('\r\n')
  })
  return [
    '#FLAGGA 0',
    '#PROGRAM "Test" 1',
    '#FORMAT PC8',
    '#SIETYP 4',
    '#FNAMN "Kommunen"',
    `#RAR 0 ${year}0101 ${year}1231`,
    ...Object.keys(accounts).map((account) => `#KONTO ${account} "Konto ${account}"`),
    '#KONTO 1930 "Bank"',
    '#IB 0 1930 0.00',
    `#UB 0 1930 -${sum(Object.values(accounts).flat())}`,
    ...Object.entries(accounts).map(([account, amounts]) => `#RES 0 ${account} ${sum(amounts)}`),
    ...vouchers,
    '',
  ].join('\r\n')
}
