import { type Month, month, type MonthIndex, monthFromIndex, monthIndex } from '../values/month.ts'
import {
  type BadRow,
  badDecisionRows,
  badHouseholdRows,
  badObstacleRows,
  badPaymentRows,
  type ExpectedRejection,
  withBadRows,
} from './bad-rows.ts'
import { budgetFile } from './budget-file.ts'
import {
  applicationRows,
  type Circumstances,
  circumstancesOf,
  decisionRows,
  householdRows,
  interventionRows,
  obstacleRows,
  paymentRows,
  withTotal,
} from './case-rows.ts'
import { caseworkOf } from './casework/casework.ts'
import type { HouseholdStory } from './casework/story.ts'
import { compose, type Home } from './compositions.ts'
import { applicationsOf, pendingApplications } from './decisions.ts'
import { trueEffects } from './interventions.ts'
import { bookingsOf } from './ledger.ts'
import { assignObstacles, type ObstacleMonth } from './obstacles.ts'
import { unitRows } from './organisation.ts'
import { payManyTimes, withOddPayments } from './odd-payments.ts'
import { type Amounts, calculateAmounts, expectedKronor, paymentsOf } from './payments.ts'
import { type Plan, yearOf } from './plan.ts'
import { createRandom } from './random.ts'
import { officialFile, populationFile, type PublishedMonth } from './published-files.ts'
import { addRejections } from './rejections.ts'
import { koladaFile } from './kolada-file.ts'
import { sieFile } from './sie-file.ts'
import { simulateSpells } from './spells.ts'
import { staffRows } from './staff.ts'
import { type TextFormat, textFile } from './text-file.ts'
import { type TrueSaving, trueSavings } from './true-savings.ts'
import { volumeRows } from './volumes.ts'

export type DemoOptions = {
  /** The same seed gives the same bytes. */
  seed?: number
  /** Households with assistance an average month; all counts and amounts follow in proportion. */
  households?: number
  /** Number of months, ending with `lastMonth`. */
  months?: number
  lastMonth?: Month
}

export type DemoFile = { fileName: string; bytes: Uint8Array }

export type Demo = {
  files: DemoFile[]
  /** What Kolada and SCB could have answered, made up: `utfall fetch-kolada --from-file` reads them. */
  published: DemoFile[]
  /** What Socialstyrelsen could have published of the municipality, made up: imported as official statistics. */
  official: DemoFile
  /** What the interventions truly do; to be kept apart from the files. */
  truth: {
    seed: number
    from: Month
    to: Month
    description: string
    effects: ReturnType<typeof trueEffects>
    savings: TrueSaving[]
  }
  /** The rows that are wrong on purpose. All others are to be accepted. */
  expectedRejections: ExpectedRejection[]
  /** What was recorded of the work with the households: no file has it. Made when it is asked for. */
  casework: () => HouseholdStory[]
}

/**
 * The demo municipality as the files that its case system and finance system would export.
 *
 * Synthetic, with Katrineholm's published figures of 2018 and January–April 2019 at the usual size:
 * households, persons, children and the four groups of obstacles exactly (in whole numbers, in proportion, at other sizes),
 * amounts to the krona. A yearly total is met only when the months hold the whole year.
 * Throws on fewer than one household or month.
 */
