import type { User } from '../access/sessions.ts'
import type { FiguresOn } from '../promises/figures-at.ts'
import { figureOn } from '../promises/figures-at.ts'
import type { Day } from '../values/day.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import type { KeptQuestion } from './board.queries.ts'
import type { BoardQuestion, BoardQuestions } from './board-view.ts'

export const mayAsk = ({ role }: Pick<User, 'role'>): boolean => role === 'board'
export const mayAnswer = ({ role }: Pick<User, 'role'>): boolean => role === 'manager' || role === 'controller'

/** The questions as somebody may see them. What waits for an answer stands first for those who answer. */
export function shownQuestions(
  kept: readonly KeptQuestion[],
  { user, today, figuresOn }: { user: User; today: Day; figuresOn: FiguresOn },
): BoardQuestions {
  const questions = kept.map((question) => shown(question, user, figuresOn))
  const waiting = (each: BoardQuestion) => (each.answer ? 1 : 0)
  return {
    ...{ today, mayAsk: mayAsk(user), mayAnswer: mayAnswer(user) },
    questions: mayAnswer(user) ? questions.toSorted((one, other) => waiting(one) - waiting(other)) : questions,
  }
}

function shown(question: KeptQuestion, user: User, figuresOn: FiguresOn): BoardQuestion {
  const { id, text, askedOn, askedBy, askedByName, answer, figure, answeredOn } = question
  return {
    ...{ id, text, askedOn },
    askedBy: mayAnswer(user) ? askedByName : null,
    mayWithdraw: askedBy === user.id && answer === null,
    answer:
      answer === null || figure === null || answeredOn === null
        ? null
        : { text: answer, on: answeredOn, address: figure, figure: figureOn(figuresOn, answeredOn, figure) },
  }
}

/** Whether somebody has written a personal identity number: nothing about a person may stand where the board reads. */
export const holdsIdentityNumber = (text: string, today: Day): boolean =>
  [...text.matchAll(/(?<!\d)\d{6}(?:\d{2})?[-+]?\d{4}(?!\d)/g)].some(([found]) => {
    const written = /[-+]/.test(found) ? found : `${found.slice(0, -4)}-${found.slice(-4)}`
    return IdentityNumber.parse(written, today) !== null
  })
