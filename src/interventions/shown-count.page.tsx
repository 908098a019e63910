import { Notice } from '../ui/Notice.tsx'
import { formatNumber, formatShare } from '../values/format.ts'
import type { ShownCount } from './disclosed-summary.ts'
import { interventionsText } from './interventions.text.ts'

/** A count as a cell shows it: the number, or that it is too small to be shown. */
export const shown = (count: number | null): string => (count === null ? interventionsText.tooFew : formatNumber(count))

/** Part of a whole, when both are shown; nothing of nothing is a dash. */
export function shareOf(part: ShownCount, whole: ShownCount): string {
  if (part.all === null || whole.all === null) return interventionsText.tooFew
  return whole.all === 0 ? '–' : formatShare(part.all / whole.all)
}

/** What a reader should know of the figures: who is not among them, and why some are hidden. */
export const FigureNotes = ({ isExact, hiddenProtected }: { isExact: boolean; hiddenProtected: number }) => (
  <>
    {!isExact && <Notice>{interventionsText.notExact}</Notice>}
    {hiddenProtected > 0 && <p className="interventions-note">{interventionsText.protected(hiddenProtected)}</p>}
  </>
)
