import { Button } from '../ui/Button.tsx'
import { saveFile } from '../ui/chart/figure-files.ts'
import { csvText } from '../values/csv-text.ts'
import { Table } from '../ui/Table.tsx'
import { formatNumber } from '../values/format.ts'
import type { Preview } from './import-answers.ts'
import { importsText } from './imports.text.ts'

/** The rows that cannot be read: where, what stands there, and what to do about it. */
export const RejectedRows = ({ preview: { rejected, rejectedCount, fileName } }: { preview: Preview }) => (
  <div className="import-rejected">
    <Table
      caption={importsText.badRows}
      rowHeader={importsText.row}
      columns={[
        { id: 'column', label: importsText.badColumn, numeric: false },
        { id: 'found', label: importsText.found, numeric: false },
        { id: 'problem', label: importsText.problem, numeric: false },
      ]}
      rows={rejected.map(({ row, column, found, text }, index) => ({
        id: String(index),
        label: formatNumber(row),
        cells: [
          column,
          found === '' ? importsText.emptyCell : <code>{found}</code>,
          <span className="import-problem">{text}</span>,
        ],
      }))}
    />
    <p className="row">
      <Button
        size="small"
        onPress={() => saveFile(importsText.badRowsFile(fileName), 'text/csv', rejectedCsv({ rejected }))}
      >
        {importsText.saveBadRows}
      </Button>
      {rejected.length < rejectedCount && (
        <span className="muted">{importsText.showing(rejected.length, rejectedCount)}</span>
      )}
    </p>
  </div>
)

const rejectedCsv = ({ rejected }: Pick<Preview, 'rejected'>) =>
  csvText([
    [importsText.row, importsText.badColumn, importsText.found, importsText.problem],
    ...rejected.map(({ row, column, found, text }) => [String(row), column, found, text]),
  ])
