import type { Participations } from '../../src/calculations/money-columns.ts'
import type { HouseholdMonths, Panel, PersonMonths } from '../../src/calculations/panel.ts'
import type { Demo } from '../../src/demo/demo.ts'
import { obstacleGroup, obstacleOf } from '../../src/parameters/code-lists/obstacles.ts'
import { parseKronor } from '../../src/values/money.ts'
import { month, monthIndex, parseMonth, type MonthIndex } from '../../src/values/month.ts'

/** What the register would give for a demo's files, as far as savings need it: for studies over many seeds. */
export function demoColumns(demo: Demo): { panel: Panel; participations: Participations } {
  const payments = rowsOf(demo, 'utbetalningar.csv').flatMap(({ Hushållsnr, Belopp, ...row }) => {
    const [at, ore] = [indexOf(row['Avser månad']!), parseKronor(Belopp!)]
    return at === null || ore === null || !Hushållsnr ? [] : [{ household: Number(Hushållsnr), at, ore }]
  })
  const householdIds = Float64Array.from(new Set(payments.map(({ household }) => household))).sort()
  const position = new Map(Array.from(householdIds, (id, at) => [id, at]))
  const net = new Map<number, number>()
  for (const { household, at, ore } of payments) {
    const key = position.get(household)! * keyStep + at
    net.set(key, (net.get(key) ?? 0) + ore)
  }
  const keys = Float64Array.from(net.keys()).sort()
  const homes = membersOf(demo, position)
  const { obstacles, codeOf } = obstaclesOf(demo, position)
  const months = householdColumns(keys, net, homes)
  const panel: Panel = {
    firstMonth: months.month.reduce((least, at) => Math.min(least, at)),
    untilMonth: months.month.reduce((greatest, at) => Math.max(greatest, at)) + 1,
    householdIds,
    personCount: householdIds.length,
    units: [],
    obstacles,
    householdMonths: months,
    personMonths: applicantColumns(keys, codeOf),
    decisions: { length: 0, outcome: new Uint8Array(0), ...noEvents() },
    applications: { length: 0, kind: new Uint8Array(0), ...noEvents() },
  }
  return { panel, participations: participationsOf(demo, position) }
}

type Row = Record<string, string>

/** Room for every month index, so that household and month sort as one number. */
const keyStep = 100_000

const latin = ['hushall.csv', 'utbetalningar.csv']

