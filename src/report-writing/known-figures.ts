import type { Figures, FigureUnit, FigureValue, IndicatorFigure } from '../analysis/figures.ts'
import type { KnownFigure } from '../number-check/check-against.ts'
import type { NamedPeriod } from '../number-check/named-period.ts'
import { topicsOf } from '../number-check/nouns.ts'
import { cellText } from '../reports/cell-text.ts'
import { toCell } from '../reports/figure-cells.ts'
import { definitionText, figureWords } from './known-figures.text.ts'

/** What a value of the register is in a text, and how much of it one is; a length of time is told in too many ways to be compared. */
const units: Record<FigureUnit, { unit: KnownFigure['unit']; times: number } | null> = {
  households: { unit: 'count', times: 1 },
  persons: { unit: 'count', times: 1 },
  decisions: { unit: 'count', times: 1 },
  applications: { unit: 'count', times: 1 },
  count: { unit: 'count', times: 1 },
  share: { unit: 'percent', times: 100 },
  ore: { unit: 'money', times: 0.01 },
  months: null,
}

/**
 * The figures that a text may be held to: of the period, of the same months a year before, and of each month. They have passed
 * disclosure control, so that a finding tells nothing that is withheld.
 */
export const knownFigures = (figures: Figures): KnownFigure[] =>
  figures.indicators.flatMap((indicator) => {
    const { comparison, series = [] } = indicator
    const of = (value: FigureValue, period: NamedPeriod) => knownFigure(figures, indicator, value, period)
    return [
      ...of(indicator, { from: figures.from, to: figures.to }),
      ...(comparison ? of(comparison, { from: comparison.from, to: comparison.to }) : []),
      ...(figures.from === figures.to ? [] : series).flatMap(({ month, value }) =>
        of({ value, numerator: null, denominator: null }, { from: month, to: month }),
      ),
    ]
  })

function knownFigure(
  figures: Figures,
  indicator: IndicatorFigure,
  value: FigureValue,
  period: NamedPeriod,
): KnownFigure[] {
  const unit = units[indicator.unit]
  // The register may not have all of a period that reaches past its data.
  const isWhole =
    figures.dataFrom !== null &&
    figures.dataTo !== null &&
    figures.dataFrom <= period.from &&
    period.to <= figures.dataTo
  if (!unit || value.value === null || value.withheld || !isWhole) return []
  const words = figureWords[indicator.id]
  return [
    {
      ...{ name: indicator.name, period, unit: unit.unit, value: value.value * unit.times },
      text: cellText(toCell(value, indicator.unit, { definitionId: indicator.id })),
      definition: definitionText(indicator.definition, figures.dataTo),
      said: words ? { needs: words.needs, not: words.not, words: topicsOf(words.words) } : null,
    },
  ]
}
