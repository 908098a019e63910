import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../database/transaction.ts'
import { aMinuteLater, paidInJanuary, rowsOf, traceOf } from '../../test/support/register-facts.ts'
import { adult, households, payments, sixAdults, sixPayments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { undoImport } from './undo-import.ts'

const app = await testApp()

/** Every test begins with an empty register of the same municipality. */
beforeEach(async () => {
  await inTransaction(app.database.owner, async (tx) => {
    await tx.query(`truncate import_run, household, person, data_version cascade`)
    await tx.query('truncate person_detail, household_member, household_period, payment cascade')
  })
  aMinuteLater(app)
})

const importPayments = async (text: string): Promise<number> => {
  aMinuteLater(app)
  return (await app.importText('utbetalningar.csv', text, { kind: 'payments' })).importId!
}

const undo = (importId: number) => {
  aMinuteLater(app)
  return undoImport(app.needs, importId, null)
}

describe('an import that is undone', () => {
  test('takes what it added away, from figures and lists, and what was known in between can still be asked for', async () => {
    await importPayments(sixPayments())
    const added = await importPayments(payments('Z1;Z1;2019-01;2019-01-25;500,00;'))
    const inBetween = app.clock.now
    expect(await paidInJanuary(app)).toBe(6500)
    const version = (await traceOf(app))['data_version']!

    expect(await undo(added)).toEqual({ ok: true, value: { facts: 1 } })
    expect(await paidInJanuary(app)).toBe(6000)
    expect(await paidInJanuary(app, inBetween)).toBe(6500)
    expect((await traceOf(app))['data_version']).toBe(version + 1)
    expect(await rowsOf(app, `select 1 from household_summary where source_key = 'Z1'`)).toEqual([])
  })

  test('brings back what it superseded', async () => {
    await importPayments(sixPayments())
    const corrected = await importPayments(sixPayments({ H1: '1500,00' }))
    const inBetween = app.clock.now
    await undo(corrected)
    expect(await paidInJanuary(app)).toBe(6000)
    expect(await paidInJanuary(app, inBetween)).toBe(6500)
  })

  test('leaves what a later import has corrected as that one made it', async () => {
    await importPayments(sixPayments())
    const first = await importPayments(sixPayments({ H1: '1500,00', H2: '1500,00' }))
    await importPayments(sixPayments({ H1: '2000,00', H2: '1500,00' }))
    await undo(first)
    expect(await paidInJanuary(app)).toBe(7000)
  })

  test('does not come back when a later one is undone too', async () => {
    await importPayments(sixPayments())
    const second = await importPayments(sixPayments({ H1: '1500,00' }))
    const third = await importPayments(sixPayments({ H1: '2000,00' }))
    await undo(second)
    await undo(third)
    expect(await paidInJanuary(app)).toBe(6000)
  })

  test('gives a household back the member that it closed, and its protection', async () => {
    const couple = households(
      adult('H1', women[0]!, { protection: 'Sekretessmarkering' }),
      `H1;${women[1]};Eva Ek;Medsökande;2018-01;;;;;`,
    )
    await app.importText('hushall.csv', couple)
    aMinuteLater(app)
    const later = await app.importText('hushall.csv', households(adult('H1', women[0]!, { protection: 'Nej' })))
    const scope = () => rowsOf(app, 'select sign(access_scope) as scope, adults from household_summary')
    expect(await scope()).toEqual([{ scope: 1, adults: 1 }])
    await undo(later.importId!)
    expect(await scope()).toEqual([{ scope: -1, adults: 2 }])
  })

  test('is told from others that were made while the clock stood still', async () => {
    await app.importText('utbetalningar.csv', sixPayments())
    const second = await app.importText('utbetalningar.csv', sixPayments({ H1: '1500,00' }))
    await app.importText('utbetalningar.csv', sixPayments({ H1: '2000,00' }))
    expect(await paidInJanuary(app)).toBe(7000)
    await undoImport(app.needs, second.importId!, null)
    expect(await paidInJanuary(app)).toBe(7000)
  })

  test('is not undone twice, and neither is one that does not exist', async () => {
    const first = await importPayments(sixPayments())
    await undo(first)
    const undoneAt = app.clock.now
    const before = await traceOf(app)
    expect(await undo(first)).toEqual({ ok: false, refusal: { kind: 'already-undone', at: undoneAt } })
    expect(await undo(99)).toEqual({ ok: false, refusal: { kind: 'no-such-import' } })
    expect(await traceOf(app)).toEqual(before)
  })

  test('can be imported again', async () => {
    await app.importText('hushall.csv', sixAdults())
    const first = await importPayments(sixPayments())
    await undo(first)
    expect(await paidInJanuary(app)).toBeNull()
    aMinuteLater(app)
    expect(await app.importText('utbetalningar.csv', sixPayments())).toMatchObject({ accepted: 6, unchanged: 0 })
    expect(await paidInJanuary(app)).toBe(6000)
  })
})

/** What each import wrote of a payment, the latest last. Undoing takes an import's writes away; the last one left holds. */
class Model {
  readonly #writes = new Map<string, { importId: number; ore: number }[]>()
  readonly #imports = new Set<number>()

  import(importId: number, rows: Record<string, number>): void {
    this.#imports.add(importId)
    for (const [key, ore] of Object.entries(rows)) {
      const writes = this.#writes.get(key) ?? []
      if (writes.at(-1)?.ore !== ore) this.#writes.set(key, [...writes, { importId, ore }])
    }
  }

  /** False for an import that there is not, or no longer. */
  undo(importId: number): boolean {
    for (const [key, writes] of this.#writes) {
      this.#writes.set(
        key,
        writes.filter((write) => write.importId !== importId),
      )
    }
    return this.#imports.delete(importId)
  }

  current(): Record<string, number> {
    return Object.fromEntries(
      [...this.#writes].flatMap(([key, writes]) => (writes.length ? [[key, writes.at(-1)!.ore]] : [])).sort(),
    )
  }
}

async function register(knownAt: Date | null): Promise<Record<string, number>> {
  const known = knownAt ? 'known_from <= $1 and known_until > $1' : `known_until = 'infinity'`
  const rows = await rowsOf<{ source_key: string; amount_ore: number }>(
    app,
    `select source_key, amount_ore from payment where ${known} order by source_key`,
    knownAt ? [knownAt] : [],
  )
  return Object.fromEntries(rows.map((row) => [row.source_key, row.amount_ore]))
}

const rows = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 1, max: 3 }), { minKeys: 1 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ import: rows }) },
  { weight: 1, arbitrary: fc.record({ repeat: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ undo: fc.nat(6) }) },
)

