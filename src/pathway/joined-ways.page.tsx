import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { joinedWaysText as text } from './joined-ways.text.ts'
import type { Join } from './path.ts'
import type { PathView } from './path-view.ts'
import { isOffered, useRecord } from './record.page.tsx'

/** Two ways have met in this household, and nobody has gone through what they hold double: says so until somebody has. */
export function JoinedWays({ view }: { view: PathView }) {
  return view.path.joins
    .filter(({ sorted }) => sorted === null)
    .map((join) => <Met key={join.id} view={view} join={join} />)
}

function Met({ view, join }: { view: PathView; join: Join }) {
  const { mutate, isPending, error } = useRecord(view)
  const nameOf = (personId: number | null) => view.members.find(({ id }) => id === personId)?.name ?? null
  const sort = () =>
    mutate({ events: [{ kind: 'ways-sorted', personId: null, concerns: join.id, on: view.today, body: {} }] })
  return (
    <Notice
      kind="warning"
      title={text.title}
      action={
        isOffered(view, 'ways-sorted', { concerns: join.id }) && (
          <Button onPress={sort} isDisabled={isPending}>
            {text.sorted}
          </Button>
        )
      }
    >
      <p>{text.lead(join.said.from, join.on)}</p>
      {view.doubles.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <>
          <p>{text.doubles}</p>
          <ul>
            {view.doubles.map(({ sequence, kind, personId, on }) => (
              <li key={sequence}>{text.double(kind, nameOf(personId), on)}</li>
            ))}
          </ul>
          <p>{text.advice}</p>
        </>
      )}
      {error && <p role="alert">{error.message}</p>}
    </Notice>
  )
}
