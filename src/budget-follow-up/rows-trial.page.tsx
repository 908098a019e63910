import { Notice } from '../ui/Notice.tsx'
import { Table } from '../ui/Table.tsx'
import { formatNumber, formatSigned } from '../values/format.ts'
import type { Ore } from '../values/money.ts'
import { economyText } from './economy.text.ts'
import type { RowsTrial as Trial } from './economy-view.ts'

const text = economyText.rows.trial

/** What moves between the rows, in kronor, and that the sum stays. */
export function RowsTrial({ trial: { rows, moved } }: { trial: Trial }) {
  const labelOf = (id: string | null) => rows.find((row) => row.id === id)?.label || economyText.rows.unmapped
  return (
    <div className="stack" role="status">
      <Notice title={text.title}>
        {moved.length === 0 ? text.unchanged : text.changed(moved.length)} {text.ties}
      </Notice>
      <Table
        caption={text.title}
        hideCaption
        rowHeader={text.row}
        columns={[
          { id: 'before', label: text.before },
          { id: 'after', label: text.after },
          { id: 'change', label: text.change },
        ]}
        rows={rows.map(({ id, beforeOre, afterOre }) => ({
          id: id ?? '',
          label: labelOf(id),
          cells: [kronor(beforeOre), kronor(afterOre), formatSigned((afterOre - beforeOre) / 100)],
        }))}
      />
      {moved.length > 0 && (
        <Table
          caption={text.moved}
          rowHeader={economyText.rows.account}
          columns={[
            { id: 'from', label: text.from, numeric: false },
            { id: 'to', label: text.to, numeric: false },
            { id: 'amount', label: text.amount },
          ]}
          rows={moved.map(({ account, name, from, to, amountOre }) => ({
            id: `${account} ${from} ${to}`,
            label: [account, name].filter(Boolean).join(' '),
            cells: [labelOf(from), labelOf(to), kronor(amountOre)],
          }))}
        />
      )}
    </div>
  )
}

export const kronor = (ore: Ore): string => formatNumber(ore / 100, ore % 100 === 0 ? 0 : 2)