export function writeDemo(options: DemoOptions = {}): Demo {
  const { seed = 1, households = 600, months = 40, lastMonth = month('2019-04') } = options
  if (households < 1 || months < 1) throw new Error('A demo needs at least one household and one month.')
  const until = monthIndex(lastMonth) + 1
  const plan: Plan = { first: until - months, until, scale: households / 600 }
  const { homes, levels } = populate(plan, seed)
  const amounts = payManyTimes(homes, calculateAmounts(homes, plan, createRandom(seed, 'amounts')), plan)
  const circumstances = circumstancesOf(homes, createRandom(seed, 'households'))
  const obstacles = assignObstacles(homes, plan, createRandom(seed, 'obstacles'))
  const expectedRejections: ExpectedRejection[] = []
  const files = [
    ...caseFiles({ homes, amounts, circumstances, obstacles }, plan, seed, expectedRejections),
    ...economyFiles(plan, paidPerMonth(amounts), seed),
  ]
  return {
    files,
    published: [
      { fileName: 'kolada_pahittad.json', bytes: Buffer.from(koladaFile(plan.scale, seed)) },
      { fileName: 'folkmangd_pahittad.json', bytes: Buffer.from(populationFile(plan.scale)) },
    ],
    official: { fileName: 'socialstyrelsen_pahittad.csv', bytes: officialFile(publishedMonths(amounts)) },
    truth: {
      ...truthOf(homes, plan, seed),
      savings: trueSavings(homes, { plan, levels, kronor: expectedKronor(homes, plan, createRandom(seed, 'amounts')) }),
    },
    expectedRejections,
    casework: () => {
      // Nothing is made up about those whose data are protected: what everybody may see is then all there is.
      const open = homes.filter((_, position) => circumstances[position]!.protection === '')
      return caseworkOf(open, obstacles, plan, seed)
    },
  }
}

function populate(plan: Plan, seed: number) {
  const { households, levels } = simulateSpells(plan, createRandom(seed, 'spells'))
  const all = addRejections(households, plan, createRandom(seed, 'rejections'))
  return { homes: compose(all, plan, createRandom(seed, 'compositions')), levels }
}

const semicolon = { delimiter: ';', encoding: 'utf-8' } as const
const oldWindows = { delimiter: ';', encoding: 'windows-1252' } as const

type CaseData = { homes: Home[]; amounts: Amounts; circumstances: Circumstances[]; obstacles: ObstacleMonth[] }

function caseFiles(
  { homes, amounts, circumstances, obstacles: byMonth }: CaseData,
  plan: Plan,
  seed: number,
  expected: ExpectedRejection[],
): DemoFile[] {
  const random = (purpose: string) => createRandom(seed, purpose)
  // Run through twice rather than kept: the same chance gives the same applications, and a million of them are heavy.
  const applications = () => applicationsOf(homes, amounts, plan, random('decisions'))
  function* allApplications() {
    yield* applications()
    yield* pendingApplications(homes, plan, random('pending'))
  }
  const bad = (fileName: string, header: string, rows: Iterable<string[]>, badRows: readonly BadRow[]) =>
    withBadRows(fileName, header.split(';'), rows, badRows, expected)

  const members = bad('hushall.csv', headers.households, householdRows(homes, circumstances, plan), badHouseholdRows)
  const decisions = bad('beslut.csv', headers.decisions, decisionRows(applications()), badDecisionRows)
  const mended: string[][] = []
  const paid = withOddPayments(paymentRows(paymentsOf(homes, amounts, plan, random('payments'))), plan, mended)
  const payments = withTotal(bad('utbetalningar.csv', headers.payments, paid, badPaymentRows))
  const obstacles = bad('forsorjningshinder.csv', headers.obstacles, obstacleRows(byMonth), badObstacleRows)
  return [
    file('enheter.csv', headers.units, unitRows, { delimiter: ';', encoding: 'utf-8-bom' }),
    file('hushall.csv', headers.households, members, oldWindows),
    file('ansokningar.csv', headers.applications, applicationRows(allApplications()), semicolon),
    file('beslut.csv', headers.decisions, decisions, semicolon),
    file('utbetalningar.csv', headers.payments, payments, oldWindows),
    // Written after the file that it mends, which is when it is known what there is to mend.
    file('utbetalningar_rattade.csv', headers.payments, mended, oldWindows),
    file('forsorjningshinder.csv', headers.obstacles, obstacles, { delimiter: '\t', encoding: 'utf-8' }),
    file('insatser.csv', headers.interventions, interventionRows(homes, plan), semicolon),
  ]
}

