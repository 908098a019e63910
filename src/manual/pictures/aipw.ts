import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSample } from './drawn-sample.ts'
import { effectRow, effectChart, trueRow } from './effect-rows.ts'

type Course = (age: number) => number

const straight: Course = (age) => age
const bent: Course = (age) => age ** 2 - 1

/** The background enters both models as a line. One of them may be wrong, but not both. */
export function aipwPicture(): ChartDefinition {
  const cases: [string, Course, Course][] = [
    ['Båda är linjer', straight, straight],
    ['Bara utfallet är krökt', straight, bent],
    ['Bara chansen är krökt', bent, straight],
    ['Båda är krökta', bent, bent],
  ]
  const rows = cases.map(([label, chance, outcome]) => {
    const sample = drawnSample({
      rows: 2000,
      seed: 4,
      backgrounds: ['ålder'],
      logOdds: ([age]) => -0.8 + 0.8 * chance(age!),
      months: ([age]) => 7 + 1.5 * outcome(age!),
      effect: -0.5,
    })
    return effectRow(label, sample, 'aipw')
  })
  return effectChart([...rows, trueRow(-0.5)], {
    title: 'AIPW när modellerna är räta linjer',
    description: `Den sanna effekten är −0,5 månader. När båda sambanden är krökta blir svaret ${formatNumber(rows.at(-1)!.estimate, 1)}.`,
    rowLabel: 'Sant samband',
  })
}
