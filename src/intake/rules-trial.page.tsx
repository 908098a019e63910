import { destinations } from '../parameters/code-lists/casework.ts'
import { Notice } from '../ui/Notice.tsx'
import { Table } from '../ui/Table.tsx'
import { rulesText } from './rules.text.ts'
import type { Move, RulesTrial as Trial } from './try-rules.ts'

const text = rulesText.trial

/** What the rules would have suggested for past contacts, in counts. */
export const RulesTrial = ({ trial }: { trial: Trial }) => (
  <div className="stack" role="status">
    <Notice title={text.title}>
      <p>{summaryOf(trial)}</p>
      {trial.agreement && <p>{text.agreement(trial.agreement.before, trial.agreement.after)}</p>}
    </Notice>
    {trial.moves.length > 0 && (
      <>
        <Table
          caption={text.title}
          hideCaption
          rowHeader={text.from}
          columns={[
            { id: 'to', label: text.to, numeric: false },
            { id: 'count', label: text.count },
          ]}
          rows={trial.moves.map(rowOf)}
        />
        <p className="muted">{text.small}</p>
      </>
    )}
  </div>
)

function summaryOf({ contacts, moved, from }: Trial): string {
  if (contacts === 0) return text.none(from)
  return moved === 0 ? text.unchanged(contacts, from) : text.summary(moved, contacts, from)
}

const rowOf = ({ from, to, count }: Move) => ({
  id: `${from} ${to}`,
  label: from === null ? text.together : destinations[from],
  cells: [to === null ? '' : destinations[to], text.counted(count)],
})
