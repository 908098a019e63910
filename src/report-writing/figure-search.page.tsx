import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { editorText } from './editor.text.ts'
import type { FigureChoice } from './writing-view.ts'

const { search: text } = editorText
const most = 40

type FigureSearchProps = {
  figures: readonly FigureChoice[]
  /** Where in the text it opens, in pixels from the editor's corner. */
  place: { left: number; top: number }
  onChoose: (figure: FigureChoice) => void
  onClose: () => void
}

/** Finds a figure by its name: the arrows choose, Enter inserts, Escape closes. */
export function FigureSearch({ figures, place, onChoose, onClose }: FigureSearchProps) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const id = useId()
  const found = fitting(figures, words)
  const shown = found.slice(0, most)
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, words])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined) setAt(Math.max(0, Math.min(shown.length - 1, at + step)))
    else if (event.key === 'Enter') {
      const chosen = shown[at]
      if (chosen) onChoose(chosen)
    } else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="figure-search" style={place} role="dialog" aria-label={text.title}>
      <label htmlFor={id} className="figure-search-label">
        {text.label}
      </label>
      <input
        ref={input}
        id={id}
        className="field-input"
        role="combobox"
        autoComplete="off"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-help`}
        {...(shown.length > 0 && { 'aria-activedescendant': `${id}-${at}` })}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onClose()
        }}
      />
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={text.title} className="figure-options" tabIndex={-1}>
        {shown.map((figure, index) => (
          <li
            key={figure.address}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className="figure-option"
            onMouseDown={(event) => {
              event.preventDefault()
              onChoose(figure)
            }}
          >
            <span>{figure.name}</span>
            <span className={`figure-option-value live-figure-${figure.state}`}>{figure.text}</span>
          </li>
        ))}
      </ul>
      <p id={`${id}-help`} className="figure-search-help">
        {text.help}
      </p>
      <p className="figure-search-help" aria-live="polite">
        {shown.length === 0
          ? text.none
          : found.length > most
            ? text.more(found.length - most)
            : text.found(found.length)}
      </p>
    </div>
  )
}

/** Those that have every word, the ones whose names begin with the first of them before the others. */
function fitting(figures: readonly FigureChoice[], words: string): FigureChoice[] {
  const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  const first = wanted[0]
  const found = figures.filter(({ name }) => {
    const said = name.toLocaleLowerCase('sv')
    return wanted.every((word) => said.includes(word))
  })
  if (!first) return found
  const begins = ({ name }: FigureChoice) => Number(!name.toLocaleLowerCase('sv').startsWith(first))
  return found.toSorted((one, other) => begins(one) - begins(other))
}
