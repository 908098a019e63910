import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { get, withParams } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { authorityFilesText, jobUnitPageText as text } from './authority-files.text.ts'
import type { JobUnitView } from './load-job-unit.ts'

/** So many calendar years can be asked for: Kolada asks for the latest. */
const years = 6

/** The job unit's statistics of a calendar year, and the form to copy from. */
export function JobUnitPart() {
  const [{ ar }, change] = useUrlState()
  const asked = ar ? { from: `${ar}-01`, to: `${ar}-12` } : {}
  const query = useQuery({
    queryKey: ['authority-files', 'job-unit', asked],
    queryFn: ({ signal }) => get<JobUnitView>('/api/authority-files/job-unit', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={query} what={text.what}>
      {({ from, to, latestYear, tables, protectedHouseholds }) => (
        <div className="stack" aria-busy={query.isPlaceholderData}>
          <p>{text.lead}</p>
          <div className="row">
            <Select
              label={text.year}
              value={from.slice(0, 4)}
              onChange={(year) => change({ ar: year })}
              options={Array.from({ length: years }, (_, back) => String(latestYear - back)).map((year) => ({
                value: year,
                label: year,
              }))}
            />
            <ButtonLink href={withParams('/api/authority-files/job-unit/file', { from, to })} download>
              {text.file}
            </ButtonLink>
          </div>
          <p className="visually-hidden" aria-live="polite">
            {!query.isPlaceholderData && authorityFilesText.updated(from.slice(0, 4))}
          </p>
          {tables.map((table) => (
            <FigureTableSection key={table.id} table={table} />
          ))}
          {protectedHouseholds > 0 && <p className="muted">{text.protectedOut(protectedHouseholds)}</p>}
        </div>
      )}
    </Loaded>
  )
}
