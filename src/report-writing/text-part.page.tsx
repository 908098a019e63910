import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ToggleButton, Toolbar } from 'react-aria-components'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Field.tsx'
import { Tag } from '../ui/Tag.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatTime } from '../values/format.ts'
import { CommentForm } from './comments.page.tsx'
import { editorText as text } from './editor.text.ts'
import { FigureSearch } from './figure-search.page.tsx'
import { commands, type EditorCommand, insertFigure, makeLive, withoutSpaces } from './text-editor.page.tsx'
import type { SaveStatus } from './text-session.page.tsx'
import { type EditedText, useEditor } from './use-editor.page.tsx'
import type { TextStatus } from './written-report.ts'
import type { FigureChoices } from './writing-view.ts'

type TextPartProps = EditedText & {
  status: TextStatus
  writers: readonly string[]
  onMark: (part: string, status: 'ready' | 'writing') => Promise<unknown>
  onComment: (comment: { part: string; quoted: string; text: string }) => Promise<unknown>
}

/** Fewer digits are too many figures' to be told by. */
const fewestDigits = 3

/** A text of the report, with its tools, who else writes in it, and whether it is saved. */
export function TextPart(props: TextPartProps) {
  const { heading, part, status, isOpen, writers, choices } = props
  const { frame, view, place, save, search, setSearch, openSearch, flush } = useEditor(props)
  const [isReady, mark] = useMark(status, (next) => flush().then(() => props.onMark(part.key, next)))
  const [quoted, setQuoted] = useState<string | null>(null)
  const tools = useRef<HTMLDivElement>(null)
  const figures = useMemo(() => choices?.figures ?? [], [choices])
  const marked = figures.find(({ address }) => address === place.figure)
  const definition = marked && choices?.definitions[marked.definitionId]
  const live = place.typed === null ? undefined : figureTyped(figures, place.typed)
  const run = (command: EditorCommand) => {
    if (!view.current) return
    commands[command](view.current.state, view.current.dispatch)
    view.current.focus()
  }
  return (
    <div
      className="text-part"
      onKeyDown={(event) => {
        if (event.key === 'F10' && event.altKey) tools.current?.querySelector('button')?.focus()
      }}
    >
      {part.guidance && <p className="text-guidance">{part.guidance}</p>}
      {isOpen && (
        <div ref={tools} onKeyDown={(event) => event.key === 'Escape' && view.current?.focus()}>
          <Toolbar aria-label={text.toolbar(heading)} className="text-tools">
            {(['strong', 'em', 'list'] as const).map((command) => (
              <ToggleButton
                key={command}
                className="button button-secondary button-small text-tool"
                isSelected={place[command]}
                onChange={() => run(command)}
              >
                {text[command]}
              </ToggleButton>
            ))}
            <Button size="small" onPress={openSearch}>
              {text.figure}
            </Button>
            <Button size="small" onPress={() => setQuoted(selectedWords(view.current))}>
              {text.comment}
            </Button>
          </Toolbar>
        </div>
      )}
      <div className="text-frame">
        <div ref={frame} />
        {search && (
          <FigureSearch
            figures={figures}
            place={search}
            onChoose={({ address }) => {
              setSearch(null)
              if (view.current) insertFigure(view.current, address)
            }}
            onClose={() => {
              setSearch(null)
              view.current?.focus()
            }}
          />
        )}
      </div>
      <p className="text-definition" aria-live="polite">
        {marked && text.definition(marked.name, definition ?? '')}
        {live && text.live(place.typed ?? '', live.name)}
      </p>
      {live && isOpen && (
        <div>
          <Button size="small" onPress={() => view.current && makeLive(view.current, live.address)}>
            {text.makeLive}
          </Button>
        </div>
      )}
      <div className="text-status">
        <Checkbox isSelected={isReady} isDisabled={!isOpen} onChange={mark}>
          {text.ready}
          <span className="visually-hidden">: {heading}</span>
        </Checkbox>
        <span className="muted">{text.required[part.required]}</span>
        <span className={`text-saved text-saved-${save.kind}`} role="status">
          {savedText(save)}
        </span>
        <span aria-live="polite">
          {writers.map((name) => (
            <Tag key={name} tone="info">
              {text.writing(name)}
            </Tag>
          ))}
        </span>
      </div>
      {quoted !== null && (
        <CommentForm
          section={heading}
          quoted={quoted}
          onSend={(written) => props.onComment({ part: part.key, quoted, text: written }).then(() => setQuoted(null))}
          onCancel={() => {
            setQuoted(null)
            view.current?.focus()
          }}
        />
      )}
    </div>
  )
}

/**
 * Whether the text is marked as ready, at once as the author says and then as the server does. What is unsent goes first:
 * a change that comes after the mark takes it away.
 */
function useMark(status: TextStatus, save: (status: 'ready' | 'writing') => Promise<unknown>) {
  const [said, setSaid] = useState<boolean | null>(null)
  useEffect(() => setSaid(null), [status])
  const mark = (isReady: boolean) => {
    setSaid(isReady)
    save(isReady ? 'ready' : 'writing').catch((error: Error) => {
      setSaid(null)
      showToast(error.message)
    })
  }
  return [said ?? status === 'ready', mark] as const
}

/** The first figure whose value is written so. */
const figureTyped = (figures: FigureChoices['figures'], typed: string) =>
  typed.replaceAll(/\D/g, '').length < fewestDigits
    ? undefined
    : figures.find(({ state, text: value }) => state === 'known' && withoutSpaces(value) === withoutSpaces(typed))

function selectedWords(view: EditorView | null): string {
  if (!view) return ''
  const { from, to } = view.state.selection
  return view.state.doc.textBetween(from, to, ' ').slice(0, 300)
}

function savedText(status: SaveStatus): string {
  if (status.kind === 'refused') return text.refused(status.text)
  return status.kind === 'saved' ? text.saved(formatTime(new Date(status.at))) : text[status.kind]
}
