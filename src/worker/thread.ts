import { parentPort } from 'node:worker_threads'
import { CannotCalculate } from '../calculations/refusal.ts'
import { type Job, type Reply, runHere } from './threads.ts'

/** The entry of a thread: one task at a time, in the order they come. */
parentPort!.on('message', (job: Job) => void replyTo(job).then((reply) => parentPort!.postMessage(reply)))

async function replyTo({ name, input }: Job): Promise<Reply> {
  try {
    return { value: await runHere(name, input) }
  } catch (error) {
    if (error instanceof CannotCalculate) return { refused: { kind: error.kind, detail: error.detail } }
    return { broken: { message: error instanceof Error ? (error.stack ?? error.message) : String(error) } }
  }
}
