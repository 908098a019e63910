import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import { addDays, parseDay } from '../values/day.ts'
import type { Rules } from './intake-view.ts'
import { type EditedRule, editedRule, emptyRule, faultIn, ruleOf } from './edited-rule.page.tsx'
import { RuleFields } from './rule-fields.page.tsx'
import { RulesTrial as Trial } from './rules-trial.page.tsx'
import { rulesText } from './rules.text.ts'
import type { RulesTrial } from './try-rules.ts'

const text = rulesText.editor

/** A new version: edited, tried against past contacts, and only then saved. */
export function RulesEditor({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const latest = rules.versions[0]
  const [edited, setEdited] = useState(() => (latest ?? rules.inForce).rules.map(editedRule))
  const [from, setFrom] = useState<string>(addDays(rules.today, 1))
  const [problem, setProblem] = useState<string | null>(null)
  // One at a time: the others are told by their summaries.
  const [opened, setOpened] = useState<string | null>(null)
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const trial = useMutation<RulesTrial, ApiRefusal, void>({
    mutationFn: () => send('POST', '/api/intake/rules/trial', { rules: edited.map(ruleOf) }),
  })
  const save = useSave(latest?.version ?? 0, onClose)
  const set = (next: EditedRule[]) => {
    setEdited(next)
    // What was tried is no longer what would be saved.
    trial.reset()
  }
  const day = parseDay(from)
  const unlessFault = (run: () => void) => {
    const fault = faultIn(edited)
    const wrongDay = day === null || day < rules.today ? text.fromHelp : null
    if (fault) setOpened(fault.rule)
    setProblem(fault?.text ?? wrongDay)
    if (!fault && !wrongDay) run()
  }
  const add = () => {
    const rule = emptyRule(edited)
    set([...edited, rule])
    setOpened(rule.id)
  }
  const saveTried = () => (trial.data ? save.mutate({ from, rules: edited.map(ruleOf) }) : setProblem(text.tryFirst))
  return (
    <Section title={text.title}>
      <div ref={heading} tabIndex={-1}>
        <p>{text.lead}</p>
      </div>
      {edited.map((rule, at) => (
        <RuleFields
          key={rule.id}
          rule={rule}
          number={at + 1}
          isOpen={opened === rule.id}
          onToggle={(isOpen) => setOpened(isOpen ? rule.id : opened === rule.id ? null : opened)}
          onChange={(changes) => set(edited.map((each) => (each.id === rule.id ? { ...each, ...changes } : each)))}
          onUp={at > 0 ? () => set(swapped(edited, at - 1)) : null}
          onDown={at < edited.length - 1 ? () => set(swapped(edited, at)) : null}
          onRemove={() => set(edited.filter(({ id }) => id !== rule.id))}
        />
      ))}
      <div>
        <Button size="small" onPress={add}>
          {text.add}
        </Button>
      </div>
      <div className="intake-from">
        <TextField label={text.from} value={from} onChange={setFrom} description={text.fromHelp} />
      </div>
      {trial.data && <Trial trial={trial.data} rules={edited.map(ruleOf)} />}
      {problem && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      {(trial.error ?? save.error) && (
        <Notice kind="bad" title={text.refused}>
          {(trial.error ?? save.error)?.message}
        </Notice>
      )}
      <div className="row">
        <Button
          kind={trial.data ? 'secondary' : 'primary'}
          onPress={() => unlessFault(() => trial.mutate())}
          isDisabled={trial.isPending}
        >
          {text.try}
        </Button>
        <Button
          kind={trial.data ? 'primary' : 'secondary'}
          onPress={() => unlessFault(saveTried)}
          isDisabled={save.isPending}
        >
          {text.save}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Section>
  )
}

function useSave(seen: number, onSaved: () => void) {
  const client = useQueryClient()
  return useMutation<{ version: number }, ApiRefusal, object>({
    mutationFn: (body) => send('PUT', '/api/catalogue/routing-rules/routing', { seen, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['routing-rules'] })
      showToast(text.saved)
      onSaved()
    },
  })
}

/** The rule at a place changes places with the next. */
const swapped = (rules: EditedRule[], at: number): EditedRule[] =>
  rules.map((rule, position) => (position === at ? rules[at + 1]! : position === at + 1 ? rules[at]! : rule))
