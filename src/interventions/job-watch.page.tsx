import { useQuery } from '@tanstack/react-query'
import { employerKinds } from '../parameters/code-lists/casework.ts'
import { ApiRefusal, get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { addDays, daysBetween } from '../values/day.ts'
import type { EmployerRow, JobWatch } from './interventions-view.ts'
import { employersText } from './employers.text.ts'
import { PersonLink } from './person-link.page.tsx'

/** Subsidised jobs that end soon with nothing planned after them. Only for roles that may see persons. */
export function JobWatchSection({ employers }: { employers: EmployerRow[] }) {
  const watch = useQuery({
    queryKey: ['employers', 'ending-jobs'],
    queryFn: ({ signal }) => get<JobWatch>('/api/employers/ending-jobs', {}, signal),
  })
  if (watch.error instanceof ApiRefusal && watch.error.status === 403) return null
  return (
    <Section title={employersText.watch}>
      <p className="interventions-note">{employersText.watchLead}</p>
      <Loaded query={watch} what={employersText.watchWhat}>
        {({ ending, today }) => (
          <Table
            caption={employersText.watch}
            hideCaption
            rowHeader={employersText.person}
            columns={[
              { id: 'ends', label: employersText.ends, numeric: false },
              { id: 'employer', label: employersText.employerColumn, numeric: false },
            ]}
            rows={ending.map(({ householdId, personId, name, until, employer, employerKind, source }, at) => {
              const last = until && addDays(until, -1)
              return {
                id: `${personId} ${at}`,
                label: (
                  <PersonLink householdId={householdId} personId={personId}>
                    {name ?? employersText.hiddenName}
                  </PersonLink>
                ),
                ...(source === 'imported' && { note: employersText.fromFile }),
                cells: [
                  last && `${last}, ${employersText.daysLeft(daysBetween(today, last))}`,
                  [employers.find(({ entry }) => entry.key === employer)?.entry.body.name, employerKinds[employerKind]]
                    .filter(Boolean)
                    .join(', '),
                ],
              }
            })}
            empty={employersText.watchEmpty}
          />
        )}
      </Loaded>
    </Section>
  )
}
