import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { Day } from '../values/day.ts'
import type { KnownFigure } from './known-figure.ts'
import type { Progress, PromiseBody, PromiseState, Reporting } from './promise.ts'

export type PromiseRow = Pick<PromiseBody, 'kind' | 'title' | 'heading' | 'owner' | 'committees' | 'diaryNumbers'> & {
  key: string
  state: PromiseState
  /** The earliest reporting that has not been made. */
  next: Reporting | null
  progress: Progress | null
  /** What was said of it last. */
  latest: { on: Day; text: string } | null
  closed: ShownClosing | null
}

export type ShownClosing = NonNullable<PromiseBody['closed']> & { shown: KnownFigure | null }

export type PromiseList = { today: Day; mayEdit: boolean; rows: PromiseRow[] }

/** A promise that is to be reported soon, or should have been; without figures, so that it costs nothing to show. */
export type DuePromise = Pick<PromiseRow, 'key' | 'kind' | 'title' | 'owner' | 'state'> & { next: Reporting }

export type PromiseView = {
  today: Day
  mayEdit: boolean
  entry: CatalogueEntry<'promise'>
  row: PromiseRow
  /** The latest first, each with its figure as it is known now of the tertial that had ended then. */
  statuses: (PromiseBody['statuses'][number] & { shown: KnownFigure | null })[]
  /** The latest first; none for the board, which reads what was promised and not who saved it. */
  versions: CatalogueEntry<'promise'>[]
}

/** A figure that can be chosen by its name. */
export type FigureChoice = { address: string; name: string; now: string; unit: KnownFigure['unit'] }

export type PromiseChoices = {
  today: Day
  figures: FigureChoice[]
  /** What has been written before. */
  owners: string[]
  committees: string[]
  headings: string[]
  /** Indicators and tables that a note can name. */
  drawn: { id: string; name: string }[]
}

export type NoteList = { today: Day; mayEdit: boolean; notes: CatalogueEntry<'dated-note'>[] }
