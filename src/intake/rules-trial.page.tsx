import { destinations } from '../parameters/code-lists/casework.ts'
import { Notice } from '../ui/Notice.tsx'
import { Table } from '../ui/Table.tsx'
import { conditionText, rulesText } from './rules.text.ts'
import type { RoutingRules } from './suggest-route.ts'
import type { Move, RulesTrial as Trial } from './try-rules.ts'

const text = rulesText.trial

type TrialProps = { trial: Trial; rules: RoutingRules['rules'] }

/** What the rules suggest for past contacts, in counts: who is sent elsewhere, and by which rule. */
export const RulesTrial = ({ trial, rules }: TrialProps) => (
  <div className="stack" role="status">
    <Notice title={text.title}>
      <p>{summaryOf(trial)}</p>
      {trial.agreement && <p>{text.agreement(trial.agreement.before, trial.agreement.after)}</p>}
      {trial.unused.length > 0 && (
        <p>{text.unused(trial.unused.map((key) => rules.findIndex((rule) => rule.key === key) + 1))}</p>
      )}
    </Notice>
    {trial.moves.length > 0 && (
      <>
        <Table
          caption={text.title}
          hideCaption
          rowHeader={text.from}
          columns={[
            { id: 'to', label: text.to, numeric: false },
            { id: 'rule', label: text.rule, numeric: false },
            { id: 'count', label: text.count },
          ]}
          rows={trial.moves.map((move) => rowOf(move, rules))}
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

const rowOf = ({ from, to, rule, count }: Move, rules: RoutingRules['rules']) => ({
  id: `${from} ${rule}`,
  label: from === null ? text.together : destinations[from],
  cells: [to === null ? '' : destinations[to], rule === null ? '' : whom(rule, rules), text.counted(count)],
})

function whom(key: string, rules: RoutingRules['rules']): string {
  const at = rules.findIndex((rule) => rule.key === key)
  const rule = rules[at]
  return rule ? text.ruleOf(at + 1, conditionText(rule.when)) : text.noRule
}
