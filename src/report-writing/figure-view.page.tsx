import type { Node } from 'prosemirror-model'
import type { NodeView, NodeViewConstructor } from 'prosemirror-view'
import { editorText } from './editor.text.ts'
import { addressOf } from './text-schema.ts'
import type { FigureChoice } from './writing-view.ts'

/** The figures of the report by address: what the editor draws from, so that new values come without a new text. */
export type KnownFigures = { current: ReadonlyMap<string, FigureChoice> }

/** Draws a figure of a text as its value. */
export const figureView =
  (known: KnownFigures): NodeViewConstructor =>
  (node: Node): NodeView => {
    const dom = document.createElement('span')
    dom.dataset['figure'] = addressOf(node)
    drawFigure(dom, known)
    return { dom, ignoreMutation: () => true }
  }

/** Draws every figure of a text anew, when the register has others. */
export function redrawFigures(text: HTMLElement, known: KnownFigures): void {
  for (const dom of text.querySelectorAll<HTMLElement>('[data-figure]')) drawFigure(dom, known)
}

function drawFigure(dom: HTMLElement, known: KnownFigures): void {
  const address = dom.dataset['figure'] ?? ''
  const figure = known.current.get(address)
  dom.textContent = figure?.text ?? editorText.figureUnknown(address)
  dom.className = `live-figure live-figure-${figure?.state ?? 'unknown'}`
}
