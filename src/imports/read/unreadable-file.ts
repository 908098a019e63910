/** Why a file could not be read at all. A bad row is not a reason: it is kept and shown. */
export type UnreadableProblem =
  | 'empty'
  | 'not-text'
  | 'wrong-format'
  | 'truncated'
  | 'damaged'
  | 'too-large'
  | 'line-too-long'
  | 'too-many-columns'
  | 'wrong-check-sum'

export type Whereabouts = { row?: number; column?: string; found?: string; expected?: string }

/**
 * The one thing a reader throws about a file.
 * `problem` is for programs, `text` is Swedish for the person who chose the file and says what to do.
 * `found` never holds more than a label or a size: the content may be about people.
 */
export class UnreadableFile extends Error {
  readonly problem: UnreadableProblem
  readonly text: string
  readonly whereabouts: Whereabouts

  constructor(problem: UnreadableProblem, text: string, whereabouts: Whereabouts = {}) {
    super(`${problem}: ${text}`)
    this.name = 'UnreadableFile'
    this.problem = problem
    this.text = text
    this.whereabouts = whereabouts
  }

  get row(): number | undefined {
    return this.whereabouts.row
  }

  get column(): string | undefined {
    return this.whereabouts.column
  }

  get found(): string | undefined {
    return this.whereabouts.found
  }

  get expected(): string | undefined {
    return this.whereabouts.expected
  }
}
