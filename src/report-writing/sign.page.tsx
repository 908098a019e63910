import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import { writingText } from './report-writing.text.ts'
import type { DraftView, Finding } from './writing-view.ts'

const text = writingText.sign

/** Signs the report, once what stops it is mended or answered. */
export function SignSection({ view, findings }: { view: DraftView; findings: readonly Finding[] }) {
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [reason, setReason] = useState('')
  const navigate = useNavigate()
  const client = useQueryClient()
  const sign = useMutation<{ version: number }, ApiRefusal>({
    mutationFn: () =>
      send('POST', `/api/written-reports/${view.id}/versions`, {
        answers: Object.entries(answers).map(([key, answer]) => ({ key, reason: answer })),
        reason,
      }),
    onSuccess: async ({ version }) => {
      await client.invalidateQueries({ queryKey: ['written-report', view.id] })
      showToast(text.done(version))
      await navigate({
        to: '/rapporter/$id/version/$version',
        params: { id: String(view.id), version: String(version) },
      })
    },
    onError: () => void client.invalidateQueries({ queryKey: ['written-report', view.id, 'preview'] }),
  })
  const stops = findings.filter((finding) => finding.stops)
  const left = stops.filter(({ key }) => !answers[key]?.trim()).length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // Not a disabled button: the focus would be lost with it.
    if (!sign.isPending) sign.mutate()
  }
  return (
    <Section title={text.title}>
      <p>{text.lead(view.signers.join(' eller ').toLocaleLowerCase('sv'))}</p>
      {!view.maySign && <p>{text.notYou}</p>}
      {view.maySign && (
        <form className="stack" onSubmit={submit} onKeyDown={sendOnCtrlEnter}>
          {stops.length > 0 && <p className="muted">{text.answerHelp}</p>}
          {stops.map(({ key, text: said }) => (
            <TextArea
              key={key}
              label={text.answer(said)}
              value={answers[key] ?? ''}
              onChange={(answer) => setAnswers({ ...answers, [key]: answer })}
            />
          ))}
          {view.corrects !== null && <TextArea label={text.reason} value={reason} onChange={setReason} />}
          {sign.error && (
            <Notice kind="bad" title={text.failed}>
              {sign.error.message}
            </Notice>
          )}
          <div className="row">
            <Button type="submit" kind="primary">
              {text.submit}
            </Button>
            <span role="status">{sign.isPending ? text.signing : left > 0 && text.left(left)}</span>
          </div>
        </form>
      )}
    </Section>
  )
}
