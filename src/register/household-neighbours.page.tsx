import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useShortcut } from '../ui/shortcut.ts'
import type { HouseholdList } from './household-view.ts'
import { householdText } from './register.text.ts'

/** The way to the household before and after in the list that the reader comes from. Without a list there is none. */
export function Neighbours({ id }: { id: number }) {
  const { previous, next } = useNeighbours(id)
  const navigate = useNavigate()
  const go = (to: number | undefined) => {
    if (to !== undefined) void navigate({ to: '/hushall/$id', params: { id: String(to) }, search: true })
  }
  useShortcut('k', () => go(previous))
  useShortcut('j', () => go(next))
  return (
    <>
      <Way to={previous} text={householdText.previous} />
      <Way to={next} text={householdText.next} />
    </>
  )
}

const Way = ({ to, text }: { to: number | undefined; text: string }) =>
  to === undefined ? null : (
    <Link to="/hushall/$id" params={{ id: String(to) }} search={true}>
      {text}
    </Link>
  )

/** As far as the list was fetched: it is kept for a while after its page is left, the latest last. */
function useNeighbours(id: number): { previous?: number | undefined; next?: number | undefined } {
  const lists = useQueryClient().getQueriesData<HouseholdList>({ queryKey: ['households'] })
  const rows = lists.findLast(([, list]) => list?.rows.some((row) => row.id === id))?.[1]?.rows ?? []
  const place = rows.findIndex((row) => row.id === id)
  return { previous: rows[place - 1]?.id, next: rows[place + 1]?.id }
}
