import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { showToast } from '../ui/Toast.tsx'
import { parseAddress, type UrlState, writeAddress } from '../ui/url-state.ts'
import type { SavedView } from './worklist-view.ts'
import { savedViewText } from './worklist.text.ts'

const key = ['worklist-views']
const mostViews = 30

/** The household beside the list is not part of a view. */
const addressOf = (address: UrlState) => writeAddress({ ...address, household: undefined }).slice(1)

/** The user's own views: a link each, and saving the one that is shown. */
export function SavedViews({ address }: { address: UrlState }) {
  const query = useQuery({ queryKey: key, queryFn: () => get<{ views: SavedView[] }>('/api/worklist/views') })
  const save = useSaveViews()
  return (
    <section className="worklist-saved" aria-labelledby="saved-views">
      <h2 id="saved-views" className="field-legend">
        {savedViewText.title}
      </h2>
      <Loaded query={query} what={savedViewText.views}>
        {({ views }) => (
          <>
            {views.length === 0 && <p className="muted">{savedViewText.none}</p>}
            <ul>
              {views.map((view) => (
                <li key={view.name}>
                  <Link to="." search={() => parseAddress(view.address)}>
                    {view.name}
                  </Link>
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={savedViewText.removeNamed(view.name)}
                    onPress={() => save(without(views, view), savedViewText.removed(view.name), views)}
                  >
                    {savedViewText.remove}
                  </Button>
                </li>
              ))}
            </ul>
            <SaveView
              views={views}
              onSave={(name) =>
                save([...without(views, { name }), { name, address: addressOf(address) }], savedViewText.saved(name))
              }
            />
          </>
        )}
      </Loaded>
    </section>
  )
}

const without = (views: SavedView[], { name }: { name: string }) => views.filter((view) => view.name !== name)

function useSaveViews() {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: ({ views }: { views: SavedView[] }) =>
      send<{ views: SavedView[] }>('PUT', '/api/worklist/views', { views }),
    onSuccess: (answer) => client.setQueryData(key, answer),
    onError: (error) => showToast(error.message),
  })
  return (views: SavedView[], done: string, before?: SavedView[]) =>
    mutate({ views }, { onSuccess: () => showToast(done, before && (() => mutate({ views: before }))) })
}

function SaveView({ views, onSave }: { views: SavedView[]; onSave: (name: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [isAsked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isOpen) form.current?.querySelector('input')?.focus()
  }, [isOpen])
  const trimmed = name.trim()
  const isRight = trimmed.length > 0 && trimmed.length <= 60
  const exists = views.some((view) => view.name === trimmed)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isRight) return setAsked(true)
    onSave(trimmed)
    setOpen(false)
    setName('')
    setAsked(false)
  }
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {savedViewText.save}
      </Button>
      <Dialog
        title={savedViewText.save}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{savedViewText.cancel}</Button>
            <Button kind="primary" onPress={submit} isDisabled={views.length >= mostViews && !exists}>
              {savedViewText.save}
            </Button>
          </>
        }
      >
        {views.length >= mostViews && !exists && <Notice kind="warning">{savedViewText.tooMany}</Notice>}
        <form ref={form} onSubmit={submit}>
          <TextField
            label={savedViewText.name}
            value={name}
            onChange={setName}
            error={isAsked && !isRight ? savedViewText.nameNeeded : null}
            {...(exists && { description: savedViewText.replaces })}
          />
        </form>
      </Dialog>
    </>
  )
}
