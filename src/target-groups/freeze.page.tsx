import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { groupText as text } from './group.text.ts'
import { CountField } from './ranking-filters.page.tsx'
import type { FreezePlan, GroupView } from './target-groups-view.ts'

type FreezeProps = {
  view: GroupView
  plan: FreezePlan
  address: UrlState
  /** Another number has been asked for, and its plan has not come. */
  isBusy: boolean
  onChange: (changes: UrlState) => void
}

/** What writing the households down, or extending to another number, would do; and then it is done, and can be undone. */
export function FreezeSection({ view, plan, address, isBusy, onChange }: FreezeProps) {
  const { entry } = view
  const isFrozen = entry.body.kind === 'frozen'
  const freeze = useFreeze(view.entry.key, plan.added, () => onChange({ costliest: '' }))
  const { rule } = entry.body
  const caseworkers = view.project?.entry.body.caseworkers.length ?? 0
  const asked = Number(address['costliest']) || rule.costliest
  return (
    <Section title={isFrozen ? text.extendTitle : text.freezeTitle}>
      {freeze.error && <Notice kind="bad">{freeze.error.message}</Notice>}
      {rule.costliest !== null && (
        <div className="groups-filters">
          <CountField label={text.costliest} value={asked} onChange={(costliest) => onChange({ costliest })} />
        </div>
      )}
      <div role="status" className="groups-sentence">
        <p>
          {plan.added === 0 && isFrozen
            ? text.planNone
            : `${text.plan(plan.found, plan.added, plan.already, plan.members)} ${isFrozen ? text.planStays : ''}`}
        </p>
        {caseworkers > 0 && plan.added > 0 && <p>{text.planLoad(caseworkers, view.members, plan.members)}</p>}
        {plan.elsewhere.map(({ name, households }) => (
          <p key={name}>{text.planElsewhere(name, households)}</p>
        ))}
      </div>
      {plan.added > 0 && (
        <div className="groups-actions">
          <Button
            kind="primary"
            isDisabled={isBusy || freeze.isPending}
            onPress={() => freeze.mutate({ seen: entry.version, ...(asked !== null && { costliest: asked }) })}
          >
            {isFrozen ? text.extend(plan.added) : text.freeze}
          </Button>
        </div>
      )}
    </Section>
  )
}

function useFreeze(key: string, added: number, onDone: () => void) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['target-groups'] })
  const undo = (seen: number) =>
    send('POST', `/api/target-groups/${key}/freeze/undo`, { seen }).then(
      () => refresh().then(() => void showToast(text.undone)),
      (error: Error) => void showToast(error.message),
    )
  return useMutation<{ version: number }, ApiRefusal, { seen: number; costliest?: number }>({
    mutationFn: (body) => send<{ version: number }>('POST', `/api/target-groups/${key}/freeze`, body),
    onSuccess: async ({ version }) => {
      onDone()
      await refresh()
      showToast(text.done(added), () => void undo(version))
    },
  })
}
