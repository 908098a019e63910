import fc from 'fast-check'
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { wrapInList } from 'prosemirror-schema-list'
import { describe, expect, test } from 'vitest'
import { joinSteps, joining, type KeptStep, knownVersion, leftOver, unsentSteps } from './joined-text.page.tsx'
import { plainText, textSchema } from './text-schema.ts'
import { applySteps, type ProposedSteps } from './text-steps.ts'

/** The server as the database keeps it: the text, and every step that made it. */
class Server {
  body: object = textSchema
    .node('doc', null, [textSchema.node('paragraph', null, [textSchema.text('början ')])])
    .toJSON()
  steps: KeptStep[] = []

  receive(proposal: ProposedSteps, clientId: string): boolean {
    const result = applySteps({ version: this.steps.length, body: this.body }, proposal)
    if (!result.ok) return false
    this.body = result.value.body
    this.steps.push(...proposal.steps.map((step) => ({ step, clientId })))
    return true
  }
}

/** One author's window, with at most one message on its way. */
class Author {
  readonly id: string
  readonly #server: Server
  state: EditorState
  #sent: ProposedSteps | null = null
  #answered = false

  constructor(server: Server, id: string) {
    this.#server = server
    this.id = id
    this.state = EditorState.create({
      doc: textSchema.nodeFromJSON(server.body),
      plugins: [joining(0, id)],
    })
  }

  write(change: (tr: Transaction) => Transaction): void {
    this.state = this.state.apply(change(this.state.tr))
  }

  send(): void {
    this.#sent ??= unsentSteps(this.state)
  }

  /** The message arrives, and the answer does not come back until `receive`. */
  deliver(): void {
    if (!this.#sent || this.#answered) return
    this.#server.receive(this.#sent, this.id)
    this.#answered = true
  }

  receive(): void {
    if (this.#sent && !this.#answered) return
    this.#sent = null
    this.#answered = false
    this.state = joinSteps(this.state, this.id, this.#server.steps.slice(knownVersion(this.state)))
  }

  /** Places between words and at the ends of paragraphs, where a person writes. */
  places(): number[] {
    const found: number[] = []
    this.state.doc.descendants((node, at) => {
      if (!node.isTextblock) return true
      found.push(at + 1)
      for (const match of node.textContent.matchAll(/\s/g)) found.push(at + 2 + match.index)
      return false
    })
    return found
  }
}

const edit = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('write', 'write', 'write', 'remove', 'split', 'strong', 'list', 'send', 'deliver', 'receive'),
  from: fc.nat(1000),
  length: fc.nat(6),
})
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

const words = (text: string): string[] => text.match(/\p{L}+\d*/gu) ?? []

/** Lets the authors write, and then brings everything to everybody. */
function play(edits: readonly Edit[], count: number) {
  const server = new Server()
  const authors = Array.from({ length: count }, (_, at) => new Author(server, `window-${at}`))
  const written = new Set<string>(['början'])
  const removed = new Set<string>()
  for (const [at, { who, what, from, length }] of edits.entries()) {
    const author = authors[who % count]!
    if (what === 'send' || what === 'deliver' || what === 'receive') {
      author[what]()
      continue
    }
    const places = author.places()
    const place = places[from % places.length]!
    const end = places[Math.min((from % places.length) + length, places.length - 1)]!
    author.write((tr) => {
      if (what === 'write') {
        written.add(`ord${at}`)
        // Letter by letter, as it is typed.
        return [...`ord${at} `].reduce((typed, letter, offset) => typed.insertText(letter, place + offset), tr)
      }
      if (what === 'remove' && end > place) {
        for (const word of words(tr.doc.textBetween(place, end, '\n'))) removed.add(word)
        return tr.delete(place, end)
      }
      if (what === 'split') return tr.split(place)
      if (what === 'strong' && end > place) return tr.addMark(place, end, textSchema.mark('strong'))
      return tr
    })
    if (what === 'list') {
      const chosen = author.state.apply(author.state.tr.setSelection(TextSelection.create(author.state.doc, place)))
      wrapInList(textSchema.nodes['bullet_list']!)(chosen, (tr) => (author.state = chosen.apply(tr)))
    }
  }
  for (let round = 0; round < 3 * count + 3; round++)
    for (const author of authors) {
      author.send()
      author.deliver()
      author.receive()
    }
  return { server, authors, written, removed }
}

describe('two or three who write in the same text at once, with delays', () => {
  test.each([2, 3])('%i authors end with the same text, and no word is lost that nobody removed', (count) => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 60 }), (edits) => {
        const { server, authors, written, removed } = play(edits, count)
        for (const { state } of authors) {
          expect(unsentSteps(state)).toBeNull()
          expect(state.doc.toJSON()).toEqual(server.body)
        }
        const kept = words(plainText(authors[0]!.state.doc))
        expect([...written].filter((word) => !removed.has(word) && !kept.includes(word))).toEqual([])
      }),
      { seed: 20190514, numRuns: 400 },
    )
  })
})

test('a word written inside a paragraph that another removes meanwhile stays', () => {
  const server = new Server()
  const [mats, eva] = [new Author(server, 'mats'), new Author(server, 'eva')]
  mats.write((tr) => tr.insertText('hushållen minskade ', 8))
  for (const act of ['send', 'deliver', 'receive'] as const) mats[act]()
  eva.receive()
  mats.write((tr) => tr.delete(8, 27))
  eva.write((tr) => tr.insertText('plötsligt ', 18))
  for (const act of ['send', 'deliver', 'receive', 'send', 'deliver', 'receive'] as const) {
    mats[act]()
    eva[act]()
  }
  mats.receive()
  expect(plainText(mats.state.doc)).toBe('början plötsligt ')
  expect(plainText(eva.state.doc)).toBe('början plötsligt ')
})

test('what a closed page had left is written once, whatever of it the server had got', () => {
  const server = new Server()
  const [closed, eva, opened] = ['closed', 'eva', 'opened'].map((id) => new Author(server, id)) as [
    Author,
    Author,
    Author,
  ]
  closed.write((tr) => tr.insertText('hos servern ', 8))
  const got = unsentSteps(closed.state)!
  closed.write((tr) => tr.insertText('inte ', 8))
  closed.write((tr) => tr.insertText('ännu ', 13))
  const left = { clientId: 'closed', version: 0, body: server.body, steps: unsentSteps(closed.state)!.steps }
  server.receive({ version: 0, steps: got.steps }, 'closed')
  eva.receive()
  eva.write((tr) => tr.insertText('Eva ', 1))
  for (const act of ['send', 'deliver', 'receive'] as const) eva[act]()
  opened.receive()
  opened.write((tr) => tr.insertText('Först ', 1))
  opened.state = leftOver(opened.state, left, server.steps)
  expect(plainText(opened.state.doc)).toBe('Först Eva början inte ännu hos servern ')
})

test('an answer that is lost on the way back does no harm: the window knows its own changes again', () => {
  const server = new Server()
  const author = new Author(server, 'mats')
  author.write((tr) => tr.insertText('en gång ', 1))
  const proposal = unsentSteps(author.state)!
  expect(server.receive(proposal, 'mats')).toBe(true)
  expect(server.receive(proposal, 'mats')).toBe(false)
  author.receive()
  expect(unsentSteps(author.state)).toBeNull()
  expect(plainText(author.state.doc)).toBe('en gång början ')
})
