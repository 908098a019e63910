import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FigureField, useChoices } from '../promises/figure-field.page.tsx'
import type { PromiseChoices } from '../promises/promises-view.ts'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { BoardQuestion } from './board-view.ts'
import { boardText as text } from './board.text.ts'

/** An answer is words and a figure. */
export function AnswerForm({ question }: { question: BoardQuestion }) {
  const choices = useChoices()
  return (
    <Loaded query={choices} what={text.questionsWhat}>
      {(found) => <Fields question={question} choices={found} />}
    </Loaded>
  )
}

function Fields({ question: { id }, choices }: { question: BoardQuestion; choices: PromiseChoices }) {
  const [typed, setTyped] = useState({ text: '', figure: '' })
  const [isTried, setTried] = useState(false)
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['board', 'questions'] })
  const takeBack = () =>
    send('DELETE', `/api/board/questions/${id}/answer`).then(
      () => refresh().then(() => showToast(text.answerWithdrawn)),
      (error: Error) => showToast(error.message),
    )
  const answer = useMutation<unknown, ApiRefusal>({
    mutationFn: () => send('PUT', `/api/board/questions/${id}/answer`, typed),
    onSuccess: async () => {
      await refresh()
      showToast(text.answerSent, () => void takeBack())
    },
  })
  return (
    <form
      className="board-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (typed.text.trim() && typed.figure && !answer.isPending) answer.mutate()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
    >
      <TextArea
        label={text.answer}
        value={typed.text}
        onChange={(said) => setTyped({ ...typed, text: said })}
        rows={3}
        error={isTried && !typed.text.trim() ? text.answerNeeded : null}
      />
      <FigureField
        label={text.answerFigure}
        description={text.answerFigureHelp}
        figures={choices.figures}
        value={typed.figure}
        onChange={(figure) => setTyped({ ...typed, figure })}
        error={isTried && !typed.figure ? text.figureNeeded : null}
      />
      {answer.error && <Notice kind="bad">{answer.error.message}</Notice>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={answer.isPending}>
          {text.sendAnswer}
        </Button>
        <span className="board-note">{text.keys}</span>
      </div>
    </form>
  )
}
