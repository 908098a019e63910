import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ApiRefusal, get, send } from '../ui/api.ts'
import { showToast } from '../ui/Toast.tsx'
import type { CaseEventKind } from './case-bodies.ts'
import { eventName } from './case-event.text.ts'
import type { CaseView } from './payment-cases-view.ts'
import { paymentCasesText as text } from './payment-cases.text.ts'
import type { Opening } from './record-case.ts'

type Sent = { seen: number; kind: CaseEventKind; on: string; body: object }

/** Opens a case and goes to it. */
export function useOpenCase() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const forget = () => {
    showToast(text.case.undone)
    void client.invalidateQueries({ queryKey: ['payment-case'] })
    void client.invalidateQueries({ queryKey: ['payment-cases'] })
  }
  return useMutation<{ key: string }, ApiRefusal, Opening>({
    mutationFn: (opening) => send<{ key: string }>('POST', '/api/payment-cases', opening),
    onSuccess: ({ key }) => {
      showToast(text.opened, () => void undoOpening(key).then(forget, (error: Error) => showToast(error.message)))
      void client.invalidateQueries({ queryKey: ['payment-cases'] })
      void navigate({ to: '/utbetalningskontroll/$key', params: { key } })
    },
    onError: ({ message }) => showToast(message),
  })
}

async function undoOpening(key: string): Promise<CaseView> {
  const { sequence: seen, today, events } = await get<CaseView>(`/api/payment-cases/${key}`)
  const sequence = events.findLast(({ kind, isUndone }) => kind === 'opened' && !isUndone)?.sequence ?? seen
  return send('POST', `/api/payment-cases/${key}/events`, { seen, kind: 'undone', on: today, body: { sequence } })
}

/** Records in a case, says so, and offers to take it back. */
export function useRecordInCase(key: string) {
  const client = useQueryClient()
  const post = (sent: Sent) => send<CaseView>('POST', `/api/payment-cases/${key}/events`, sent)
  const show = (view: CaseView) => {
    client.setQueryData(['payment-case', key], view)
    void client.invalidateQueries({ queryKey: ['payment-cases'] })
  }
  /** What one has recorded oneself since does not stand in the way: the rules say whether it rests on this. */
  const seenNow = (sequence: number) => client.getQueryData<CaseView>(['payment-case', key])?.sequence ?? sequence
  const undo = ({ sequence, today }: CaseView) =>
    post({ seen: seenNow(sequence), kind: 'undone', on: today, body: { sequence } }).then(
      (view) => {
        show(view)
        showToast(text.case.undone)
      },
      (error: Error) => showToast(error.message),
    )
  return useMutation<CaseView, ApiRefusal, Sent>({
    mutationFn: post,
    onSuccess: (view, { kind }) => {
      show(view)
      if (kind === 'undone') showToast(text.case.undone)
      else showToast(text.case.saved(eventName[kind]), () => void undo(view))
    },
  })
}
