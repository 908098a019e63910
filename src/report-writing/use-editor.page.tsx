import type { EditorView } from 'prosemirror-view'
import { useEffect, useRef, useState } from 'react'
import { editorText as text } from './editor.text.ts'
import { redrawFigures } from './figure-view.page.tsx'
import { drawEditor, type EditorPlace, editorPlugins, placeIn } from './text-editor.page.tsx'
import { textId } from './text-place.page.tsx'
import { type SaveStatus, TextSession } from './text-session.page.tsx'
import type { DraftPart, FigureChoices } from './writing-view.ts'

export type EditedText = {
  report: number
  userId: number
  heading: string
  part: Extract<DraftPart, { kind: 'text' }>
  isOpen: boolean
  choices: FigureChoices | undefined
  /** The page listens to each text that is open, and asks for what others write. */
  onOpen: (part: string, session: TextSession) => () => void
  onWrite: (part: string) => void
}

const emptyPlace: EditorPlace = { strong: false, em: false, list: false, figure: null, typed: null }

/** The editor in its frame, and what it tells of where the author stands. */
export function useEditor({ report, userId, heading, part, isOpen, choices, onOpen, onWrite }: EditedText) {
  const frame = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const session = useRef<TextSession>(null)
  const known = useRef<ReadonlyMap<string, FigureChoices['figures'][number]>>(new Map())
  const editable = useRef(isOpen)
  const [place, setPlace] = useState(emptyPlace)
  const [save, setSave] = useState<SaveStatus>({ kind: 'saved', at: part.text.changed.at })
  const [search, setSearch] = useState<{ left: number; top: number } | null>(null)
  const listeners = useRef({ onOpen, onWrite })
  useEffect(() => {
    listeners.current = { onOpen, onWrite }
  })
  const openSearch = () => {
    const corner = frame.current?.getBoundingClientRect()
    const caret = view.current?.coordsAtPos(view.current.state.selection.head)
    if (!corner || !caret) return
    const left = Math.max(0, Math.min(caret.left - corner.left, corner.width - widthOfSearch))
    setSearch({ left, top: caret.bottom - corner.top + 4 })
  }
  const { key } = part
  const first = useRef(part.text)
  useEffect(() => {
    if (!frame.current) return
    const { version, body, changed } = first.current
    const wishes = { figure: openSearch, toolbar: () => undefined }
    const opened = new TextSession({
      ...{ report, part: key, userId, kept: { version, body, savedAt: changed.at } },
      plugins: editorPlugins(() => wishes),
      onStatus: (status) => {
        setSave(status)
        if (status.kind === 'saving') listeners.current.onWrite(key)
      },
    })
    const drawn = drawEditor(frame.current, {
      ...{ session: opened, known, isEditable: () => editable.current },
      attributes: {
        ...{ id: textId(key), class: 'text-editor', role: 'textbox', 'aria-multiline': 'true', lang: 'sv' },
        'aria-label': text.text(heading),
        'aria-description': text.help,
      },
      onChange: (state) => setPlace((before) => sameOr(before, placeIn(state))),
    })
    view.current = drawn
    session.current = opened
    const stop = listeners.current.onOpen(key, opened)
    return () => {
      opened.close()
      stop()
      drawn.destroy()
      view.current = null
    }
  }, [report, key, userId, heading])
  useEffect(() => {
    known.current = new Map((choices?.figures ?? []).map((figure) => [figure.address, figure]))
    if (view.current) redrawFigures(view.current.dom, known)
  }, [choices])
  useEffect(() => {
    editable.current = isOpen
    view.current?.setProps({ editable: () => isOpen })
  }, [isOpen])
  const flush = () => session.current?.flush() ?? Promise.resolve()
  return { frame, view, place, save, search, setSearch, openSearch, flush }
}

/** As the stylesheet has it. */
const widthOfSearch = 320

const sameOr = (before: EditorPlace, after: EditorPlace): EditorPlace =>
  JSON.stringify(before) === JSON.stringify(after) ? before : after
