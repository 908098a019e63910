import type { MonthIndex } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import { apportion } from './apportion.ts'
import { type Plan, yearOf } from './plan.ts'
import type { Random } from './random.ts'

/** A row of the committee's operating statement. */
type StatementRow = 'revenue' | 'assistance' | 'placements' | 'staff' | 'consultants' | 'other'

export type Account = {
  number: string
  name: string
  row: StatementRow
  share: number
  costCentre: string
  activity: string
}

/** One month's booking of one statement row; debit positive, credit negative. */
export type Booking = { at: MonthIndex; row: StatementRow; lines: { account: Account; amountOre: Ore }[] }

/** In the manner of Kommun-Bas: 3 revenue, 45 grants to individuals, 46 bought services, 5 staff, 6–7 other. */
export const accounts: readonly Account[] = [
  account('3011', 'Försäljning av tjänster', 'revenue', 8, '7100', '510'),
  account('3141', 'Avgifter', 'revenue', 6, '7130', '571'),
  account('3511', 'Bidrag från Migrationsverket', 'revenue', 56, '7120', '600'),
  account('3521', 'Bidrag från Socialstyrelsen', 'revenue', 30, '7100', '510'),
  account('4511', 'Försörjningsstöd', 'assistance', 92, '7110', '575'),
  account('4512', 'Ekonomiskt bistånd i övrigt', 'assistance', 8, '7110', '575'),
  account('4611', 'Placering familjehem, konsulentstödda', 'placements', 40, '7120', '557'),
  account('4621', 'Placering institution, barn och unga', 'placements', 38, '7120', '554'),
  account('4631', 'Placering institution, vuxna', 'placements', 22, '7130', '552'),
  account('5011', 'Månadslöner', 'staff', 56, '7100', '510'),
  account('5021', 'Timlöner', 'staff', 4, '7100', '510'),
  account('5221', 'Arvoden familjehem', 'staff', 18, '7120', '557'),
  account('5612', 'Lagstadgade sociala avgifter', 'staff', 22, '7100', '510'),
  account('7431', 'Konsulttjänster, utredning', 'consultants', 1, '7100', '510'),
  account('6011', 'Lokalhyror', 'other', 45, '7100', '510'),
  account('6411', 'Förbrukningsmaterial', 'other', 15, '7100', '510'),
  account('6811', 'Telefoni och data', 'other', 15, '7100', '510'),
  account('7111', 'Resor och transporter', 'other', 10, '7100', '510'),
  account('7531', 'Licenser', 'other', 15, '7100', '510'),
]

export const costCentres: Record<string, string> = {
  '7100': 'Förvaltningsledning',
  '7110': 'Ekonomiskt bistånd',
  '7120': 'Barn och unga',
  '7130': 'Vuxna',
}

export const activities: Record<string, string> = {
  '510': 'Gemensam verksamhet',
  '552': 'Institutionsvård vuxna',
  '554': 'Institutionsvård barn och unga',
  '557': 'Familjehemsvård barn och unga',
  '571': 'Övrig vuxenvård',
  '575': 'Ekonomiskt bistånd',
  '600': 'Flyktingmottagande',
}

/**
 * What is booked, month by month. January–April 2019 is the published statement of 30 April 2019 to the krona,
 * with its cumulative deficits; otherwise assistance is what was paid for the month (kronor), and the rest is ours.
 */
export function bookingsOf(plan: Plan, paidFor: ReadonlyMap<MonthIndex, number>, random: Random): Booking[] {
  const months = Array.from({ length: plan.until - plan.first }, (_, offset) => plan.first + offset)
  return months.flatMap((at) =>
    rows.map((row) => {
      const published = published2019[row][at - 2019 * 12]
      if (published !== undefined) return booking(at, row, published * plan.scale)
      if (row === 'assistance') return booking(at, row, (paidFor.get(at) ?? 0) / 1000)
      return booking(at, row, ordinary[row] * priceLevel(yearOf(at)) * (0.97 + 0.06 * random.next()) * plan.scale)
    }),
  )
}

/** The year's budget, twelve equal months: four of those of 2019 are the published period budget. */
export const budgetOf = (year: number, scale: number): Booking[] =>
  Array.from({ length: 12 }, (_, offset) => year * 12 + offset).flatMap((at) =>
    rows.map((row) => booking(at, row, (monthlyBudget2019[row] * scale * priceLevel(year)) / priceLevel(2019))),
  )

/** Investments by their names, tkr a month: four months are the published period budget. Nothing is booked on their accounts. */
export const investments = [
  { account: '1251', label: 'Digitalisering/utveckling datorprogram', monthly: 133 / 4 },
  { account: '1231', label: 'Möbler och inventarier ny våning', monthly: 158 / 4 },
  { account: '1233', label: 'Arbetsmiljöinvesteringar', monthly: 400 / 4 },
]

const rows = ['revenue', 'assistance', 'placements', 'staff', 'consultants', 'other'] as const

/** Tkr, January–April. The months are ours, within what the report says of them: cumulative deficits 8 000 and 12 048 tkr. */
const published2019: Record<StatementRow, number[]> = {
  revenue: [2582.25, 2582.25, 3449.25, 3276.25],
  assistance: [5300, 5200, 5691, 4712],
  placements: [5854, 5900, 6300, 6000],
  staff: [7435, 7436, 7436, 7436],
  consultants: [1000, 1003, 1052, 952],
  other: [2069, 2069, 2069, 2069],
}

const monthlyBudget2019: Record<StatementRow, number> = {
  revenue: 9558 / 4,
  assistance: 16653 / 4,
  placements: 12805 / 4,
  staff: 31811 / 4,
  consultants: 0,
  other: 8492 / 4,
}

/** Tkr in a month of 2018. */
const ordinary: Record<StatementRow, number> = {
  revenue: 3100,
  assistance: 0,
  placements: 5700,
  staff: 7400,
  consultants: 650,
  other: 2040,
}

const priceLevel = (year: number): number => 1.02 ** (year - 2018)

function booking(at: MonthIndex, row: StatementRow, thousands: number): Booking {
  const own = accounts.filter((each) => each.row === row)
  const sign = row === 'revenue' ? -1 : 1
  const parts = apportion(
    Math.round(thousands * 100_000),
    own.map(({ share }) => share),
  )
  return { at, row, lines: own.map((each, position) => ({ account: each, amountOre: sign * parts[position]! || 0 })) }
}

function account(
  number: string,
  name: string,
  row: StatementRow,
  share: number,
  costCentre: string,
  activity: string,
): Account {
  return { number, name, row, share, costCentre, activity }
}
