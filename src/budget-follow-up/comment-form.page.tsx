import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { showToast } from '../ui/Toast.tsx'
import { addMonths, type Month } from '../values/month.ts'
import type { Comment } from './economy-view.ts'
import { economyText } from './economy.text.ts'

const text = economyText.comment

type CommentFormProps = { comment: Comment; name: string; from: Month; to: Month }

/** What explains a table of these months; goes into the report below it. Opens from a button, which has the focus again after it. */
export function CommentForm(props: CommentFormProps) {
  const [state, setState] = useState<'unopened' | 'open' | 'closed'>('unopened')
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state === 'closed') place.current?.querySelector('button')?.focus()
  }, [state])
  if (state === 'open') return <OpenForm {...props} onClose={() => setState('closed')} />
  const { comment, name } = props
  return (
    <div ref={place}>
      <Button
        size="small"
        onPress={() => setState('open')}
        aria-label={text.of(comment.text ? text.change : text.write, name)}
      >
        {comment.text ? text.change : text.write}
      </Button>
    </div>
  )
}

/** Ctrl + Enter saves and Esc closes. */
function OpenForm({ comment, name, from, to, onClose }: CommentFormProps & { onClose: () => void }) {
  const [written, setWritten] = useState(comment.text)
  const client = useQueryClient()
  const until = addMonths(to, 1)
  const save = useMutation<{ version: number }, ApiRefusal, { text: string; seen: number; isUndo?: boolean }>({
    mutationFn: ({ text: said, seen }) =>
      send('PUT', `/api/catalogue/table-comment/${comment.table}-${from}-${until}`, {
        seen,
        body: { table: comment.table, from, until, text: said },
      }),
    onSuccess: ({ version }, { isUndo }) => {
      void client.invalidateQueries({ queryKey: ['economy'] })
      onClose()
      if (isUndo) showToast(text.undone)
      else showToast(text.saved, () => save.mutate({ text: comment.text, seen: version, isUndo: true }))
    },
  })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  return (
    <form
      ref={form}
      className="economy-form"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onKeyDownCapture={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault()
        if (written !== comment.text) save.mutate({ text: written, seen: comment.seen })
      }}
    >
      <TextArea
        label={text.label(name)}
        value={written}
        onChange={setWritten}
        description={text.help}
        error={save.error?.message ?? null}
      />
      <div className="row">
        <Button type="submit" size="small" isDisabled={save.isPending || written === comment.text}>
          {text.save}
        </Button>
        <Button kind="quiet" size="small" onPress={onClose}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}
