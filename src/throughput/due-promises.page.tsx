import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DuePromise } from '../promises/promises-view.ts'
import { dueText as text, promisesText } from '../promises/promises.text.ts'
import { get } from '../ui/api.ts'
import { Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'

/** What others wait for: the board's questions, and promises that should have been reported or are to be soon. Says nothing when there is nothing. */
export function DuePromises() {
  const { data } = useQuery({
    queryKey: ['promises', 'due'],
    queryFn: ({ signal }) => get<{ due: DuePromise[] }>('/api/promises/due', {}, signal),
  })
  const questions = useQuery({
    queryKey: ['board', 'waiting'],
    queryFn: ({ signal }) => get<{ waiting: number }>('/api/board/questions/waiting', {}, signal),
  })
  const waiting = questions.data?.waiting ?? 0
  if (!data || (data.due.length === 0 && waiting === 0)) return null
  return (
    <Section title={text.title} aside={<Link to="/loften">{text.all}</Link>}>
      <ul className="throughput-due">
        {waiting > 0 && (
          <li>
            <Link to="/namnden" hash="fragor">
              {text.questions(waiting)}
            </Link>
          </li>
        )}
        {data.due.map(({ key, title, state, next, owner }) => (
          <li key={key}>
            <Link to="/loften/$key" params={{ key }}>
              {title}
            </Link>
            <Tag tone={state === 'overdue' ? 'bad' : 'warning'}>{promisesText.states[state]}</Tag>
            <span className="throughput-note">
              {promisesText.reporting(next.on, next.to)} · {owner}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
