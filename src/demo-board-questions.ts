import { addQuestion, saveAnswer } from './board/board.queries.ts'
import { demoQuestions } from './demo-board-questions.text.ts'
import type { Tx } from './database/transaction.ts'
import type { Actor } from './pathway/world.ts'
import type { Day } from './values/day.ts'

const member = 'Gunilla Ström'
const controller = 'Mats Öberg'

/** Asks the board's questions of the demo, and answers all but the last. */
export async function recordDemoQuestions(
  tx: Tx,
  municipalityId: number,
  actors: ReadonlyMap<string, Actor>,
): Promise<void> {
  const [asking, answering] = [actors.get(member), actors.get(controller)]
  if (!asking || !answering) throw new Error('The demo has no board')
  for (const { text, on, answer } of demoQuestions) {
    const id = await addQuestion(tx, municipalityId, { text, askedBy: asking.id, askedOn: on as Day })
    if (!answer) continue
    const { figure } = answer
    await saveAnswer(tx, municipalityId, id, {
      ...{ text: answer.text, figure, answeredBy: answering.id, answeredOn: answer.on as Day },
    })
  }
}
