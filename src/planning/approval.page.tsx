import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Plan } from '../pathway/path.ts'
import type { PathView } from '../pathway/path-view.ts'
import { pathKey, useRecord } from '../pathway/record.page.tsx'
import { Choice } from '../ui/Field.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { LongForm } from './long-form.page.tsx'
import { approvalText as text } from './plan.text.ts'

type ApprovalProps = { view: PathView; plan: Plan; onClose: () => void }

/** The version that was read is the one that is approved: the server refuses when a newer one has come. */
export function Approval({ view, plan, onClose }: ApprovalProps) {
  const [agreed, setAgreed] = useState('')
  const record = useRecord(view)
  const client = useQueryClient()
  // A newer version is to be read before it is approved.
  const onError = () => void client.invalidateQueries({ queryKey: pathKey(view.householdId) })
  const approve = () => {
    if (agreed === '' || record.isPending) return
    const body = { agreedByPerson: agreed === 'yes' }
    const said = { personId: plan.personId, concerns: plan.id, on: view.today, body }
    record.mutate({ events: [{ kind: 'plan-approved', ...said }] }, { onSuccess: onClose, onError })
  }
  return (
    <LongForm title={text.title} onSend={approve}>
      <p>{text.lead(plan.versions.length, plan.latest.on)}</p>
      <Choice
        label={text.agreed}
        value={agreed}
        onChange={setAgreed}
        options={Object.entries(text.choices).map(([value, label]) => ({ value, label }))}
      />
      {agreed === 'no' && <p className="planning-small">{text.notAgreedHint}</p>}
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <div className="planning-actions">
        <Button kind="primary" isDisabled={agreed === '' || record.isPending} onPress={approve}>
          {text.save}
        </Button>
        <Button onPress={onClose}>{text.close}</Button>
      </div>
    </LongForm>
  )
}
