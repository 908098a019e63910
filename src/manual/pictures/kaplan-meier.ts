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
      curveOf('Bara avslutade', all.filter(({ left }) => left)),
      curveOf('Pågående räknade som avslutade', all.map(({ months }) => ({ months, left: true }))),
      curveOf('Okänd start räknad från datas början', seen.filter(({ start }) => start < 0).map(cutOff).map(followed)),
    ].map((curve, at) => (at === 0 ? curve : withoutBand(curve))),
    survivalTexts('Samma perioder, räknade rätt och på tre felaktiga sätt'),
  )
}

/** What is left of a spell when its start is taken to be the first month of the data. */
const cutOff = ({ last }: DrawnSpell): DrawnSpell => ({ start: 0, last })
