import { Worker } from 'node:worker_threads'
import type { Document } from '../document.ts'
import type { ReportLook } from '../look.ts'
import { renderDocx } from './docx.ts'

export type Question = { id: number; document: Document; look: ReportLook }
export type Answer = { id: number; file: Uint8Array } | { id: number; broken: string }

type Waiting = { resolve: (file: Uint8Array) => void; reject: (error: Error) => void }

let thread: Worker | undefined
let asked = 0
const waiting = new Map<number, Waiting>()

/** A thread takes compiled code only; as source, in tests, the document is made here. */
const isSource = import.meta.url.endsWith('.ts')

/**
 * `renderDocx` in a thread of its own: to work out the pages of a long report's contents takes seconds, and the server answers
 * others meanwhile. The thread is started with the first report and kept; one that breaks fails the reports it was asked for.
 */
export function renderDocxApart(document: Document, look: ReportLook): Promise<Uint8Array> {
  if (isSource) return renderDocx(document, look)
  const worker = (thread ??= start())
  const id = (asked += 1)
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.ref()
    worker.postMessage({ id, document, look } satisfies Question)
  })
}

function start(): Worker {
  const worker = new Worker(new URL('./docx-thread.js', import.meta.url))
  const failAll = (error: Error) => {
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (answer: Answer) => take(worker, answer))
  worker.once('error', failAll)
  worker.once('exit', () => failAll(new Error('The thread that makes Word documents ended before it was done.')))
  return worker
}

function take(worker: Worker, answer: Answer): void {
  const asking = waiting.get(answer.id)
  waiting.delete(answer.id)
  // An idle thread does not keep the program running.
  if (waiting.size === 0) worker.unref()
  if ('file' in answer) asking?.resolve(answer.file)
  else asking?.reject(new Error(answer.broken))
}
