import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox, sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatMoment } from '../values/format.ts'
import { writingText } from './report-writing.text.ts'
import { focusText } from './text-place.page.tsx'
import type { DraftComment } from './writing-view.ts'

const text = writingText.comments

type CommentFormProps = {
  section: string
  quoted: string
  onSend: (text: string) => Promise<unknown>
  onCancel: () => void
}

/** Something to say to the other authors about a text, or about the words that were marked in it. */
export function CommentForm({ section, quoted, onSend, onCancel }: CommentFormProps) {
  const [written, setWritten] = useState('')
  const [error, setError] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (written.trim() === '') return setError(text.empty)
    onSend(written).catch((failure: Error) => setError(failure.message))
  }
  return (
    <form ref={form} className="comment-form" onSubmit={submit} onKeyDown={sendOnCtrlEnter}>
      {quoted && <p className="comment-quoted">{text.quoted(quoted)}</p>}
      <TextArea label={text.field(section)} value={written} onChange={setWritten} error={error} />
      <div className="row">
        <Button type="submit" kind="primary" size="small">
          {text.send}
        </Button>
        <Button size="small" onPress={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  )
}

type CommentsProps = { report: number; comments: readonly DraftComment[]; headings: ReadonlyMap<string, string> }

/** What the authors have said, open ones first. */
export function Comments({ report, comments, headings }: CommentsProps) {
  const [showsSettled, setShown] = useState(false)
  const client = useQueryClient()
  const settle = useMutation<null, Error, { id: number; settled: boolean }>({
    mutationFn: ({ id, settled }) => send('PUT', `/api/written-reports/${report}/comments/${id}`, { settled }),
    onSuccess: async (_, { id, settled }) => {
      await client.invalidateQueries({ queryKey: ['written-report', report] })
      showToast(
        settled ? text.settled : text.reopened,
        settled ? () => settle.mutate({ id, settled: false }) : undefined,
      )
    },
    onError: (error) => showToast(error.message),
  })
  const open = comments.filter(({ settledBy }) => settledBy === null)
  const settled = comments.filter(({ settledBy }) => settledBy !== null)
  return (
    <div className="stack">
      {open.length === 0 && <p>{text.none}</p>}
      <ul className="comments">
        {[...open, ...(showsSettled ? settled : [])].map((comment) => (
          <li key={comment.id} className="comment">
            <a
              href={`#${comment.part}`}
              onClick={(event) => {
                event.preventDefault()
                focusText(comment.part)
              }}
            >
              {text.about(headings.get(comment.part) ?? comment.part)}
            </a>
            {comment.quoted && <p className="comment-quoted">{text.quoted(comment.quoted)}</p>}
            <p className="comment-text">{comment.text}</p>
            <p className="muted">
              {text.by(comment.writtenBy ?? text.someone, formatMoment(new Date(comment.writtenAt)))}
              {comment.settledBy && `. ${text.settledBy(comment.settledBy)}`}
            </p>
            {comment.settledBy === null && (
              <Button size="small" onPress={() => settle.mutate({ id: comment.id, settled: true })}>
                {text.settle}
                <span className="visually-hidden">: {comment.text.slice(0, 60)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {settled.length > 0 && (
        <Checkbox isSelected={showsSettled} onChange={setShown}>
          {text.showSettled(settled.length)}
        </Checkbox>
      )}
    </div>
  )
}
