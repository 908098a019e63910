import './number-check.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as FileButton, FileTrigger } from 'react-aria-components'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Progress } from '../ui/Progress.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { CheckedView, ToldFinding } from './checked-view.ts'
import { severityText } from './findings.text.ts'
import { MarkedText } from './marked-text.page.tsx'
import { checkText } from './number-check.text.ts'

type Asked = { text: string } | { file: File }

/** Siffergranskaren: a file or a pasted text in, what does not add up out. Nothing is kept. */
export function NumberCheckPage() {
  const [text, setText] = useState('')
  const check = useMutation<CheckedView, ApiRefusal, Asked>({ mutationFn: askedOf })
  return (
    <Page title={checkText.title} lead={checkText.lead}>
      <form
        className="panel check-form"
        onKeyDownCapture={sendOnCtrlEnter}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) check.mutate({ text })
        }}
      >
        <div className="row">
          <FileTrigger
            acceptedFileTypes={['.docx', '.md', '.txt']}
            onSelect={(files) => files?.[0] && check.mutate({ file: files[0] })}
          >
            <FileButton className="button button-secondary">{checkText.file}</FileButton>
          </FileTrigger>
          <span className="muted">{checkText.fileHelp}</span>
        </div>
        <TextArea
          label={checkText.text}
          value={text}
          onChange={setText}
          description={checkText.textHelp}
          rows={8}
          maxLength={2_000_000}
        />
        <div className="row">
          <Button kind="primary" type="submit" isDisabled={check.isPending || !text.trim()}>
            {checkText.run}
          </Button>
          <Button kind="quiet" onPress={() => setText(checkText.exampleText)}>
            {checkText.example}
          </Button>
          <span className="muted">{checkText.shortcut}</span>
        </div>
      </form>
      <div aria-live="polite" className="stack">
        {check.isPending && <Progress label={checkText.checking} />}
        {check.error && (
          <Notice kind="bad" title={checkText.failed}>
            {check.error.message}
          </Notice>
        )}
        {check.data && <Result checked={check.data} name={nameOf(check.variables)} />}
      </div>
      {check.data && check.data.findings.length > 0 && (
        <Section title={checkText.asRead}>
          <p className="muted">{check.data.isWhole ? checkText.asReadHelp : checkText.isLong}</p>
          <MarkedText checked={check.data} />
        </Section>
      )}
    </Page>
  )
}

const nameOf = (asked: Asked | undefined): string | null => (asked && 'file' in asked ? asked.file.name : null)

function askedOf(asked: Asked): Promise<CheckedView> {
  if ('text' in asked) return send('POST', '/api/check-text', { text: asked.text })
  const form = new FormData()
  form.append('file', asked.file)
  return send('POST', '/api/check-text/file', form)
}

function Result({ checked: { findings, numbers, tables }, name }: { checked: CheckedView; name: string | null }) {
  const count = (severity: ToldFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const read = name && <p className="muted">{checkText.read(name)}</p>
  if (findings.length === 0)
    return (
      <>
        {read}
        <Notice kind={numbers + tables > 0 ? 'good' : 'info'} title={checkText.nothing}>
          {numbers + tables > 0 ? checkText.nothingHelp(numbers, tables) : checkText.noNumbers}
        </Notice>
      </>
    )
  return (
    <Section title={checkText.findings}>
      {read}
      <p>{checkText.summary(count('error'), count('question'))}</p>
      <ol className="check-findings">
        {findings.map((finding, at) => (
          <Finding key={at} finding={finding} at={at} isFile={name !== null && /\.docx$/i.test(name)} />
        ))}
      </ol>
    </Section>
  )
}

const Finding = ({ finding, at, isFile }: { finding: ToldFinding; at: number; isFile: boolean }) => (
  <li className="check-finding" id={`fynd-${at + 1}`} tabIndex={-1}>
    <div className="check-finding-head">
      <span aria-hidden="true">{at + 1}.</span>
      <Tag tone={finding.severity === 'error' ? 'bad' : 'warning'}>{severityText[finding.severity]}</Tag>
      <span className="muted">{isFile ? checkText.paragraph(finding.line) : checkText.line(finding.line)}</span>
      {finding.label && <strong>{finding.label}</strong>}
    </div>
    <p>{finding.text}</p>
    <a href={`#i-texten-${at + 1}`} aria-label={checkText.showNumberInText(at + 1)}>
      {checkText.showInText}
    </a>
  </li>
)
