import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox, Choice, optionsOf, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { showToast } from '../ui/Toast.tsx'
import { keyOf } from '../values/key.ts'
import type { FreezePlan, Rule, TargetGroup } from './target-groups-view.ts'
import { saveText as text } from './target-groups.text.ts'

const empty = { name: '', purpose: '', kind: 'frozen', exclusive: false, restricted: false }

/** Saves a ranking as a group: as a rule, or with its households written down today. */
export function SaveGroup({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const [typed, setTyped] = useState(empty)
  const [isTried, setTried] = useState(false)
  const save = useSaveGroup()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const set = (changes: Partial<typeof empty>) => setTyped({ ...typed, ...changes })
  const key = keyOf(typed.name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { name, purpose, exclusive, restricted, kind } = typed
    if (key === '' || save.isPending) return
    const body: TargetGroup = {
      ...{ name: name.trim(), purpose: purpose.trim(), kind: 'rule', rule, exclusive, restricted, frozen: [] },
    }
    save.mutate({ key, body, freeze: kind === 'frozen' })
  }
  return (
    <form
      ref={form}
      className="panel stack"
      aria-label={text.title}
      onSubmit={submit}
      onKeyDownCapture={sendOnCtrlEnter}
    >
      <h3>{text.title}</h3>
      {save.error && (
        <Notice kind="bad">{save.error.problem === 'changed-since' ? text.taken : save.error.message}</Notice>
      )}
      <TextField
        label={text.name}
        value={typed.name}
        onChange={(name) => set({ name })}
        error={isTried && key === '' ? text.nameNeeded : null}
      />
      <TextArea label={text.purpose} value={typed.purpose} onChange={(purpose) => set({ purpose })} />
      <Choice label={text.kind} value={typed.kind} options={optionsOf(text.kinds)} onChange={(kind) => set({ kind })} />
      <Checkbox isSelected={typed.exclusive} onChange={(exclusive) => set({ exclusive })}>
        {text.exclusive}
      </Checkbox>
      <Checkbox isSelected={typed.restricted} onChange={(restricted) => set({ restricted })}>
        {text.restricted}. {text.restrictedHelp}
      </Checkbox>
      <div className="groups-actions">
        <Button kind="primary" type="submit" isDisabled={save.isPending}>
          {text.save}
        </Button>
        <Button onPress={onClose}>{text.cancel}</Button>
      </div>
    </form>
  )
}

type Saving = { key: string; body: TargetGroup; freeze: boolean }

type Frozen = { version: number; plan: FreezePlan }

/** Saved first, then frozen: undone, the group is a rule without households, which can be frozen any other day. */
function useSaveGroup() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const refresh = () => client.invalidateQueries({ queryKey: ['target-groups'] })
  const undo = (key: string, seen: number) =>
    send('POST', `/api/target-groups/${key}/freeze/undo`, { seen }).then(
      () => refresh().then(() => void showToast(text.undone)),
      (error: Error) => void showToast(error.message),
    )
  return useMutation<Frozen | null, ApiRefusal, Saving>({
    mutationFn: async ({ key, body, freeze }) => {
      const { version } = await send<{ version: number }>('PUT', `/api/catalogue/target-group/${key}`, {
        ...{ seen: 0, body },
      })
      return freeze ? send<Frozen>('POST', `/api/target-groups/${key}/freeze`, { seen: version }) : null
    },
    onSuccess: async (frozen, { key, body }) => {
      await refresh()
      if (frozen)
        showToast(text.frozen(frozen.plan.added, elsewhereOf(frozen.plan)), () => void undo(key, frozen.version))
      else showToast(text.saved(body.name))
      void navigate({ to: '/malgrupper/$key', params: { key } })
    },
  })
}

const elsewhereOf = ({ elsewhere }: FreezePlan): number =>
  elsewhere.reduce((sum, { households }) => sum + households, 0)
