import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { userOf } from '../access/signed-in.ts'
import { figureOn, loadFiguresOn } from '../promises/figures-at.ts'
import { numberOf } from '../promises/known-figure.ts'
import { asUser, type BoardNeeds, logBoard, refuse } from './board.routes.ts'
import { addQuestion, countWaiting, listQuestions, saveAnswer, withdrawQuestion } from './board.queries.ts'
import type { BoardQuestions } from './board-view.ts'
import { holdsIdentityNumber, mayAnswer, mayAsk, shownQuestions } from './questions.ts'

const aQuestion = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }) })
const written = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' })

/** The board asks; the unit answers with words and a figure. What is written never stands in the log. */
export function questionRoutes(
  server: FastifyInstance,
  { pool, figures, municipality, today, release }: BoardNeeds,
): void {
  const config = { access: 'board' } as const

  server.get('/api/board/questions', { config }, async (request): Promise<BoardQuestions> => {
    const user = userOf(request)
    const kept = await asUser(pool, user, async (tx) => {
      const questions = await listQuestions(tx, user.municipalityId)
      await logBoard(tx, user, 'board-questions-read')
      return questions
    })
    const answered = kept.flatMap(({ figure, answeredOn }) =>
      figure && answeredOn ? [{ on: answeredOn, address: figure }] : [],
    )
    const figuresOn = await loadFiguresOn(figures, municipality, answered, release)
    return shownQuestions(kept, { user, today: today(), figuresOn })
  })

  /** How many wait for an answer: for a manager's first page, without what they say. */
  server.get('/api/board/questions/waiting', { config }, async (request): Promise<{ waiting: number }> => {
    const user = userOf(request)
    return { waiting: await asUser(pool, user, (tx) => countWaiting(tx, user.municipalityId)) }
  })

  server.post<{ Body: { text: string } }>(
    '/api/board/questions',
    { config, schema: { body: Type.Object({ text: written }) } },
    async (request, reply) => {
      const user = userOf(request)
      if (!mayAsk(user)) return refuse(reply, 403, 'not-permitted')
      const text = request.body.text.trim()
      if (holdsIdentityNumber(text, today())) return refuse(reply, 422, 'holds-identity-number')
      const id = await asUser(pool, user, async (tx) => {
        const added = await addQuestion(tx, user.municipalityId, { text, askedBy: user.id, askedOn: today() })
        await logBoard(tx, user, 'board-question-asked', { question: added })
        return added
      })
      return { id }
    },
  )

  server.delete<{ Params: { id: number } }>(
    '/api/board/questions/:id',
    { config, schema: { params: aQuestion } },
    async (request, reply) => {
      const user = userOf(request)
      if (!mayAsk(user)) return refuse(reply, 403, 'not-permitted')
      const { id } = request.params
      const isWithdrawn = await asUser(pool, user, async (tx) => {
        if (!(await withdrawQuestion(tx, user.municipalityId, { id, askedBy: user.id, on: today() }))) return false
        await logBoard(tx, user, 'board-question-withdrawn', { question: id })
        return true
      })
      return isWithdrawn ? { id } : refuse(reply, 409, 'not-yours')
    },
  )

  server.put<{ Params: { id: number }; Body: { text: string; figure: string } }>(
    '/api/board/questions/:id/answer',
    {
      config,
      schema: {
        params: aQuestion,
        body: Type.Object({ text: written, figure: Type.String({ minLength: 1, maxLength: 500 }) }),
      },
    },
    async (request, reply) => {
      const user = userOf(request)
      if (!mayAnswer(user)) return refuse(reply, 403, 'not-permitted')
      const { id } = request.params
      const text = request.body.text.trim()
      if (holdsIdentityNumber(text, today())) return refuse(reply, 422, 'holds-identity-number')
      const figuresOn = await loadFiguresOn(figures, municipality, [{ on: today(), address: request.body.figure }])
      const figure = figureOn(figuresOn, today(), request.body.figure)
      if (!figure || numberOf(figure.cell) === null) return refuse(reply, 422, 'no-such-figure')
      const isSaved = await asUser(pool, user, async (tx) => {
        const answer = { text, figure: figure.address, answeredBy: user.id, answeredOn: today() }
        if (!(await saveAnswer(tx, user.municipalityId, id, answer))) return false
        await logBoard(tx, user, 'board-question-answered', { question: id, figure: figure.address })
        return true
      })
      return isSaved ? { id } : refuse(reply, 404, 'no-such-question')
    },
  )

  server.delete<{ Params: { id: number } }>(
    '/api/board/questions/:id/answer',
    { config, schema: { params: aQuestion } },
    async (request, reply) => {
      const user = userOf(request)
      if (!mayAnswer(user)) return refuse(reply, 403, 'not-permitted')
      const { id } = request.params
      const isSaved = await asUser(pool, user, async (tx) => {
        if (!(await saveAnswer(tx, user.municipalityId, id, null))) return false
        await logBoard(tx, user, 'board-answer-withdrawn', { question: id })
        return true
      })
      return isSaved ? { id } : refuse(reply, 404, 'no-such-question')
    },
  )
}
