import type { FiguresService } from '../analysis/load-figures.ts'
import type { CatalogueBody, CatalogueKind } from '../catalogue/catalogue-bodies.ts'
import type { SaveRefusal } from '../catalogue/may-save.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { figureOn, loadFiguresOn } from './figures-at.ts'
import { numberOf } from './known-figure.ts'

type Needs = { figures: FiguresService; municipality: Municipality }

/** A promise is closed with a figure that is there on the day it is closed and may be shown (interfaces.md 3, item 22). */
export function guardClosing({ figures, municipality }: Needs) {
  return async (kind: CatalogueKind, body: unknown): Promise<SaveRefusal | null> => {
    if (kind !== 'promise') return null
    const { closed } = body as CatalogueBody<'promise'>
    if (!closed) return null
    const day = closed.on as Day
    const figuresOn = await loadFiguresOn(figures, municipality, [{ on: day, address: closed.figure }])
    const figure = figureOn(figuresOn, day, closed.figure)
    return figure && numberOf(figure.cell) !== null ? null : 'closed-without-figure'
  }
}
