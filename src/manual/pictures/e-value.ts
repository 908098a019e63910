import { eValue, riskRatio } from '../../calculations/effect/e-value.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

/** A driving licence is not in the data: those who have one get work more often, and are more often chosen. */
const groups = [
  { name: 'Har körkort', share: 0.6, treated: 280, controls: 60 },
  { name: 'Saknar körkort', share: 0.15, treated: 120, controls: 340 },
]

/** A hidden cause that makes the whole difference, and an E-value that looks reassuring. */
export function eValuePicture(): ChartDefinition {
  const outcomes = (arm: 'treated' | 'controls') => ({
    count: groups.reduce((sum, group) => sum + group.share * group[arm], 0),
    of: groups.reduce((sum, group) => sum + group[arm], 0),
  })
  const [treated, controls] = [outcomes('treated'), outcomes('controls')]
  const ratio = riskRatio(treated, controls)
  const strength = formatNumber(eValue(ratio).estimate, 1)
  return seriesChart(
    'bars',
    {
      title: 'Andel i arbete, när körkort avgör och inte finns i data',
      description: `Bland alla är kvoten ${formatNumber(ratio.ratio, 1)} och E-värdet ${strength}. Inom grupperna är andelarna lika: insatsen gör ingenting.`,
      unit: 'share',
      unitLabel: 'andel i arbete',
      categoryLabel: 'Grupp',
    },
    ['Alla', ...groups.map(({ name }) => name)],
    {
      Deltagare: [treated.count / treated.of, ...groups.map(({ share }) => share)],
      Jämförda: [controls.count / controls.of, ...groups.map(({ share }) => share)],
    },
  )
}
