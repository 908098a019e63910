import { bootstrapReplicates, summariseReplicates } from '../../calculations/effect/bootstrap.ts'
import { difference } from '../../calculations/effect/difference.ts'
import { designOf } from '../../calculations/effect/sample-design.ts'
import { seededRandom } from '../../calculations/random.ts'
import { standardDeviation } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const [households, monthsOfEach] = [150, 12]

/** Twelve rows from each household, drawn as households and as if the rows had nothing to do with each other. */
export function bootstrapPicture(): ChartDefinition {
  const { cluster, ...rows } = drawnMonths(1)
  const errorOf = (sample: Parameters<typeof bootstrapReplicates>[0]) => {
    const [replicates] = bootstrapReplicates(sample, { methods: ['difference'], seed: 1, from: 0, until: 200 })
    return summariseReplicates(replicates!).standardError
  }
  const truth = standardDeviation(
    Float64Array.from({ length: 200 }, (_, seed) => difference(designOf(drawnMonths(seed + 2))).estimate),
  )
  const values = [truth, errorOf({ ...rows, cluster }), errorOf(rows)]
  return seriesChart(
    'horizontal-bars',
    {
      title: `Medelfel med ${monthsOfEach} rader per hushåll`,
      description: `Dragna rad för rad blir medelfelet ${formatNumber(values[2]!, 2)}. Det sanna är ${formatNumber(values[0]!, 2)}.`,
      unit: 'decimal',
      unitLabel: 'medelfel, tusen kronor',
      categoryLabel: 'Dragning',
    },
    ['Sant, av 200 nya stickprov', 'Bootstrap av hushåll', 'Bootstrap av rader'],
    { Medelfel: values },
  )
}

/** Thousands of kronor: a household keeps its own level all twelve months. */
function drawnMonths(seed: number) {
  const random = seededRandom(seed)
  const levels = Array.from({ length: households }, () => 9 + 2 * random.normal())
  const cluster = Int32Array.from({ length: households * monthsOfEach }, (_, row) => Math.floor(row / monthsOfEach))
  return {
    cluster,
    treated: Uint8Array.from(cluster, (household) => household % 2),
    outcome: Float64Array.from(cluster, (household) => levels[household]! + random.normal()),
    covariates: [],
  }
}
