import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { addDays } from '../values/day.ts'
import { AssignDialog, FailedList } from '../worklist/assign.page.tsx'
import type { Failed } from '../worklist/worklist-view.ts'
import { groupText as text } from './group.text.ts'
import { HouseholdList } from './household-list.page.tsx'
import type { GroupView, ListedHousehold } from './target-groups-view.ts'

type MembersProps = { view: GroupView; address: UrlState; onChange: (changes: UrlState) => void }

/** Those in the group that the user may see; some of them can be marked, and shared among caseworkers or let leave. */
export function MembersSection({ view, address, onChange }: MembersProps) {
  const { rows, unlisted, entry, today } = view
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set())
  const [isAssigning, setAssigning] = useState(false)
  const [failed, setFailed] = useState<Failed[]>([])
  const leave = useLeave(entry.key, () => setMarked(new Set()))
  const client = useQueryClient()
  const isFrozen = entry.body.kind === 'frozen'
  const here = rows.filter(({ until }) => until === null || until > today)
  const mark = (id: number, isMarked: boolean) =>
    setMarked((before) => new Set(isMarked ? [...before, id] : [...before].filter((each) => each !== id)))
  return (
    <Section title={text.membersTitle(rows.length)}>
      {leave.error && <Notice kind="bad">{leave.error.message}</Notice>}
      <div className="groups-actions">
        <p role="status">{text.selected(marked.size)}</p>
        <Button size="small" onPress={() => setMarked(new Set(here.map(({ id }) => id)))}>
          {text.selectAll}
        </Button>
        {marked.size > 0 && (
          <>
            <Button size="small" onPress={() => setMarked(new Set())}>
              {text.unselect}
            </Button>
            <Button size="small" kind="primary" onPress={() => setAssigning(true)}>
              {text.assign}
            </Button>
            {isFrozen && (
              <Button
                size="small"
                isDisabled={leave.isPending}
                onPress={() => leave.mutate({ ids: [...marked], today })}
              >
                {text.leave}
              </Button>
            )}
          </>
        )}
      </div>
      {failed.length > 0 && (
        <Notice kind="warning" title={text.assignFailed}>
          <FailedList failed={failed} />
        </Notice>
      )}
      <HouseholdList
        caption={text.membersTitle(rows.length)}
        rows={rows}
        unlisted={unlisted}
        words={address['sok'] ?? ''}
        onWords={(sok) => onChange({ sok })}
        {...(isFrozen && { stayOf, stayLabel: text.columns.stay, costLabel: text.columns.cost })}
        mark={(row) =>
          here.includes(row) && (
            <Checkbox isSelected={marked.has(row.id)} onChange={(isMarked) => mark(row.id, isMarked)}>
              {text.select} <span className="visually-hidden">{row.key}</span>
            </Checkbox>
          )
        }
        markLabel={text.select}
      />
      {isAssigning && (
        <AssignDialog
          households={[...marked]}
          me={null}
          onClose={() => setAssigning(false)}
          onDone={(those) => {
            setFailed(those)
            setAssigning(false)
            setMarked(new Set())
            void client.invalidateQueries({ queryKey: ['target-groups'] })
          }}
        />
      )}
    </Section>
  )
}

const stayOf = ({ from, until }: ListedHousehold): ReactNode => (
  <span className="groups-day">
    {from !== null && (until === null ? text.since(from) : text.fromTo(from, addDays(until, -1)))}
  </span>
)

/** The day is the first no longer in the group: today. Undo brings them back. */
function useLeave(key: string, onDone: () => void) {
  const client = useQueryClient()
  const post = (households: number[], until: string | null) =>
    send<{ changed: number[] }>('POST', `/api/target-groups/${key}/members`, { households, until })
  const refresh = () => client.invalidateQueries({ queryKey: ['target-groups'] })
  const undo = (ids: number[]) =>
    post(ids, null).then(
      ({ changed }) => refresh().then(() => void showToast(text.returned(changed.length))),
      (error: Error) => void showToast(error.message),
    )
  return useMutation<{ changed: number[] }, Error, { ids: number[]; today: string }>({
    mutationFn: ({ ids, today }) => post(ids, today),
    onSuccess: async ({ changed }) => {
      onDone()
      await refresh()
      showToast(text.left(changed.length), () => void undo(changed))
    },
  })
}
