import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { Select } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatThousands } from '../values/format.ts'
import { periodInWords, periodOf } from '../values/period.ts'
import type { Counterfactual, JudgedClaim } from './counterfactuals.ts'
import type { ActionView } from './savings-view.ts'
import { actionText, claimSentence, counterfactualNames, missingText, thousands, weaknessText } from './savings.text.ts'

const { counterfactuals: text } = actionText

type ComparisonProps = { comparison: NonNullable<ActionView['comparison']>; onYear: (year: string) => void }

/** A year beside what it would have been, in every way there is, each with its weakness; and the claims beside them. */
export function ComparisonSections({ comparison, onYear }: ComparisonProps) {
  const { year, years, from, to, paidOre, counterfactuals, claims, longTerm } = comparison
  const period = periodInWords(periodOf(from, to)!)
  return (
    <>
      <Section title={text.title}>
        <div className="savings-filters">
          <Select
            label={actionText.year}
            value={String(year)}
            options={years.map((each) => ({ value: String(each), label: String(each) }))}
            onChange={onYear}
          />
        </div>
        <p role="status">{text.lead(paidOre === null ? text.unknown : thousands(paidOre), period)}</p>
        <Table
          caption={`${text.title} ${period}`}
          hideCaption
          rowHeader={text.way}
          columns={[
            { id: 'without', label: text.without },
            { id: 'saving', label: text.saving },
            { id: 'interval', label: text.interval },
            { id: 'weakness', label: text.weakness, numeric: false },
          ]}
          rows={counterfactuals.map(wayRow)}
        />
        {claims.length > 0 && <Claims claims={claims} />}
      </Section>
      <FigureTableSection table={longTerm} />
    </>
  )
}

const wayRow = (way: Counterfactual, at: number): TableRow => ({
  id: `${way.kind} ${at}`,
  label: counterfactualNames[way.kind],
  ...(noteOf(way) && { note: noteOf(way) }),
  cells: [
    way.ore === null ? text.unknown : formatThousands(way.ore),
    way.savingOre === null ? text.unknown : formatThousands(way.savingOre),
    way.lowerOre === null || way.upperOre === null
      ? text.none
      : text.range(formatThousands(way.lowerOre), formatThousands(way.upperOre)),
    <span key="weakness" className="savings-weakness">
      {way.ore === null ? missingText[way.kind] : weaknessText[way.kind]}
    </span>,
  ],
})

const noteOf = ({ author, on, source }: Counterfactual): string =>
  [...(author && on ? [text.by(author, on)] : []), ...(source ? [source] : [])].join('. ')

const Claims = ({ claims }: { claims: readonly JudgedClaim[] }) => (
  <>
    <h3>{text.claims}</h3>
    <ul className="savings-findings">
      {claims.map((claim) => (
        <li key={`${claim.on} ${claim.ore}`}>
          {claimSentence(claim)}{' '}
          <span className="savings-note">
            ({claim.source}, {claim.on})
          </span>
        </li>
      ))}
    </ul>
  </>
)
