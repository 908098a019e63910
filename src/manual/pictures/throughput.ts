import { oneGroup } from '../../calculations/columns.ts'
import { seededRandom } from '../../calculations/random.ts'
import { followUpOf } from '../../calculations/survival/follow-up.ts'
import { tablesByGroup } from '../../calculations/survival/risk-table.ts'
import { workShare } from '../../calculations/survival/throughput.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatShare } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const units = [
  { name: 'Enhet Nord skriver nästan alltid orsaken', written: 0.95 },
  { name: 'Enhet Syd skriver den varannan gång', written: 0.5 },
]

/** Two units where equally many got work; they differ only in how often the cause is written down. */
export function throughputPicture(): ChartDefinition {
  const shares = units.map(({ written }) => sharesWhen(written))
  return seriesChart(
    'bars',
    {
      title: 'I arbete inom ett år, i två enheter där lika många fick arbete',
      description: `Bara kända orsaker ger ${shares.map(({ least }) => formatShare(least, 0)).join(' och ')}. Andelen är i båda enheterna ${formatShare(shares[0]!.truth, 0)}.`,
      unit: 'share',
      unitLabel: 'andel av dem som började',
      categoryLabel: 'Enhet',
      reference: 'Sant',
    },
    units.map(({ name }) => name),
    {
      'I arbete, lägst (bara kända orsaker)': shares.map(({ least }) => least),
      'I arbete, högst (med okända)': shares.map(({ most }) => most),
      Sant: shares.map(({ truth }) => truth),
    },
  )
}

/** Causes: 1 work, 2 other, 3 unknown. The same seed gives both units the same households. */
function sharesWhen(written: number) {
  const random = seededRandom(9)
  const rows = Array.from({ length: 600 }, () => {
    const [months, cause] = [1 + random.integer(18), random.next() < 0.6 ? 1 : 2]
    const isWritten = random.next() < written
    return { time: Math.min(12, months), cause: months > 12 ? 0 : cause, exit: months > 12 ? 0 : isWritten ? cause : 3 }
  })
  const sample = {
    time: Float64Array.from(rows, ({ time }) => time),
    exit: Int32Array.from(rows, ({ exit }) => exit),
    causes: 3,
    group: oneGroup(rows.length),
  }
  const found = workShare(tablesByGroup(followUpOf(sample))[0]!, { work: [1], unknown: 3, horizon: 12 })!
  return { ...found, truth: rows.filter(({ cause }) => cause === 1).length / rows.length }
}
