/** Why a calculation gives no number. The words a person reads stand in `calculate/refusals.text.ts`. */
export type RefusalKind =
  | 'no-rows'
  | 'missing-column'
  | 'ragged-row'
  | 'not-a-number'
  | 'bad-option'
  | 'bad-value'
  | 'one-group'
  | 'no-treated'
  | 'no-controls'
  | 'too-few'
  | 'separation'
  | 'collinear'
  | 'infeasible-balance'
  | 'not-converged'
  | 'too-short'
  | 'duplicate-row'
  | 'no-safe-table'
  | 'inconsistent-table'
  | 'not-finite'

/** What the reader needs in order to mend the input: names and numbers, never a person. */
export type RefusalDetail = Record<string, string | number>

/**
 * A calculation that has no defined answer for what it was given.
 *
 * Thrown, since it ends the whole calculation and no caller can go on with half of it.
 * A result that is only uncertain, or empty by definition, is an answer and not a refusal.
 */
export class CannotCalculate extends Error {
  override readonly name = 'CannotCalculate'
  readonly kind: RefusalKind
  readonly detail: RefusalDetail

  constructor(kind: RefusalKind, detail: RefusalDetail = {}) {
    super(`${kind} ${JSON.stringify(detail)}`)
    this.kind = kind
    this.detail = detail
  }
}
