import { perturbedCounts } from '../../calculations/disclosure/cell-key.ts'
import { defaultNoise, maximumEntropyNoise } from '../../calculations/disclosure/cell-key-noise.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { monthCategory } from '../../charts/month-category.ts'
import { addMonths, month } from '../../values/month.ts'

/** A small group that falls by a household every other month, and the counts that the cell key method shows of it. */
export function cellKeyPicture(): ChartDefinition {
  const counts = Int32Array.from({ length: 18 }, (_, at) => 20 - Math.floor(at / 2))
  const random = seededRandom(4)
  // Somebody comes or goes every month, so that each month's key is new.
  const keys = Float64Array.from(counts, random.next)
  const shown = perturbedCounts(counts, keys, maximumEntropyNoise(defaultNoise))
  const rises = shown.filter((count, at) => at > 0 && count > shown[at - 1]!).length
  return {
    kind: 'line',
    title: 'En liten grupp månad för månad',
    description: `Det sanna antalet sjunker från ${counts[0]} till ${counts.at(-1)}. Det visade stiger ${rises} av ${counts.length - 1} gånger.`,
    unit: 'count',
    unitLabel: 'hushåll',
    categoryLabel: 'Månad',
    categories: Array.from(counts, (_, at) => monthCategory(addMonths(month('2024-01'), at))),
    series: [
      { id: 'shown', name: 'Visat', values: Array.from(shown) },
      { id: 'true', name: 'Sant', values: Array.from(counts), role: 'reference' },
    ],
  }
}
