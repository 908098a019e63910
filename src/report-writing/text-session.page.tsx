import { Node } from 'prosemirror-model'
import { EditorState, type Plugin } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { ApiRefusal, get, send } from '../ui/api.ts'
import { joinSteps, joining, type KeptStep, knownVersion, leftOver, unsentSteps } from './joined-text.page.tsx'
import { textSchema } from './text-schema.ts'
import { keepFlushing, keepUnsent, placeOf, silentMs, takeAbandoned, type UnsentText } from './unsent-texts.page.tsx'
import type { Changes } from './writing-view.ts'

export type SaveStatus =
  { kind: 'saving' | 'offline' } | { kind: 'saved'; at: string } | { kind: 'refused'; text: string }

/** What the editor's view lends: its state, and a way to show another. */
export type Shown = { state: () => EditorState; show: (state: EditorState) => void }

type Options = {
  report: number
  part: string
  userId: number
  kept: { version: number; body: object; savedAt: string }
  plugins: Plugin[]
  onStatus: (status: SaveStatus) => void
}

const restMs = 300
const retryMs = 3000

/**
 * Keeps one open text and the server's alike: sends when the typing rests, joins what others have written, and holds in the
 * browser what is not sent yet.
 */
export class TextSession {
  readonly initial: EditorState
  readonly #report: number
  readonly #part: string
  readonly #place: string
  readonly #clientId: string
  readonly #onStatus: (status: SaveStatus) => void
  /** The text as the server has it, of the version that the state knows. */
  #confirmed: Node
  #shown: Shown | null = null
  #sending: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #later: ReturnType<typeof setTimeout> | undefined
  #stopped = false
  readonly #forget: () => void

  constructor({ report, part, userId, kept, plugins, onStatus }: Options) {
    this.#report = report
    this.#part = part
    this.#place = placeOf(userId, report, part)
    this.#onStatus = onStatus
    this.#clientId = `${userId}-${crypto.randomUUID()}`
    this.#confirmed = Node.fromJSON(textSchema, kept.body)
    this.initial = EditorState.create({
      doc: this.#confirmed,
      plugins: [...plugins, joining(kept.version, this.#clientId)],
    })
    this.#forget = keepFlushing(() => this.flush())
    onStatus({ kind: 'saved', at: kept.savedAt })
  }

  /** Begins to send and receive through the editor that shows the text. */
  start(shown: Shown): void {
    this.#shown = shown
    window.addEventListener('pagehide', this.#onHide)
    window.addEventListener('pageshow', this.#onShow)
    void this.#restore()
    this.#later = setTimeout(() => void this.#restore(), silentMs + 1000)
  }

  /** What waits is sent all the same, also when it takes several tries. */
  close(): void {
    window.removeEventListener('pagehide', this.#onHide)
    window.removeEventListener('pageshow', this.#onShow)
    clearTimeout(this.#later)
    let state = this.#shown?.state()
    if (state) this.#shown = { state: () => state!, show: (next) => (state = next) }
    void this.flush()
    this.#forget()
  }

  readonly #onHide = () => this.#keep(true)
  readonly #onShow = () => this.#keep()

  /** Takes in what pages that are gone have left: of it, what the server has not got. */
  async #restore(): Promise<void> {
    for (const left of takeAbandoned(this.#place)) {
      const seen = `${this.#part}:${left.version}`
      const found = await get<Changes>(`/api/written-reports/${this.#report}/changes`, { seen }).catch(() => null)
      const since = found?.texts[this.#part]?.steps
      // Kept for the next time: without the server nobody knows what it has.
      if (!since) keepUnsent(`${this.#place}${left.clientId}.`, left, true)
      else this.#addLeft(left, since)
    }
  }

  #addLeft(left: UnsentText, since: readonly KeptStep[]): void {
    this.take(left.version, since)
    const shown = this.#shown
    if (!shown || knownVersion(shown.state()) !== left.version + since.length) return
    shown.show(leftOver(shown.state(), left, since))
    this.changed()
  }

  version(): number {
    return this.#shown ? knownVersion(this.#shown.state()) : 0
  }

  /** To be called when the author has written. */
  changed(): void {
    if (this.#stopped) return
    this.#keep()
    this.#onStatus({ kind: 'saving' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), restMs)
  }

  /** Takes in what was recorded after a version; what is known already is passed over. */
  take(after: number, steps: readonly KeptStep[]): void {
    const shown = this.#shown
    if (!shown || steps.length === 0) return
    const known = knownVersion(shown.state())
    const fresh = known < after ? [] : steps.slice(known - after)
    if (fresh.length === 0) return
    for (const { step } of fresh) this.#confirmed = Step.fromJSON(textSchema, step).apply(this.#confirmed).doc!
    shown.show(joinSteps(shown.state(), this.#clientId, fresh))
    this.#keep()
    if (unsentSteps(shown.state())) this.changed()
  }

  /** Sends what waits, and all that is written meanwhile. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#sending ??= this.#send().finally(() => (this.#sending = null))
    return this.#sending
  }

  async #send(): Promise<void> {
    for (;;) {
      const unsent = this.#shown && !this.#stopped ? unsentSteps(this.#shown.state()) : null
      if (!unsent) return
      const { version, steps } = unsent
      try {
        const { savedAt } = await send<{ savedAt: string }>(
          'POST',
          `/api/written-reports/${this.#report}/texts/${this.#part}/steps`,
          {
            ...unsent,
            clientId: this.#clientId,
          },
        )
        this.take(
          version,
          steps.map((step) => ({ step, clientId: this.#clientId })),
        )
        if (!unsentSteps(this.#shown!.state())) this.#onStatus({ kind: 'saved', at: savedAt })
      } catch (error) {
        if (!this.#goesOn(error, version)) return
      }
    }
  }

  /** After others' changes it is sent again at once; without the server later; what is refused waits for the author. */
  #goesOn(error: unknown, version: number): boolean {
    if (!(error instanceof ApiRefusal)) throw error
    if (error.problem === 'changed-since') {
      this.take(version, (error.answer as { steps: KeptStep[] }).steps)
      return true
    }
    if (error.status >= 400 && error.status < 500) {
      this.#stopped = true
      this.#onStatus({ kind: 'refused', text: error.message })
      return false
    }
    this.#onStatus({ kind: 'offline' })
    this.#keep()
    this.#timer = setTimeout(() => void this.flush(), retryMs)
    return false
  }

  #keep(closed = false): void {
    const state = this.#shown?.state()
    const unsent = state && unsentSteps(state)
    keepUnsent(
      this.#place,
      unsent
        ? {
            ...{ clientId: this.#clientId, version: unsent.version, steps: unsent.steps },
            body: this.#confirmed.toJSON() as object,
          }
        : null,
      closed,
    )
  }
}
