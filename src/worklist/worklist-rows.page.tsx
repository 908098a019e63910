import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { get } from '../ui/api.ts'
import type { UrlState } from '../ui/url-state.ts'
import type { Worklist, WorkRow } from './worklist-view.ts'

const pageSize = 200

/** What chooses the rows; the names are the API's and the address's. */
export const choiceNames = ['view', 'status', 'unit', 'caseworker', 'sort', 'direction'] as const

export type WorkChoice = UrlState

export type WorkRows = {
  state: { data: Worklist | undefined; error: Error | null; refetch: () => unknown }
  loaded: WorkRow[]
  rowAt: (index: number) => WorkRow | undefined
  indexOf: (id: number) => number
  show: (first: number, last: number) => void
}

/** The rows in view, page by page. Counts come from the latest answer, so that they stand still while rows are fetched. */
export function useWorkRows(choice: WorkChoice): WorkRows {
  const [view, setView] = useState({ first: 0, last: 0 })
  const pages = pagesOf(view.first, view.last)
  const queries = useQueries({ queries: pages.map((page) => pageQuery(choice, page)) })
  const latest = useRef<Worklist>(undefined)
  const answer = queries.find(({ data }) => data)?.data ?? latest.current
  useEffect(() => {
    latest.current = answer
  })
  const rowAt = (index: number) => rowIn(queries[pages.indexOf(Math.floor(index / pageSize))], index)
  return {
    state: {
      data: answer,
      error: queries.find(({ error }) => error)?.error ?? null,
      refetch: () => queries.map((query) => query.refetch()),
    },
    loaded: queries.flatMap(({ data }) => data?.rows ?? []),
    rowAt,
    indexOf: (id) => {
      const page = queries.findIndex(({ data }) => data?.rows.some((row) => row.id === id))
      return page < 0 ? -1 : pages[page]! * pageSize + queries[page]!.data!.rows.findIndex((row) => row.id === id)
    },
    show: (first, last) => setView({ first, last }),
  }
}

const pagesOf = (first: number, last: number): number[] => {
  const [from, to] = [Math.floor(first / pageSize), Math.floor(last / pageSize)]
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
}

const pageQuery = (choice: WorkChoice, page: number) => ({
  queryKey: ['worklist', choice, page],
  queryFn: ({ signal }: { signal: AbortSignal }) => getWorklist(choice, page * pageSize, pageSize, signal),
  staleTime: 60_000,
})

export const getWorklist = (choice: WorkChoice, offset: number, limit: number, signal?: AbortSignal) =>
  get<Worklist>('/api/worklist', { ...choice, offset, limit }, signal)

const rowIn = (query: UseQueryResult<Worklist> | undefined, index: number) => query?.data?.rows[index % pageSize]
