import type { Figures, IndicatorFigure } from '../../src/analysis/figures.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { allFactTables } from '../../src/register/fact-tables.ts'
import type { TestApp } from './test-app.ts'

/** All that an import may leave behind, as numbers of rows, with the version of the data. */
export async function traceOf({ database }: Pick<TestApp, 'database'>): Promise<Record<string, number>> {
  return inTransaction(database.owner, async (tx) => {
    const trace: Record<string, number> = {}
    for (const name of [...allFactTables.map((each) => each.name), ...anchors]) {
      trace[name] = (await tx.query<{ count: number }>(`select count(*) from ${name}`))[0]!.count
    }
    const [version] = await tx.query<{ version: number }>(
      'select coalesce(max(version), 0) as version from data_version',
    )
    return { ...trace, data_version: version!.version }
  })
}

const anchors = ['household', 'person', 'person_identity', 'unit', 'caseworker', 'household_summary']

/** The rows of a query as the owner, who is bound by nothing. */
export const rowsOf = <Row extends Record<string, unknown>>(
  { database }: Pick<TestApp, 'database'>,
  text: string,
  params: unknown[] = [],
): Promise<Row[]> => inTransaction(database.owner, (tx) => tx.query<Row>(text, params))

/** The figures of a period as the API gives them to a controller. */
export async function figuresOf(app: TestApp, query: string): Promise<Figures> {
  const answer = await app.as('controller', `/api/figures?${query}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

export async function figureOf(app: TestApp, id: string, query: string): Promise<IndicatorFigure> {
  const { indicators } = await figuresOf(app, query)
  const found = indicators.find((each) => each.id === id)
  if (!found) throw new Error(`No indicator ${id}`)
  return found
}

/** Kronor paid for January 2019, as known now or at a moment. */
export async function paidInJanuary(app: TestApp, knownAt?: Date): Promise<number | null> {
  const moment = knownAt ? `&knownAt=${knownAt.toISOString()}` : ''
  const { value } = await figureOf(app, 'paid', `from=2019-01&to=2019-01${moment}`)
  return value === null ? null : value / 100
}

/** Moves the clock a minute on, and gives the moment just before. */
export function aMinuteLater({ clock }: Pick<TestApp, 'clock'>): Date {
  const before = new Date(clock.now.getTime() + 59_999)
  clock.now = new Date(clock.now.getTime() + 60_000)
  return before
}
