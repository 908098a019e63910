import { introductionPayers } from '../parameters/code-lists/casework.ts'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import type { ShownCount } from './disclosed-summary.ts'
import type { EmployersView } from './interventions-view.ts'
import { employersText } from './employers.text.ts'
import { shown } from './shown-count.page.tsx'

/** Jobs that began in the period by subsidy, employer and gender, who pays the introduction, and how many were contacted. */
export function EmployerFigures({ view, isBusy }: { view: EmployersView; isBusy: boolean }) {
  const period = periodInWords({ from: view.from, until: addMonths(view.to, 1) })
  return (
    <Section title={employersText.figures}>
      <p role="status" className="interventions-note">
        {employersText.updated(period)}
      </p>
      <div className="stack" aria-busy={isBusy}>
        <Table
          caption={`${employersText.figures}, ${period}`}
          hideCaption
          rowHeader={employersText.employment}
          columns={columns}
          rows={rowsOf(view.jobs)}
        />
        <ul>
          <li>
            {employersText.contacted(view.contacted)}{' '}
            <DefinitionButton definition={employersText.contactedDefinition} />
          </li>
          <li>{employersText.offered(view.placesOffered)}</li>
          <li>{employersText.regular(shown(view.becameRegular))}</li>
        </ul>
        <Table
          caption={employersText.introductionsCaption}
          rowHeader={employersText.payer}
          columns={[{ id: 'count', label: employersText.jobs }]}
          rows={view.introductions.map(({ payer, count }) => ({
            id: payer,
            label: introductionPayers[payer],
            cells: [shown(count)],
          }))}
        />
      </div>
    </Section>
  )
}

const columns = [
  { id: 'all', label: employersText.all },
  { id: 'women', label: employersText.women },
  { id: 'men', label: employersText.men },
]

const cellsOf = ({ all, women, men }: ShownCount) => [shown(all), shown(women), shown(men)]

function rowsOf(jobs: EmployersView['jobs']): TableRow[] {
  const partOf = (isSubsidised: boolean): TableRow[] => {
    const cells = jobs.filter(({ subsidised }) => subsidised === isSubsidised)
    return [
      {
        id: String(isSubsidised),
        label: isSubsidised ? employersText.subsidised : employersText.unsubsidised,
        cells: cellsOf(sumOf(cells.map(({ count }) => count))),
      },
      ...cells.map(({ employerKind, count }): TableRow => ({
        id: `${isSubsidised} ${employerKind}`,
        kind: 'of-which',
        label: employersText[employerKind],
        cells: cellsOf(count),
      })),
    ]
  }
  return [
    ...partOf(true),
    ...partOf(false),
    { id: 'sum', kind: 'sum', label: employersText.sum, cells: cellsOf(sumOf(jobs.map(({ count }) => count))) },
  ]
}

/** A sum with a hidden part is hidden: the rest would tell the part. */
function sumOf(counts: ShownCount[]): ShownCount {
  const sum = (part: keyof ShownCount) =>
    counts.reduce<number | null>((total, each) => {
      const count = each[part]
      return total === null || count === null ? null : total + count
    }, 0)
  return { all: sum('all'), women: sum('women'), men: sum('men') }
}
