import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { CannotCalculate, type RefusalDetail, type RefusalKind } from '../calculations/refusal.ts'
import { type TaskName, type Tasks, tasks } from './tasks.ts'

/** Does a task by its name and gives what it gives. */
export type RunTask = <Name extends TaskName>(name: Name, input: Tasks[Name]['input']) => Promise<Tasks[Name]['output']>

export type Threads = { run: RunTask; close: () => Promise<void> }

/** What goes to a thread, and what comes back. A refusal is told by its parts: an error's class does not travel. */
export type Job = { [Name in TaskName]: { name: Name; input: Tasks[Name]['input'] } }[TaskName]
export type Reply =
  { value: unknown } | { refused: { kind: RefusalKind; detail: RefusalDetail } } | { broken: { message: string } }

/** Does the task here and now. For commands of their own process, and for tests. */
export const runHere: RunTask = async (name, input) => tasks[name](input)

/**
 * Threads for calculations that take longer than a page may wait, so that the server answers others meanwhile.
 *
 * They are started when first needed, at most `count` of them, and kept. Tasks beyond that wait in line.
 * A thread that breaks fails its own task only.
 */
export function startThreads(count: number = Math.max(1, availableParallelism() - 1)): Threads {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []

  const run: RunTask = async (name, input) => {
    while (idle.length === 0 && all.size >= count) await new Promise<void>((free) => waiting.push(free))
    const worker = idle.pop() ?? start(all)
    try {
      const reply = await ask(worker, { name, input } as Job)
      if (all.has(worker)) idle.push(worker)
      return valueOf(reply) as never
    } finally {
      waiting.shift()?.()
    }
  }
  return { run, close: async () => void (await Promise.all([...all].map((worker) => worker.terminate()))) }
}

function start(all: Set<Worker>): Worker {
  const worker = new Worker(new URL('./thread.js', import.meta.url))
  // An idle thread does not keep the program running.
  worker.unref()
  all.add(worker)
  worker.once('exit', () => all.delete(worker))
  return worker
}

function ask(worker: Worker, job: Job): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => () => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      worker.unref()
      finish()
    }
    const onMessage = (reply: Reply) => settle(() => resolve(reply))()
    const onError = (error: Error) => settle(() => reject(error))()
    const onExit = () => settle(() => reject(new Error('The thread ended before its task was done.')))()
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.ref()
    worker.postMessage(job)
  })
}

function valueOf(reply: Reply): unknown {
  if ('value' in reply) return reply.value
  if ('refused' in reply) throw new CannotCalculate(reply.refused.kind, reply.refused.detail)
  throw new Error(reply.broken.message)
}
