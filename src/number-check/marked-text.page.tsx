import type { ReactNode } from 'react'
import type { CheckedView, ToldFinding } from './checked-view.ts'
import { checkText } from './number-check.text.ts'
import type { TextBlock, TextTable } from './text-document.ts'

/** A stretch of a block or a cell that a finding is about. `isFirst`: the number that is printed, which the finding leads to. */
type MarkedRange = { from: number; until: number; number: number; isFirst: boolean; severity: ToldFinding['severity'] }

/** The text as it was read, with what was found marked and a way back to each finding. */
export const MarkedText = ({ checked: { blocks, findings } }: { checked: CheckedView }) => (
  <div className="check-text">
    {blocks.map(({ at, block }) =>
      block.kind === 'table' ? (
        <MarkedTable key={at} table={block} rangesOf={(row, cell) => rangesIn(findings, at, row, cell)} />
      ) : (
        <Part key={at} block={block} ranges={rangesIn(findings, at)} />
      ),
    )}
  </div>
)

const Part = ({ block, ranges }: { block: Exclude<TextBlock, TextTable>; ranges: MarkedRange[] }) => {
  const content = marked(block.text, ranges)
  return block.kind === 'heading' ? <h3>{content}</h3> : <p>{content}</p>
}

type TableProps = { table: TextTable; rangesOf: (row: number, cell: number) => MarkedRange[] }

/** Scrolls sideways on a narrow screen, also with the arrow keys. */
const MarkedTable = ({ table: { heading, rows }, rangesOf }: TableProps) => (
  <div className="check-table" role="region" aria-label={heading[0] || checkText.table} tabIndex={0}>
    <table>
      {heading.length > 0 && (
        <thead>
          <tr>
            {heading.map((each, at) => (
              <th key={at} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ cells: [label = '', ...cells] }, row) => (
          <tr key={row}>
            <th scope="row">{marked(label, rangesOf(row, 0))}</th>
            {cells.map((cell, at) => (
              <td key={at}>{marked(cell, rangesOf(row, at + 1))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Those that overlap another are left to the first, which begins earlier. */
function rangesIn(findings: ToldFinding[], block: number, row?: number, cell?: number): MarkedRange[] {
  return findings
    .flatMap(({ places, severity }, at) =>
      places.flatMap((place, index) => {
        const isHere = place.block === block && (row === undefined || (place.row === row && (place.cell ?? 0) === cell))
        return isHere ? [{ from: place.from, until: place.until, number: at + 1, isFirst: index === 0, severity }] : []
      }),
    )
    .sort((a, b) => a.from - b.from || Number(b.isFirst) - Number(a.isFirst))
    .reduce<MarkedRange[]>((kept, each) => {
      const last = kept.at(-1)
      const isFree = !last || each.from >= last.until
      return isFree || each.isFirst
        ? [...kept, isFree ? each : { ...each, from: last.until, until: Math.max(last.until, each.until) }]
        : kept
    }, [])
}

function marked(text: string, ranges: MarkedRange[]): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, until, number, isFirst, severity } of ranges) {
    parts.push(text.slice(at, from))
    const id = isFirst ? { id: `i-texten-${number}`, tabIndex: -1 } : {}
    parts.push(
      <mark key={`${number}-${from}-${isFirst}`} className={severity === 'error' ? 'check-error' : ''} {...id}>
        {text.slice(from, until)}
        {isFirst && (
          <a className="check-back" href={`#fynd-${number}`} aria-label={checkText.backToFinding(number)}>
            {number}
          </a>
        )}
      </mark>,
    )
    at = until
  }
  return [...parts, text.slice(at)]
}
