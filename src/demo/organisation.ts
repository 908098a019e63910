import type { MonthIndex } from '../values/month.ts'
import type { Home } from './compositions.ts'

/**
 * Rows for the organisation file: code, name, parent, first month, last month (included; empty while it lasts).
 * The job unit belongs to another committee: secrecy runs between the two.
 */
export const unitRows: string[][] = [
  ['SOC', 'Socialförvaltningen', '', '2000-01', ''],
  // The department of public authority was split on 1 May 2019.
  ['MYN', 'Myndighet', 'SOC', '2000-01', '2019-04'],
  ['MYB', 'Myndighet barn och unga', 'SOC', '2019-05', ''],
  ['MYV', 'Myndighet vuxna och försörjning', 'SOC', '2019-05', ''],
  ['BOU', 'Barn och unga', 'MYN', '2000-01', '2019-04'],
  ['BOU', 'Barn och unga', 'MYB', '2019-05', ''],
  ...['Ekonomiskt bistånd mottagning', 'Ekonomiskt bistånd planering 1', 'Ekonomiskt bistånd planering 2'].flatMap(
    (name, position) => [
      [unitCode(position), name, 'MYN', '2000-01', '2019-04'],
      [unitCode(position), name, 'MYV', '2019-05', ''],
    ],
  ),
  ['VIA', 'Viadidakt', '', '2000-01', ''],
  ['JOBT', 'Jobbtorg', 'VIA', '2000-01', ''],
  ['JOBR', 'Jobbtorg Resurs', 'VIA', '2000-01', ''],
  ['KONS', 'Arbetskonsulenter', 'VIA', '2000-01', ''],
]

/** The intake unit first, then the two for planning. */
function unitCode(position: number): string {
  return ['EBM', 'EBP1', 'EBP2'][position]!
}

export type Responsibility = { from: MonthIndex; unit: string; caseworker: string }

/** Names of the staff of each unit, as the case system writes them. */
export const caseworkers = [
  ['Sofia Berg', 'Lina Ek', 'Maja Holm', 'Tove Sand', 'Jonas Dal', 'Sara Lind'],
  ['Klara Strand', 'Nora Fors', 'Alva Hall', 'Ebba Frisk', 'Hugo Kvist', 'Tilda Rask', 'Axel Björk', 'Moa Granat'],
  ['Stina Ljung', 'Vera Modig', 'Elsa Rot', 'Liv Torn', 'Sixten Ask', 'Tuva Sten', 'Ida Vik'],
]

/**
 * Who is responsible for a household from which month. Intake keeps the short ones; from the fifth month
 * a caseworker for planning takes over. One in sixteen changes planning unit later.
 */
export function responsibilities(home: Home): Responsibility[] {
  const inUnit = (position: number, from: MonthIndex): Responsibility => {
    const staff = caseworkers[position]!
    return { from, unit: unitCode(position), caseworker: staff[Math.floor(home.number / 2) % staff.length]! }
  }
  const last = home.months.at(-1) ?? home.since
  const transfer = home.since + 4
  if (last < transfer) return [inUnit(0, home.since)]
  const planning = 1 + (home.number % 2)
  const moved = transfer + 6 + (home.number % 7)
  const moves = home.number % 16 === 0 && last >= moved
  return [inUnit(0, home.since), inUnit(planning, transfer), ...(moves ? [inUnit(3 - planning, moved)] : [])]
}
