import type { IXmlableObject, PageNumberEstimator } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'

const estimate = estimatePageNumbersWith({ guess: true })

/**
 * The page of each heading, for the table of contents. What is handed on is what the answer hangs on, since the estimate takes its
 * time for every paragraph: a row is as high as its label, so that the numbers beside it are left out.
 * It is not asked for list numbers, which our headings have not.
 */
export const pageNumbers: PageNumberEstimator = (body, context) => estimate(slim(body), context)

/** An element as the library has it: its name, and its children with its attributes among them. */
function slim(element: IXmlableObject): IXmlableObject {
  return Object.fromEntries(
    Object.entries(element).map(([name, children]) => [
      name,
      Array.isArray(children) ? slimChildren(name, children) : children,
    ]),
  )
}

function slimChildren(name: string, children: unknown[]): unknown[] {
  if (name === 'w:tr' && !JSON.stringify(children[0]).includes('w:tblHeader')) return firstCells(children)
  return name === 'w:body' || name === 'w:tbl'
    ? children.map((child) => (isElement(child) ? slim(child) : child))
    : children
}

/** Numbers stand to the right; the words that some tables have in their place may be higher than the label. */
function firstCells(children: unknown[]): unknown[] {
  const cells = children.filter((child) => isElement(child) && 'w:tc' in child)
  const lastWords = cells.findLastIndex((cell, at) => at === 0 || !JSON.stringify(cell).includes(toTheRight))
  const dropped = new Set(cells.slice(lastWords + 1))
  return children.filter((child) => !dropped.has(child))
}

const toTheRight = '"w:jc":{"_attr":{"w:val":"right"'

const isElement = (child: unknown): child is IXmlableObject => typeof child === 'object' && child !== null