const headers = {
  units: 'Enhetskod;Enhet;Överordnad enhet;Från;Till',
  households:
    'Hushållsnr;Personnummer;Namn;Roll;Från månad;Till månad;Enhet;Handläggare;Boendesituation;Skyddade uppgifter',
  applications: 'Ansökningsnr;Hushållsnr;Ansökningsdatum;Avser månad;Ansökningstyp',
  decisions: 'Beslutsnr;Hushållsnr;Beslutsdatum;Avser månad;Beslut;Orsak;Belopp',
  payments: 'Utbetalningsnr;Hushållsnr;Avser månad;Utbetalningsdatum;Belopp;Ändamål',
  obstacles: 'Hushållsnr;Personnummer;Månad;Försörjningshinder;Lokal kod;Arbetsförmåga',
  interventions: 'Hushållsnr;Personnummer;Insats;Startdatum;Slutdatum;Resultat;Arbetsgivare;Subventionerad',
  volumes: 'Volymmått;Typ;Från månad;Till månad;Version;Värde',
  staff: 'Nyckeltal;Från;Till;Grupp;Antal;Av;Enhet',
}

const file = (fileName: string, header: string, rows: Iterable<string[]>, format: TextFormat): DemoFile => ({
  fileName,
  bytes: textFile(header.split(';'), rows, format),
})

function economyFiles(plan: Plan, paidFor: ReadonlyMap<MonthIndex, number>, seed: number): DemoFile[] {
  const bookings = bookingsOf(plan, paidFor, createRandom(seed, 'ledger'))
  const years = [...new Set(bookings.map(({ at }) => yearOf(at)))]
  return [
    ...years.map((year) => ({
      fileName: `huvudbok_${year}.se`,
      bytes: sieFile(
        year,
        bookings.filter(({ at }) => yearOf(at) === year),
      ),
    })),
    ...years.map((year) => ({ fileName: `budget_${year}.xlsx`, bytes: budgetFile(year, plan.scale) })),
    file('volymer.csv', headers.volumes, volumeRows(plan.scale), semicolon),
    file('personal.csv', headers.staff, staffRows(), semicolon),
  ]
}

/** In order of time; a household counts in a month that it was paid something for. */
function publishedMonths(amounts: Amounts): PublishedMonth[] {
  const households = new Map<MonthIndex, number>()
  for (const [{ months }, kronor] of amounts)
    for (const [position, at] of months.entries())
      if (kronor[position]! > 0) households.set(at, (households.get(at) ?? 0) + 1)
  return [...paidPerMonth(amounts)]
    .map(([at, kronor]) => ({ at, kronor, households: households.get(at) ?? 0 }))
    .toSorted((one, other) => one.at - other.at)
}

function paidPerMonth(amounts: Amounts): Map<MonthIndex, number> {
  const sums = new Map<MonthIndex, number>()
  for (const [{ months }, kronor] of amounts) {
    for (const [position, at] of months.entries()) sums.set(at, (sums.get(at) ?? 0) + kronor[position]!)
  }
  return sums
}

const truthOf = (homes: readonly Home[], plan: Plan, seed: number) => ({
  seed,
  from: monthFromIndex(plan.first),
  to: monthFromIndex(plan.until - 1),
  description:
    'Varje insats multiplicerar hushållets risk att lämna biståndet under effectMonths månader från och med startmånaden. ' +
    'Risken gäller per månad och är proportionell mellan hushåll, med en grundnivå som skiljer mellan månader. ' +
    'Hushåll som blir kvar i åratal får en insats hälften så ofta som andra i samma grupp. ' +
    'Gruppen är den sökandes hinder när hushållet först blev känt; det hinder som registreras kan ändras senare. ' +
    'savings är det bistånd som deltagarna väntas ha sluppit till och med den sista månaden, med återkomster räknade. ' +
    'Antalet hushåll per månad är bestämt i förväg: när ett hushåll lämnar blir ett annat kvar, så besparingen syns inte i kommunens summa.',
  effects: trueEffects(homes),
})
