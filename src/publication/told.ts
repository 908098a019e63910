import type { FigureValue } from '../analysis/figures.ts'
import type { CellId } from './count-cell.ts'
import { publicationText } from './publication.text.ts'

/** A number as somebody reads it, and the counts that it tells. */
export type Told = {
  /** The count for the sake of which it is withheld, when it is. */
  own: CellId | null
  /** `null` for a count that is withheld here, `undefined` for one that the number is worked out from and does not tell. */
  cells: { id: CellId; count: number | null | undefined }[]
  isHidden: boolean
  /** Where it stands, so that it can be withheld: a value, a month of a series; null for what is not written anywhere. */
  value: Partial<FigureValue> | null
  /** The table that it stands in, whose sentence may tell it. */
  table: { sentence: string } | null
}

/** Withheld, so that a reader knows nothing of it. Where there are no data there is no secret. */
export const isHiddenFigure = ({ value, numerator, withheld }: FigureValue): boolean =>
  value === null && numerator === null && (withheld === 'too-few' || withheld === 'reveals-another')

export const isKnownFigure = ({ numerator }: FigureValue): boolean => numerator !== null

/** Takes the number out of the figures, and the sentence of its table with it. */
export function withhold(told: Told): void {
  const { value, table } = told
  if (told.isHidden || !value) return
  told.isHidden = true
  value.value = null
  if ('numerator' in value) Object.assign(value, { numerator: null, denominator: null, withheld: 'reveals-another' })
  if (table) table.sentence = publicationText.sentenceWithheld
}

export const isOut = (id: CellId, known: ReadonlyMap<CellId, number | null>): boolean =>
  (known.get(id) ?? null) !== null
