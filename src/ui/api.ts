import { uiText } from './ui.text.ts'

/** The server said no, or could not be reached. `message` is Swedish and says what to do. */
export class ApiRefusal extends Error {
  readonly problem: string
  readonly status: number
  /** All that the server sent with its no, for a page that can help. */
  readonly answer: unknown

  constructor(problem: string, text: string, status: number, answer: unknown = null) {
    super(text)
    this.name = 'ApiRefusal'
    this.problem = problem
    this.status = status
    this.answer = answer
  }
}

export type Params = Record<string, string | number | boolean | null | undefined>

/** `path?a=1`; what is empty is left out. */
export function withParams(path: string, params: Params): string {
  const filled = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const query = new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))
  return filled.length ? `${path}?${query}` : path
}

/** Reads JSON. Throws ApiRefusal. */
export const get = <Answer>(path: string, params: Params = {}, signal?: AbortSignal): Promise<Answer> =>
  request<Answer>(withParams(path, params), signal ? { signal } : {})

/** Sends JSON, or a form as multipart. Throws ApiRefusal. An answer without content gives null. */
export const send = <Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer> =>
  request<Answer>(path, {
    method,
    ...(body instanceof FormData
      ? { body }
      : body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })

/** Asks for a file to be made, and gives it with the name that the server has given it. Throws ApiRefusal. */
export async function sendForFile(path: string): Promise<{ name: string; content: Blob }> {
  const response = await answerTo(path, { method: 'POST' })
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''
  return { name, content: await response.blob() }
}

async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await answerTo(path, init)
  return (response.status === 204 ? null : await response.json()) as Answer
}

async function answerTo(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    throw new ApiRefusal('offline', uiText.problem.offline, 0)
  })
  if (!response.ok) throw await refusalOf(response)
  return response
}

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const answer: unknown = await response.json().catch(() => null)
  const said = answer && typeof answer === 'object' && 'problem' in answer && 'text' in answer ? answer : null
  return said
    ? new ApiRefusal(String(said.problem), String(said.text), response.status, said)
    : new ApiRefusal('broken', uiText.problem.broken, response.status)
}
