import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkboxes, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { Assigned, AssignmentPlan, Failed } from './worklist-view.ts'
import { assignText, worklistText } from './worklist.text.ts'

type Props = {
  households: number[]
  me: string | null
  onClose: () => void
  /** With those that could not be assigned, each with its reason. */
  onDone: (failed: Failed[]) => void
}

/** Nobody, among the codes of caseworkers, which are never empty. */
const nobody = ''
const toCode = (value: string) => (value === nobody ? null : value)

/** To whom; what it would do, with the reminders that would be lost; and then it is done, and can be undone. */
export function AssignDialog({ households, me, onClose, onDone }: Props) {
  const [chosen, setChosen] = useState<string[]>([])
  const plan = usePlan(households, chosen)
  const assign = useAssign(onDone)
  const moves = chosen.length > 0 && !plan.isPlaceholderData ? (plan.data?.assignments ?? []) : []
  return (
    <Dialog
      title={assignText.title(households.length)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{assignText.cancel}</Button>
          <Button
            kind="primary"
            isDisabled={moves.length === 0 || assign.isPending}
            onPress={() => assign.mutate({ assignments: moves })}
          >
            {assignText.confirm(moves.length)}
          </Button>
        </>
      }
    >
      <div className="stack">
        {assign.error && <Notice kind="bad">{assign.error.message}</Notice>}
        <Loaded query={plan} what={assignText.plan}>
          {(data) => (
            <>
              <Caseworkers plan={data} me={me} chosen={chosen} onChoose={setChosen} />
              <Consequences plan={data} isChosen={chosen.length > 0} />
            </>
          )}
        </Loaded>
      </div>
    </Dialog>
  )
}

const usePlan = (households: number[], chosen: string[]) =>
  useQuery({
    queryKey: ['worklist-plan', households, chosen],
    queryFn: () =>
      send<AssignmentPlan>('POST', '/api/worklist/assign/preview', { households, caseworkers: chosen.map(toCode) }),
    placeholderData: keepPreviousData,
    // What others do meanwhile may change it.
    gcTime: 0,
  })

function useAssign(onDone: (failed: Failed[]) => void) {
  const client = useQueryClient()
  const refresh = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => ['worklist', 'path'].includes(String(queryKey[0])) })
  const undo = async (recorded: Assigned['recorded']) => {
    const undone = await send<Assigned>('POST', '/api/worklist/assign/undo', { recorded })
    showToast(assignText.undone(undone.recorded.length))
    if (undone.failed.length > 0) showToast(assignText.notUndone(undone.failed.length))
    await refresh()
  }
  return useMutation({
    mutationFn: (body: Pick<AssignmentPlan, 'assignments'>) => send<Assigned>('POST', '/api/worklist/assign', body),
    onSuccess: ({ recorded, failed }, { assignments }) => {
      void refresh()
      onDone(failed)
      if (recorded.length > 0)
        showToast(
          doneText(recorded.length, assignments),
          () => void undo(recorded).catch((error: Error) => showToast(error.message)),
        )
    },
  })
}

function doneText(count: number, assignments: AssignmentPlan['assignments']): string {
  const codes = [...new Set(assignments.map(({ caseworker }) => caseworker))]
  return codes.length === 1
    ? assignText.done(count, codes[0] ?? worklistText.noCaseworker)
    : assignText.doneShared(count, codes.length)
}

type CaseworkersProps = {
  plan: AssignmentPlan
  me: string | null
  chosen: string[]
  onChoose: (chosen: string[]) => void
}

function Caseworkers({ plan, me, chosen, onChoose }: CaseworkersProps) {
  const [words, setWords] = useState('')
  const options = plan.caseworkers.map(({ code, now, after }) => ({
    value: code ?? nobody,
    label: `${nameOf(code, me)}: ${assignText.load(now, after)}`,
  }))
  const isFound = ({ value, label }: { value: string; label: string }) =>
    chosen.includes(value) || label.toLowerCase().includes(words.trim().toLowerCase())
  return (
    <>
      {options.length > 12 && <TextField label={assignText.find} value={words} onChange={setWords} />}
      <div className="worklist-caseworkers">
        <Checkboxes label={assignText.choose} options={options.filter(isFound)} value={chosen} onChange={onChoose} />
      </div>
      <p className="muted">{assignText.loadMeaning}</p>
    </>
  )
}

function nameOf(code: string | null, me: string | null): string {
  if (code === null) return assignText.nobody
  return code === me ? assignText.you(code) : code
}

/** Read out when it changes, since it is why the dialog is there. */
function Consequences({ plan, isChosen }: { plan: AssignmentPlan; isChosen: boolean }) {
  const { assignments, unchanged, lost, failed } = plan
  return (
    <div role="status" className="stack">
      {isChosen ? (
        <p>
          {assignText.moves(assignments.length)} {unchanged > 0 && assignText.unchanged(unchanged)}
        </p>
      ) : (
        <p>{assignText.chooseFirst}</p>
      )}
      {lost.length > 0 && (
        <Notice kind="warning" title={assignText.lostTitle(lost.length)}>
          <p>{assignText.lost}</p>
          <ul className="worklist-named">
            {lost.map(({ householdId, key, name, caseworker, text, on }) => (
              <li key={householdId}>
                {assignText.lostRow(key, name, caseworker ?? worklistText.noCaseworker)}
                {text !== null && ` ${assignText.lostText(text, on ?? '')}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {failed.length > 0 && (
        <Notice kind="warning" title={assignText.failedTitle(failed.length)}>
          <FailedList failed={failed} />
        </Notice>
      )}
    </div>
  )
}

export const FailedList = ({ failed }: { failed: Failed[] }) => (
  <ul className="worklist-named">
    {failed.map(({ householdId, key, name, text }) => (
      <li key={householdId}>
        {assignText.failedRow([key, name].filter(Boolean).join(', ') || assignText.unknownHousehold, text)}
      </li>
    ))}
  </ul>
)
