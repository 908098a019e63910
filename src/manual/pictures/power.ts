import { significanceOf } from '../../calculations/effect/power.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber, formatShare } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const sizes = [17, 50, 100, 200, 400, 800]
const shares = { treated: 0.53, controls: 0.45 }

/** How much too large an effect is when it has been found significant, by the number of participants. */
export function powerPicture(): ChartDefinition {
  const found = sizes.map((treated) => significanceOf({ treated, controls: 4 * treated }, shares))
  const [smallest] = found
  return seriesChart(
    'bars',
    {
      title: 'Säkerställd effekt delad med den sanna, åtta procentenheter',
      description: `Med ${sizes[0]} deltagare är styrkan ${formatShare(smallest!.power, 0)}, och en säkerställd effekt är i medeltal ${formatNumber(smallest!.exaggeration!, 1)} gånger för stor.`,
      unit: 'decimal',
      unitLabel: 'gånger den sanna effekten',
      categoryLabel: 'Deltagare',
    },
    sizes.map((treated) => `${treated} deltagare`),
    { Överdrift: found.map(({ exaggeration }) => exaggeration) },
  )
}
