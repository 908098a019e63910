import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { DOMParser } from 'prosemirror-model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, type EditorState, NodeSelection, Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { figureView, type KnownFigures } from './figure-view.page.tsx'
import { addressOf, textSchema } from './text-schema.ts'
import type { TextSession } from './text-session.page.tsx'

const strong = textSchema.marks.strong
const em = textSchema.marks.em
const item = textSchema.nodes['list_item']!
const list = textSchema.nodes['bullet_list']!
const figure = textSchema.nodes['figure']!

/** Makes a list of the paragraphs, or paragraphs of the list. */
const toggleList: Command = (state, dispatch) =>
  chainCommands(isInList(state) ? liftListItem(item) : wrapInList(list))(state, dispatch)

export const commands = { strong: toggleMark(strong), em: toggleMark(em), list: toggleList }
export type EditorCommand = keyof typeof commands

/** What holds where the author stands: for the toolbar, and for the definition of a figure that is marked. */
export type EditorPlace = Record<EditorCommand, boolean> & { figure: string | null; typed: string | null }

export function placeIn(state: EditorState): EditorPlace {
  const { selection, storedMarks } = state
  const { $from, from, to, empty } = selection
  const has = (mark: typeof strong) =>
    empty ? mark.isInSet(storedMarks ?? $from.marks()) !== undefined : state.doc.rangeHasMark(from, to, mark)
  const marked = selection instanceof NodeSelection && selection.node.type === figure ? selection.node : null
  return {
    ...{ strong: has(strong), em: has(em), list: isInList(state), figure: marked && addressOf(marked) },
    typed: typedNumber(state)?.text ?? null,
  }
}

const isInList = ({ selection: { $from } }: EditorState): boolean =>
  Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth).type).includes(list)

/** `1 160`, `−0,2 %`, `20 903 tkr`, with what may stand after it. */
const numberAtEnd = /(?<![\p{L}\p{N},])([−-]?\d(?:[\d\s]*\d)?(?:,\d+)?(?:\s?(?:%|tkr|kr))?)[\s.;)]{0,2}$/u

/** The number that the author has just typed, right before the caret. */
function typedNumber({ selection: { $from, empty } }: EditorState): { from: number; to: number; text: string } | null {
  if (!empty || !$from.parent.inlineContent) return null
  // A figure counts as one letter in positions, and ends whatever number stands before it.
  const before = $from.parent.textBetween(0, $from.parentOffset, null, '\ufffc')
  const found = numberAtEnd.exec(before)
  const text = found?.[1]
  if (!found || text === undefined) return null
  const from = $from.start() + found.index
  return { from, to: from + text.length, text }
}

/** As figures are compared: however the thousands are set apart. */
export const withoutSpaces = (text: string): string => text.replaceAll(/\s/gu, '').replace('-', '−')

/** What the page does when the author asks for it with a key. */
export type EditorWishes = { figure: () => void; toolbar: () => void }

export const editorPlugins = (wishes: () => EditorWishes): Plugin[] => [
  history(),
  keymap({
    'Mod-b': commands.strong,
    'Mod-i': commands.em,
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    Enter: splitListItem(item),
    'Mod-]': sinkListItem(item),
    'Alt-F10': () => {
      wishes().toolbar()
      return true
    },
  }),
  keymap(baseKeymap),
  new Plugin({
    props: {
      handleTextInput: (_view, _from, _to, typed) => {
        if (typed !== '{') return false
        wishes().figure()
        return true
      },
    },
  }),
]

type Drawing = {
  session: TextSession
  known: KnownFigures
  isEditable: () => boolean
  attributes: Record<string, string>
  onChange: (state: EditorState) => void
}

/** The editor of a text in a place of the page. Every change of the author goes to the session. */
export function drawEditor(
  place: HTMLElement,
  { session, known, isEditable, attributes, onChange }: Drawing,
): EditorView {
  const view = new EditorView(place, {
    state: session.initial,
    editable: isEditable,
    attributes,
    nodeViews: { figure: figureView(known) },
    clipboardParser: figureParser,
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr))
      if (tr.docChanged) session.changed()
      onChange(view.state)
    },
  })
  session.start({
    state: () => view.state,
    show: (state) => {
      view.updateState(state)
      onChange(state)
    },
  })
  return view
}

/** Text copied from another text keeps its figures. */
const figureParser = new DOMParser(textSchema, [
  { tag: 'span[data-figure]', node: 'figure', getAttrs: (found) => ({ address: found.getAttribute('data-figure') }) },
  ...DOMParser.fromSchema(textSchema).rules,
])

/** Puts a figure where its number was just typed. */
export function makeLive(view: EditorView, address: string): void {
  const typed = typedNumber(view.state)
  if (typed) view.dispatch(view.state.tr.replaceWith(typed.from, typed.to, figure.create({ address })))
  view.focus()
}

/** Puts a figure where the author stands. */
export function insertFigure(view: EditorView, address: string): void {
  view.dispatch(view.state.tr.replaceSelectionWith(figure.create({ address }), false).scrollIntoView())
  view.focus()
}
