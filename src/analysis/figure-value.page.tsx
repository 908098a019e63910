import { Tag } from '../ui/Tag.tsx'
import type { ShownDefinition } from '../ui/DefinitionButton.tsx'
import { formatFigure, withheldReason, withheldText } from './analysis.text.ts'
import type { FigureTable, FigureUnit, FigureValue, IndicatorFigure, Withheld } from './figures.ts'

/** A value, or why there is none. Never a zero for what is not known. */
export const Value = ({ figure, unit }: { figure: FigureValue; unit: FigureUnit }) =>
  figure.value === null ? (
    <Withholding reason={figure.withheld ?? 'no-data'} />
  ) : (
    <span>{formatFigure(figure.value, unit)}</span>
  )

export const Withholding = ({ reason }: { reason: Withheld }) =>
  reason === 'no-data' || reason === 'not-applicable' ? (
    <span className="muted" title={withheldReason[reason]}>
      <span aria-hidden="true">{reason === 'no-data' ? '..' : '.'}</span>
      <span className="visually-hidden">{withheldText[reason]}</span>
    </span>
  ) : (
    <Tag>{withheldText[reason]}</Tag>
  )

/** The reasons used in a table, each explained once. */
export function WithheldNotes({ figures }: { figures: FigureValue[] }) {
  const reasons = new Set(
    figures.flatMap((figure) => (figure.value === null && figure.withheld ? [figure.withheld] : [])),
  )
  if (reasons.size === 0) return null
  return <p className="figure-note">{[...reasons].map((reason) => withheldReason[reason]).join(' ')}</p>
}

export const definitionOf = (figure: IndicatorFigure): ShownDefinition => ({
  name: figure.name,
  definition: figure.definition,
  numerator: figure.numeratorText,
  denominator: figure.denominatorText,
  source: figure.source,
  version: figure.definitionVersion,
})

export const definitionOfTable = (table: FigureTable): ShownDefinition => ({
  name: table.name,
  definition: table.definition,
  source: table.source,
  version: table.definitionVersion,
})
