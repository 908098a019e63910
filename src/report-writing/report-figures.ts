import type { Figures, Release } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { loadOtherFigures, released } from '../reports/load-other-figures.ts'
import type { ReportInput, ReportTemplate } from '../reports/template.ts'
import { addMonths } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { Period } from '../values/period.ts'

/** How long a writer may look at the same figures: what people decide moves no version of the data. */
const keptMs = 60_000

const splits = ['gender', 'children'] as const

/** The figures of the report's period, and of the other periods that its template asks for. */
export type ReportedFigures = { figures: Figures } & Pick<ReportInput, 'others'>

type Asked = Period & { template: ReportTemplate }
type Kept = { key: string; at: number; figures: Promise<ReportedFigures> }

/**
 * The figures that a report shows: the same for the text, the preview and the signature. Women and men and children stand
 * apart, as the reports have them.
 */
export class ReportFigures {
  readonly #figures: FiguresService
  readonly #municipality: Municipality
  readonly #release: Release
  #kept: Kept[] = []

  constructor(figures: FiguresService, municipality: Municipality, release: Release) {
    this.#figures = figures
    this.#municipality = municipality
    this.#release = release
  }

  /** As known now, worked out anew. */
  async now({ from, until, template }: Asked): Promise<ReportedFigures> {
    const question = { from, splits: [...splits] }
    const figures = await this.#figures.figures(this.#municipality, {
      ...{ ...question, to: addMonths(until, -1), withSupplied: true },
    })
    if (!figures) throw new Error('A report has a period that ends before it begins')
    const others = await loadOtherFigures(this.#figures, this.#municipality, template, question)
    return released(this.#release, figures, others)
  }

  /** For writing and looking: at most a minute old, and never from before the last import (`version` of the data). */
  recent(asked: Asked, version: number): Promise<ReportedFigures> {
    const key = `${version} ${asked.from} ${asked.until} ${JSON.stringify(asked.template)}`
    const known = this.#kept.find((each) => each.key === key && performance.now() - each.at < keptMs)
    if (known) return known.figures
    const kept = { key, at: performance.now(), figures: this.now(asked) }
    this.#kept = [...this.#kept.filter((each) => each.key !== key).slice(-3), kept]
    kept.figures.catch(() => (this.#kept = this.#kept.filter((each) => each !== kept)))
    return kept.figures
  }

  /** The months there are figures for; null when there are none. */
  reach(): ReturnType<FiguresService['reach']> {
    return this.#figures.reach(this.#municipality)
  }
}