function rowsOf({ files }: Demo, fileName: string): Row[] {
  const { bytes } = files.find((each) => each.fileName === fileName)!
  const text = new TextDecoder(latin.includes(fileName) ? 'windows-1252' : 'utf-8').decode(bytes)
  const [header, ...lines] = text.trimEnd().split('\r\n')
  const delimiter = header!.includes('\t') ? '\t' : ';'
  const names = header!.split(delimiter)
  return lines.map((line) => {
    const cells = line.split(delimiter)
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

const indexOf = (text: string): MonthIndex | null => (parseMonth(text) ? monthIndex(month(text)) : null)

type Member = { role: string; birth: MonthIndex; from: MonthIndex; until: MonthIndex }

function membersOf(demo: Demo, position: ReadonlyMap<number, number>): Map<number, Member[]> {
  const homes = new Map<number, Member[]>()
  for (const { Hushållsnr, Personnummer, Roll, ...row } of rowsOf(demo, 'hushall.csv')) {
    const [home, from] = [position.get(Number(Hushållsnr)), indexOf(row['Från månad']!)]
    if (home === undefined || from === null) continue
    const birth = Number(Personnummer!.slice(0, 4)) * 12 + Number(Personnummer!.slice(4, 6)) - 1
    const last = indexOf(row['Till månad']!)
    const member = { role: Roll!, birth, from, until: last === null ? Infinity : last + 1 }
    homes.set(home, [...(homes.get(home) ?? []), member])
  }
  return homes
}

function householdColumns(keys: Float64Array, net: Map<number, number>, homes: Map<number, Member[]>): HouseholdMonths {
  const rows = Array.from(keys, (key) => {
    const [household, at] = [Math.floor(key / keyStep), key % keyStep]
    const present = (homes.get(household) ?? []).filter(({ from, until }) => from <= at && at < until)
    const children = present.filter(({ role, birth }) => role === 'Barn' && at - birth < 18 * 12).length
    const adults = present.filter(({ role }) => role !== 'Barn').length
    const applicant = present.find(({ role }) => role === 'Registerledare')
    const age = applicant ? Math.floor((at - applicant.birth) / 12) : -1
    const householdType = (adults > 1 ? 7 : 3) + (children > 0 ? 1 : 0)
    return { household, at, ore: net.get(key)!, children, adults, age, householdType }
  })
  return {
    length: rows.length,
    household: Int32Array.from(rows, (row) => row.household),
    month: Int32Array.from(rows, (row) => row.at),
    amountOre: Float64Array.from(rows, (row) => row.ore),
    children: Uint8Array.from(rows, (row) => row.children),
    adults: Uint8Array.from(rows, (row) => row.adults),
    womenAdults: new Uint8Array(rows.length),
    menAdults: new Uint8Array(rows.length),
    age: Int16Array.from(rows, (row) => row.age),
    householdType: Uint8Array.from(rows, (row) => row.householdType),
    unit: new Int16Array(rows.length).fill(-1),
  }
}

/** The applicant's obstacle by household and month. The file's first row of a household and month is the applicant's. */
function obstaclesOf(demo: Demo, position: ReadonlyMap<number, number>) {
  const found = new Map<number, string>()
  for (const { Hushållsnr, Månad, Försörjningshinder, ...row } of rowsOf(demo, 'forsorjningshinder.csv')) {
    const [home, at, code] = [position.get(Number(Hushållsnr)), indexOf(Månad!), obstacleOf(Försörjningshinder!)]
    if (home === undefined || at === null || code === null) continue
    const [key, local] = [home * keyStep + at, row['Lokal kod']]
    if (!found.has(key)) found.set(key, local ? `${code}/${local}` : code)
  }
  const codes = [...new Set(found.values())].sort()
  const obstacles = codes.map((code) => ({ code, label: code, group: obstacleGroup(code.split('/')[0]!) }))
  return { obstacles, codeOf: (key: number) => codes.indexOf(found.get(key) ?? '') }
}

function applicantColumns(keys: Float64Array, codeOf: (key: number) => number): PersonMonths {
  return {
    length: keys.length,
    person: Int32Array.from(keys, (key) => Math.floor(key / keyStep)),
    month: Int32Array.from(keys, (key) => key % keyStep),
    householdMonth: Int32Array.from(keys.keys()),
    role: new Uint8Array(keys.length),
    gender: new Uint8Array(keys.length),
    age: new Int16Array(keys.length).fill(-1),
    obstacle: Int16Array.from(keys, codeOf),
  }
}

const noEvents = () => ({
  household: new Int32Array(0),
  month: new Int32Array(0),
  womenAdults: new Uint8Array(0),
  menAdults: new Uint8Array(0),
  children: new Uint8Array(0),
  age: new Int16Array(0),
  householdType: new Uint8Array(0),
  unit: new Int16Array(0),
})

function participationsOf(demo: Demo, position: ReadonlyMap<number, number>): Participations {
  const rows = rowsOf(demo, 'insatser.csv').flatMap(({ Hushållsnr, Insats, Startdatum, Slutdatum }) => {
    const home = position.get(Number(Hushållsnr))
    const start = indexOf(Startdatum!.slice(0, 7))
    if (home === undefined || start === null) return []
    const last = indexOf(Slutdatum!.slice(0, 7))
    return [{ home, intervention: Insats!, start, until: last === null ? -1 : last + 1 }]
  })
  rows.sort((a, b) => a.home - b.home || a.start - b.start)
  const interventions = [...new Set(rows.map(({ intervention }) => intervention))].sort()
  return {
    length: rows.length,
    household: Int32Array.from(rows, (row) => row.home),
    intervention: Int16Array.from(rows, (row) => interventions.indexOf(row.intervention)),
    interventions,
    start: Int32Array.from(rows, (row) => row.start),
    until: Int32Array.from(rows, (row) => row.until),
  }
}
