import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Fragment, type Node, type Schema } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { type Mapping, Step } from 'prosemirror-transform'

/** A change as the server keeps it, and whose window made it. */
export type KeptStep = { step: object; clientId: string }

/** Knows which changes the server has, and which it lacks. */
export const joining = (version: number, clientId: string): Plugin => collab({ version, clientID: clientId })

export const knownVersion = (state: EditorState): number => getVersion(state)

/** What the server lacks, ready to send; null when it has everything. */
export function unsentSteps(state: EditorState): { version: number; steps: object[] } | null {
  const found = sendableSteps(state)
  return found && { version: found.version, steps: found.steps.map((step) => step.toJSON() as object) }
}

type Range = { from: number; to: number }

/**
 * Takes in what the server has recorded since: one's own changes are known again, those of others come before what is not
 * sent yet. Words that one author wrote inside what another removed without having seen them are put back where they would
 * have stood: the library alone would drop them, and nobody would know.
 */
export function joinSteps(state: EditorState, clientId: string, kept: readonly KeptStep[]): EditorState {
  const steps = kept.map(({ step }) => Step.fromJSON(state.schema, step))
  const authors = kept.map((each) => each.clientId)
  const firstOther = authors.findIndex((each) => each !== clientId)
  const ours = firstOther < 0 ? steps.length : firstOther
  const unsent = (sendableSteps(state)?.steps ?? []).slice(ours)
  const received = receiveTransaction(state, steps, authors, { mapSelectionBackward: true })
  const joined = state.apply(received)
  if (unsent.length === 0 || ours === steps.length) return joined
  const lost = lostText(state.doc, received, unsent, steps.slice(ours))
  return lost.length === 0 ? joined : joined.apply(putBack(joined.tr, lost))
}

/**
 * The text with what another window of the same author had left: `since` is what the server has got after the version that the
 * window knew, its own changes among it, and the state knows it all. What the server has not got is written anew in this window.
 */
export function leftOver(
  state: EditorState,
  left: { clientId: string; version: number; body: object; steps: readonly object[] },
  since: readonly KeptStep[],
): EditorState {
  const { schema } = state
  const begun = EditorState.create({
    doc: schema.nodeFromJSON(left.body),
    plugins: [joining(left.version, left.clientId)],
  })
  const written = left.steps.reduce(
    (before: EditorState, step) => before.apply(before.tr.step(Step.fromJSON(schema, step))),
    begun,
  )
  const joined = joinSteps(written, left.clientId, since)
  // What has been written in this window meanwhile comes before it, as if it were another's.
  const own = (unsentSteps(state)?.steps ?? []).map((step) => ({ step, clientId: 'this window' }))
  const unsent = sendableSteps(own.length > 0 ? joinSteps(joined, left.clientId, own) : joined)?.steps ?? []
  const tr = unsent.reduce((added, step) => added.step(step), state.tr)
  return state.apply(tr)
}

type LostText = { at: number; content: Fragment }

/**
 * `received` undoes what is unsent, does what others did, and does again of the unsent what can be done.
 * Lost is own text that could not be done again, and text of others that the own removals took along.
 */
function lostText(before: Node, received: Transaction, unsent: readonly Step[], others: readonly Step[]): LostText[] {
  const undone = unsent.length
  const seen = undone + others.length
  const docOfOthers = received.docs[seen] ?? received.doc
  const own = missing(before, addedBy(unsent), received.mapping)
  const foreign = missing(docOfOthers, addedBy(others), received.mapping.slice(seen))
  return [...own, ...foreign]
}

/** Where the text that the steps added stands in the document after the last of them. */
function addedBy(steps: readonly Step[]): Range[] {
  let added: Range[] = []
  for (const step of steps) {
    const map = step.getMap()
    added = added.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }))
    map.forEach((_from, _to, from, to) => void (to > from && added.push({ from, to })))
  }
  return added.filter(({ from, to }) => to > from)
}

/** Of the ranges, those with words of which nothing is left after the mapping. */
function missing(doc: Node, ranges: readonly Range[], mapping: Mapping): LostText[] {
  return merged(ranges.filter(({ from, to }) => mapping.map(to, -1) <= mapping.map(from, 1))).flatMap((range) => {
    const content = wordsIn(doc, range)
    return content.size === 0 ? [] : [{ at: mapping.map(range.from, 1), content }]
  })
}

/** Ranges that touch become one, so that a word typed letter by letter comes back as a word. */
function merged(ranges: readonly Range[]): Range[] {
  const inOrder = ranges.toSorted((one, other) => one.from - other.from)
  return inOrder.reduce<Range[]>((found, { from, to }) => {
    const last = found.at(-1)
    if (!last || last.to < from) return [...found, { from, to }]
    return [...found.slice(0, -1), { from: last.from, to: Math.max(last.to, to) }]
  }, [])
}

/** The text and figures of a range; where a paragraph ends, a space. */
function wordsIn(doc: Node, { from, to }: Range): Fragment {
  const found: Node[] = []
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock && found.length > 0) found.push(doc.type.schema.text(' '))
    if (node.isText) found.push(node.cut(Math.max(0, from - at), Math.min(node.nodeSize, to - at)))
    else if (node.isInline && at >= from) found.push(node)
  })
  return Fragment.fromArray(found)
}

function putBack(tr: Transaction, lost: readonly LostText[]): Transaction {
  const before = tr.steps.length
  for (const { at, content } of lost) {
    const place = tr.mapping.slice(before).map(at, 1)
    if (tr.doc.resolve(place).parent.inlineContent) tr.insert(place, content)
    else tr.insert(nearestBlock(tr.doc, place), paragraphOf(tr.doc.type.schema, content))
  }
  return tr
}

/** A place between paragraphs at the top of the text. */
function nearestBlock(doc: Node, at: number): number {
  const place = doc.resolve(at)
  return place.depth === 0 ? at : place.after(1)
}

const paragraphOf = (schema: Schema, content: Fragment): Node => schema.node('paragraph', null, content)
