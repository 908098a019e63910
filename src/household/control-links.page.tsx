import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Permission } from '../access/permissions.ts'
import type { Session } from '../access/sign-in.page.tsx'
import type { HouseholdCase } from '../payment-cases/payment-cases-view.ts'
import type { HouseholdGroup } from '../target-groups/target-groups-view.ts'
import { get } from '../ui/api.ts'
import { controlText as text } from './household.text.ts'

/** Which target groups the household is in and which cases there are of its payments: for those who work with such, and only when there are any. */
export function ControlLinks({ household }: { household: number }) {
  const groups = useOf<{ groups: HouseholdGroup[] }>('target-groups', household).data?.groups ?? []
  const cases = useOf<{ cases: HouseholdCase[] }>('payment-cases', household).data?.cases ?? []
  if (groups.length + cases.length === 0) return null
  return (
    <nav className="panel" aria-label={text.label}>
      <ul className="household-control">
        {groups.map(({ key, name, from }) => (
          <li key={key}>
            {text.inGroup}{' '}
            <Link to="/malgrupper/$key" params={{ key }}>
              {name}
            </Link>{' '}
            {text.since(from)}
          </li>
        ))}
        {cases.map(({ key, month, isOpen, openedOn }) => (
          <li key={key}>
            <Link to="/utbetalningskontroll/$key" params={{ key }}>
              {text.case(month)}
            </Link>
            {text.opened(openedOn, isOpen)}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function useOf<Answer>(permission: Extract<Permission, 'target-groups' | 'payment-cases'>, household: number) {
  const session = useQueryClient().getQueryData<Session>(['session'])
  return useQuery({
    queryKey: [permission, 'household', household],
    queryFn: ({ signal }) => get<Answer>(`/api/${permission}/households/${household}`, {}, signal),
    enabled: session?.user.canSee.includes(permission) ?? false,
  })
}
