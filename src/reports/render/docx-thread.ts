import { parentPort } from 'node:worker_threads'
import type { Answer, Question } from './docx-apart.ts'
import { renderDocx } from './docx.ts'

/** The entry of the thread that makes Word documents. */
parentPort!.on('message', (question: Question) => void answer(question).then((made) => parentPort!.postMessage(made)))

async function answer({ id, document, look }: Question): Promise<Answer> {
  try {
    return { id, file: await renderDocx(document, look) }
  } catch (error) {
    return { id, broken: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
