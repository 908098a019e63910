import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFocusAfter } from '../promises/focus-after.page.tsx'
import { ShownFigure } from '../promises/shown-figure.page.tsx'
import { Unfold } from '../promises/unfold.page.tsx'
import { type ApiRefusal, get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'
import { showToast } from '../ui/Toast.tsx'
import { AnswerForm } from './answer-form.page.tsx'
import type { BoardQuestion, BoardQuestions } from './board-view.ts'
import { boardText as text } from './board.text.ts'

const questionsKey = ['board', 'questions']

/** What the board has asked, and what the unit has answered with a figure. */
export function QuestionsPart() {
  const list = useQuery({
    queryKey: questionsKey,
    queryFn: ({ signal }) => get<BoardQuestions>('/api/board/questions', {}, signal),
  })
  const place = useFocusAfter(list.data)
  return (
    <Section title={text.questions}>
      <div ref={place} tabIndex={-1} className="board-part" />
      <Loaded query={list} what={text.questionsWhat}>
        {({ questions, mayAsk, mayAnswer }) => (
          <>
            <p className="board-note">{text.questionsLead}</p>
            {mayAsk && <AskForm />}
            {questions.length === 0 ? (
              <p>{text.noQuestions}</p>
            ) : (
              <ul className="board-list" aria-live="polite">
                {questions.map((question) => (
                  <li key={question.id}>
                    <OneQuestion question={question} mayAnswer={mayAnswer} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function AskForm() {
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: questionsKey })
  const takeBack = (id: number) =>
    send('DELETE', `/api/board/questions/${id}`).then(
      () => refresh().then(() => showToast(text.withdrawn)),
      (error: Error) => showToast(error.message),
    )
  const ask = useMutation<{ id: number }, ApiRefusal>({
    mutationFn: () => send<{ id: number }>('POST', '/api/board/questions', { text: typed }),
    onSuccess: async ({ id }) => {
      setTyped('')
      setTried(false)
      await refresh()
      showToast(text.sent, () => void takeBack(id))
    },
  })
  return (
    <form
      className="board-form"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (typed.trim() && !ask.isPending) ask.mutate()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
    >
      <TextArea
        label={text.ask}
        description={text.askHelp}
        value={typed}
        onChange={setTyped}
        rows={3}
        error={isTried && !typed.trim() ? text.needed : null}
      />
      {ask.error && <Notice kind="bad">{ask.error.message}</Notice>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={ask.isPending}>
          {text.send}
        </Button>
        <span className="board-note">{text.keys}</span>
      </div>
    </form>
  )
}

type OneQuestionProps = { question: BoardQuestion; mayAnswer: boolean }

const OneQuestion = ({ question, mayAnswer }: OneQuestionProps) => (
  <>
    <p className="board-question">{question.text}</p>
    <div className="board-head">
      <span className="board-note">{text.asked(question.askedOn, question.askedBy)}</span>
      {!question.answer && <Tag tone="warning">{text.waiting}</Tag>}
    </div>
    {question.answer ? (
      <div className="board-answer">
        <strong>{text.answered(question.answer.on)}</strong>
        <p>{question.answer.text}</p>
        {question.answer.figure ? <ShownFigure figure={question.answer.figure} /> : <p>{text.lostFigure}</p>}
      </div>
    ) : (
      mayAnswer && (
        <Unfold title={text.answerQuestion} label={text.answerOf(question.text)}>
          <AnswerForm question={question} />
        </Unfold>
      )
    )}
    <TakeBack question={question} mayAnswer={mayAnswer} />
  </>
)

/** A member takes back the own question while it waits; the unit its answer. */
function TakeBack({ question: { id, text: asked, answer, mayWithdraw }, mayAnswer }: OneQuestionProps) {
  const client = useQueryClient()
  const ofAnswer = answer !== null
  const take = useMutation({
    mutationFn: () => send('DELETE', `/api/board/questions/${id}${ofAnswer ? '/answer' : ''}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: questionsKey })
      showToast(ofAnswer ? text.answerWithdrawn : text.withdrawn)
    },
    onError: (error) => showToast(error.message),
  })
  if (ofAnswer ? !mayAnswer : !mayWithdraw) return null
  return (
    <div className="row">
      <Button
        size="small"
        kind="quiet"
        isDisabled={take.isPending}
        onPress={() => take.mutate()}
        aria-label={ofAnswer ? text.withdrawAnswerOf(asked) : text.withdrawOf(asked)}
      >
        {ofAnswer ? text.withdrawAnswer : text.withdraw}
      </Button>
    </div>
  )
}
