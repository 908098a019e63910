import { wilsonInterval } from '../../calculations/effect/wilson.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { type EstimateRow, intervalsChart } from '../../charts/intervals-chart.ts'
import { formatShare } from '../../values/format.ts'

const groups = [
  [0, 8],
  [1, 8],
  [10, 17],
] as const

/** Wilson's interval beside the plain normal one, in small groups. */
export function wilsonPicture(): ChartDefinition {
  const rows = groups.flatMap(([count, of]) => {
    const { share, lower, upper } = wilsonInterval(count, of)
    return [{ label: `${count} av ${of}, Wilson`, estimate: share, lower, upper }, plainInterval(count, of)]
  })
  const chart = intervalsChart(rows, {
    title: 'Andelar i små grupper, med Wilsons och det vanliga intervallet',
    unit: 'share',
    unitLabel: 'andel',
    rowLabel: 'Grupp',
  })
  return {
    ...chart,
    description: `När ingen av åtta har utfallet säger det vanliga intervallet att andelen säkert är noll. Wilsons går till ${formatShare(rows[0]!.upper!, 0)}.`,
  }
}

/** p ± 1.96·√(p(1 − p)/n), which the manual warns of. */
function plainInterval(count: number, of: number): EstimateRow {
  const share = count / of
  const half = 1.96 * Math.sqrt((share * (1 - share)) / of)
  return { label: `${count} av ${of}, vanligt`, estimate: share, lower: share - half, upper: share + half }
}
