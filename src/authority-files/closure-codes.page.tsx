import { useState } from 'react'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { closureReasons } from '../parameters/code-lists/casework.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import type { Day } from '../values/day.ts'
import { parseMonth } from '../values/month.ts'
import { closuresText } from './closures.text.ts'

const text = closuresText.codes
const isCode = (code: string) => code === '' || /^[A-Za-z0-9_]{1,20}$/.test(code)

type CodesFormProps = { codes: CatalogueEntry<'closure-codes'>[]; today: Day; onDone: () => void }

/** The code of each reason in the file: begins with the latest list, and saves under the month that is written. */
export function ClosureCodesForm({ codes, today, onDone }: CodesFormProps) {
  const latest = codes[0]?.body
  const [from, setFrom] = useState(latest?.from ?? today.slice(0, 7))
  const [source, setSource] = useState(latest?.source ?? '')
  const [typed, setTyped] = useState<Record<string, string>>({ ...latest?.codes })
  const save = useSaveEntry('closure-codes', ['authority-files'], onDone)
  const isRight = parseMonth(from) !== null && source.trim() !== '' && Object.values(typed).every(isCode)
  const submit = () => {
    if (!isRight || save.isPending) return
    const entry = codes.find(({ key }) => key === from)
    const filled = Object.fromEntries(Object.entries(typed).filter(([, code]) => code !== ''))
    save.mutate({
      ...{ key: from, seen: entry?.version ?? 0, before: entry?.body ?? null, said: text.saved },
      body: { from, source: source.trim(), codes: filled },
    })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
    >
      <Section title={text.title}>
        <p>{text.lead}</p>
        <div className="layout-facts">
          <TextField
            label={text.from}
            description={text.fromHelp}
            value={from}
            error={parseMonth(from) ? null : text.fromWrong}
            onChange={(next) => setFrom(next.trim())}
          />
          <TextField
            label={text.source}
            value={source}
            error={source.trim() === '' ? text.sourceMissing : null}
            onChange={setSource}
          />
        </div>
        <div className="layout-field-parts">
          {Object.entries(closureReasons).map(([reason, { label }]) => (
            <TextField
              key={reason}
              label={label}
              value={typed[reason] ?? ''}
              error={isCode(typed[reason] ?? '') ? null : text.codeWrong}
              onChange={(code) => setTyped({ ...typed, [reason]: code.trim() })}
            />
          ))}
        </div>
        {save.error && <Notice kind="bad">{save.error.message}</Notice>}
        <div className="row">
          <Button type="submit" kind="primary" isDisabled={save.isPending}>
            {text.save}
          </Button>
          <Button kind="quiet" onPress={onDone}>
            {text.cancel}
          </Button>
          <span className="muted">{text.keys}</span>
        </div>
      </Section>
    </form>
  )
}