test(
  'whatever is imported, corrected, repeated and undone: the register is as the model, now and at every moment before',
  { timeout: 60_000 },
  async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
      await inTransaction(app.database.owner, (tx) => tx.query('truncate import_run, payment cascade'))
      const model = new Model()
      const files: Record<string, number>[] = []
      const moments: { at: Date; facts: Record<string, number> }[] = []
      const importRows = async (content: Record<string, number>) => {
        const lines = Object.entries(content).map(([key, kronor]) => `${key};H;2019-01;2019-01-25;${kronor},00;`)
        const { importId } = await app.importText('utbetalningar.csv', payments(...lines), { kind: 'payments' })
        const ore = Object.entries(content).map(([key, kronor]) => [key, kronor * 100])
        model.import(importId!, Object.fromEntries(ore))
        files.push(content)
      }
      for (const each of steps) {
        aMinuteLater(app)
        if ('import' in each) await importRows(each.import)
        else if ('repeat' in each) await importRows(files[each.repeat % files.length] ?? { A: 1 })
        else expect((await undoImport(app.needs, each.undo, null)).ok).toBe(model.undo(each.undo))
        moments.push({ at: app.clock.now, facts: model.current() })
        expect(await register(null)).toEqual(model.current())
      }
      for (const { at, facts } of moments) expect(await register(at)).toEqual(facts)
    })
    await fc.assert(property, { seed: 20190430, numRuns: 50, endOnFailure: true })
  },
)
