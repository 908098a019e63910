import { riskSetIndexMonths } from '../../calculations/effect/risk-set.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { survivalChart } from '../../charts/survival-chart.ts'
import { curveOf, survivalTexts, untilMonth, withoutBand } from './drawn-spells.ts'

/** An intervention that does nothing, which starts after some months for those who are still there. */
export function riskSetPicture(): ChartDefinition {
  const { last, started } = drawnHouseholds()
  const all = [...last.keys()]
  const left = (months: number) => ({ months, left: true })
  const fromStart = (wanted: boolean) =>
    all.filter((row) => started[row]! >= 0 === wanted).map((row) => left(last[row]! + 1))
  const spell = Int32Array.from(all.filter((row) => started[row]! >= 0))
  const index = riskSetIndexMonths(
    { household: Int32Array.from(all), start: new Int32Array(all.length), last },
    { spell, month: spell.map((row) => started[row]!) },
    { controlsPerTreated: 2, lastIndexMonth: 1000, seed: 1 },
  )
  const fromIndex = (arm: number) =>
    [...index.spell.keys()]
      .filter((at) => index.treated[at] === arm)
      .map((at) => left(last[index.spell[at]!]! - index.month[at]! + 1))
  const curves = [
    curveOf('Insats, från biståndets början', fromStart(true)),
    curveOf('Utan insats, från biståndets början', fromStart(false)),
    curveOf('Insats, från insatsens månad', fromIndex(1)),
    curveOf('Likar, från samma månad', fromIndex(0)),
  ]
  const shown = curves.map((curve) => withoutBand(untilMonth(curve, 36)))
  return survivalChart(shown, survivalTexts('En insats som inte gör någonting'))
}

/** Last month with assistance, from 0, and the month the intervention starts, −1 when it does not. */
function drawnHouseholds() {
  const random = seededRandom(10)
  const rows = Array.from({ length: 3000 }, () => {
    const last = Math.floor(Math.log(1 - random.next()) / Math.log(1 - 0.1))
    const planned = 3 + random.integer(9)
    return { last, started: planned <= last && random.next() < 0.6 ? planned : -1 }
  })
  return { last: Int32Array.from(rows, ({ last }) => last), started: Int32Array.from(rows, ({ started }) => started) }
}
