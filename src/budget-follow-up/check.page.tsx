import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as FileButton, FileTrigger } from 'react-aria-components'
import type { CheckedTable } from '../economy/check-printed-table.ts'
import type { Severity } from '../economy/printed-finding.ts'
import { findingText, severityText } from '../economy/printed-finding.text.ts'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { EconomyNav } from './economy-nav.page.tsx'
import { economyText, exampleTable } from './economy.text.ts'

const text = economyText.check
const tones: Record<Severity, 'bad' | 'warning' | 'info'> = { error: 'bad', question: 'warning', note: 'info' }

/** Granska en tabell: what is pasted is recomputed, and what does not agree is shown. Nothing is kept. */
export function CheckPage() {
  const [table, setTable] = useState('')
  const [months, setMonths] = useState('')
  const [comment, setComment] = useState('')
  const check = useMutation<CheckedTable, ApiRefusal, void>({
    mutationFn: () =>
      send('POST', '/api/economy/check', { text: table, months: months ? Number(months) : null, comment }),
  })
  const isMonths = months === '' || /^([1-9]|1[0-2])$/.test(months)
  return (
    <Page title={text.title} lead={text.lead} above={<EconomyNav />}>
      <form
        className="panel economy-form"
        onKeyDownCapture={sendOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault()
          if (table.trim() && isMonths) check.mutate()
        }}
      >
        <div className="economy-paste">
          <TextArea label={text.table} value={table} onChange={setTable} description={text.tableHelp} rows={10} />
        </div>
        <div className="row">
          <FileTrigger
            acceptedFileTypes={['.txt', '.csv', '.tsv', '.md']}
            onSelect={(files) => void readFirst(files).then(setTable)}
          >
            <FileButton className="button button-secondary button-small">{text.file}</FileButton>
          </FileTrigger>
          <Button kind="quiet" size="small" onPress={() => setTable(exampleTable)}>
            {text.example}
          </Button>
        </div>
        <div className="economy-fields">
          <TextField
            label={text.months}
            value={months}
            onChange={setMonths}
            description={text.monthsHelp}
            error={isMonths ? null : text.notMonths}
          />
          <TextArea label={text.comment} value={comment} onChange={setComment} description={text.commentHelp} />
        </div>
        <div className="row">
          <Button kind="primary" type="submit" isDisabled={check.isPending || !table.trim()}>
            {text.run}
          </Button>
          <span className="muted">{text.shortcut}</span>
        </div>
      </form>
      <div aria-live="polite" className="stack">
        {check.error && (
          <Notice kind="bad" title={text.failed}>
            {check.error.message}
          </Notice>
        )}
        {check.data && <Findings checked={check.data} />}
      </div>
    </Page>
  )
}

const Findings = ({ checked: { columns, rows, findings } }: { checked: CheckedTable }) => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return (
    <Section title={text.findings}>
      <p>{text.summary(count('error'), count('question'), count('note'))}</p>
      {findings.length > 0 && (
        <Table
          caption={text.findings}
          hideCaption
          rowHeader={text.row}
          columns={[
            { id: 'kind', label: text.kind, numeric: false },
            { id: 'finding', label: text.finding, numeric: false },
          ]}
          rows={findings.map((finding, at) => ({
            id: String(at),
            label: finding.label || text.whole,
            cells: [
              <Tag key="kind" tone={tones[finding.severity]}>
                {severityText[finding.severity]}
              </Tag>,
              <div key="finding" className="economy-text">
                {findingText(finding)}
              </div>,
            ],
          }))}
        />
      )}
      <Table
        caption={text.asRead}
        rowHeader={text.row}
        columns={columns.map(({ heading }, at) => ({ id: String(at), label: heading }))}
        rows={rows.map(({ line, label, kind, texts }) => ({
          id: String(line),
          label,
          cells: texts,
          ...(kind !== 'plain' && { kind }),
        }))}
      />
    </Section>
  )
}

/** UTF-8 when it is that, else as Windows writes Swedish letters. */
async function readFirst(files: FileList | null): Promise<string> {
  const bytes = await files?.[0]?.arrayBuffer()
  if (!bytes) return ''
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
