import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Session } from '../access/sign-in.page.tsx'

type PersonLinkProps = { householdId: number; personId: number; children: string }

/** To the household for whoever works with households; to a coach the person alone, as far as that is open. */
export function PersonLink({ householdId, personId, children }: PersonLinkProps) {
  const session = useQueryClient().getQueryData<Session>(['session'])
  return session?.user.canSee.includes('households') ? (
    <Link to="/hushall/$id" params={{ id: String(householdId) }}>
      {children}
    </Link>
  ) : (
    <Link to="/deltagare/$household/$person" params={{ household: String(householdId), person: String(personId) }}>
      {children}
    </Link>
  )
}
