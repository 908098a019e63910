import { seededRandom } from '../../calculations/random.ts'
import { spellsOf } from '../../calculations/spells.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { seriesChart } from './series-chart.ts'

const months = 36
const gaps = [0, 1, 2, 3]

/** Spells of the same households by the gap rule, and by which month an amount is put in. */
export function spellsPicture(): ChartDefinition {
  const payments = drawnPayments()
  const concerned = payments.map(({ month }) => month)
  const paid = payments.map(({ month, late }) => Math.min(months - 1, month + late))
  const counts = (column: number[]) =>
    gaps.map((gap) =>
      spellCount(
        payments.map(({ household }, row) => [household, column[row]!]),
        gap,
      ),
    )
  const [right, wrong] = [counts(concerned), counts(paid)]
  return seriesChart(
    'bars',
    {
      title: 'Biståndsperioder hos samma 200 hushåll, efter tillåtet uppehåll',
      description: `Med uppehåll 2 är perioderna ${right[2]}, utan tillåtet uppehåll ${right[0]}. Efter utbetalningens månad blir de ${wrong[2]} och ${wrong[0]}.`,
      unit: 'count',
      unitLabel: 'perioder',
      categoryLabel: 'Tillåtet uppehåll',
      reference: 'Efter utbetalningens månad',
    },
    gaps.map((gap) => `${gap} månader`),
    { 'Efter den månad beloppet avser': right, 'Efter utbetalningens månad': wrong },
  )
}

/** One long need per household, where a month now and then has no assistance and every eighth payment is a month late. */
function drawnPayments() {
  const random = seededRandom(3)
  return Array.from({ length: 200 }, (_, household) => {
    const [start, length] = [random.integer(18), 6 + random.integer(12)]
    return (
      Array.from({ length }, (_, at) => ({ household, month: start + at, late: random.next() < 1 / 8 ? 1 : 0 }))
        // Months without assistance are mostly single ones.
        .filter((_, at) => at === 0 || random.next() > 0.12)
    )
  }).flat()
}

/** Amounts of the same household and month make one row. */
function spellCount(rows: [number, number][], allowedGap: number): number {
  const distinct = [...new Set(rows.map(([household, month]) => household * months + month))].sort((a, b) => a - b)
  const paid = {
    length: distinct.length,
    household: Int32Array.from(distinct, (key) => Math.floor(key / months)),
    month: Int32Array.from(distinct, (key) => key % months),
    amountOre: new Float64Array(distinct.length).fill(800_000),
  }
  return spellsOf(paid, { allowedGap, firstMonth: 0, untilMonth: months }).length
}
