import type { ChartDefinition } from '../../charts/chart.ts'
import { survivalChart } from '../../charts/survival-chart.ts'
import { curveOf, type DrawnSpell, drawnSpells, followed, survivalTexts, withoutBand } from './drawn-spells.ts'

/** The right curve beside those of three common mistakes, from the same spells. */
export function kaplanMeierPicture(): ChartDefinition {
  const seen = drawnSpells(1).filter(({ last }) => last >= 0)
  const started = seen.filter(({ start }) => start >= 0)
  const all = started.map(followed)
  return survivalChart(
    [
      curveOf('Rätt', all),
      curveOf(
        'Bara avslutade',
        all.filter(({ left }) => left),
      ),
      curveOf(
        'Pågående räknade som avslutade',
        all.map(({ months }) => ({ months, left: true })),
      ),
      curveOf('Även de med okänd start', seen.map(fromFirstMonth).map(followed)),
    ].map((curve, at) => (at === 0 ? curve : withoutBand(curve))),
    survivalTexts('Samma perioder, räknade rätt och på tre felaktiga sätt'),
  )
}

/** A spell that began before the data, as if it had begun with them. */
const fromFirstMonth = ({ start, last }: DrawnSpell): DrawnSpell => ({ start: Math.max(0, start), last })
