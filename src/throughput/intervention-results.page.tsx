import { Checkboxes } from '../ui/Field.tsx'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatNumber, formatShare } from '../values/format.ts'
import type { InterventionResult } from './intervention-results.ts'
import type { SectionProps } from './management.page.tsx'
import { throughputText } from './throughput.text.ts'

const text = throughputText.results

/** What came of those whose participation ended, read strictly and as the statement of 2011 read it. */
export function ResultsSection({ view: { results }, onChange }: SectionProps) {
  const { choices, rows, sum } = results
  return (
    <Section title={text.title} aside={<DefinitionButton definition={text.definition} />}>
      <details className="throughput-choices">
        <summary>{text.choose}</summary>
        <Checkboxes
          label={text.choose}
          options={choices.map(({ key, name }) => ({ value: key, label: name }))}
          value={choices.filter(({ isChosen }) => isChosen).map(({ key }) => key)}
          onChange={(keys) => onChange({ interventions: keys.join(',') })}
        />
      </details>
      <Table
        caption={text.caption}
        rowHeader={text.intervention}
        columns={columns}
        rows={[
          ...rows.map((row) => tableRow(row)),
          ...(rows.length > 1 ? [{ ...tableRow({ ...sum, name: text.together }), kind: 'sum' as const }] : []),
        ]}
        empty={text.empty}
      />
      {sum.ended > 0 && <p>{text.note(told(sum, 'broad'), told(sum, 'claimed'), told(sum, 'strict'))}</p>}
    </Section>
  )
}

const columns = [
  { id: 'ended', label: text.ended },
  { id: 'work', label: text.work },
  { id: 'studies', label: text.studies },
  { id: 'programme', label: text.programme },
  { id: 'internship', label: text.internship },
  { id: 'next', label: text.next },
  { id: 'other', label: text.other },
  { id: 'unknown', label: text.unknown },
  { id: 'strict', label: text.strict },
  { id: 'claimed', label: text.claimed },
  { id: 'broad', label: text.broad },
]

const tableRow = (row: InterventionResult): TableRow => ({
  id: row.key ?? 'sum',
  label: row.name,
  cells: [
    formatNumber(row.ended),
    ...Object.values(row.outcomes).map((size) => formatNumber(size)),
    formatNumber(row.other),
    formatNumber(row.unknown),
    ...(['strict', 'claimed', 'broad'] as const).map((reading) => (
      <span key={reading} className="throughput-held">
        <span>{shareOf(row, reading)}</span>
        <span className="throughput-note">{text.part(row.readings[reading], row.ended)}</span>
      </span>
    )),
  ],
})

const shareOf = ({ readings, ended }: InterventionResult, reading: keyof InterventionResult['readings']): string =>
  ended === 0 ? '–' : formatShare(readings[reading] / ended)

const told = (row: InterventionResult, reading: keyof InterventionResult['readings']): string =>
  `${shareOf(row, reading)} (${text.part(row.readings[reading], row.ended)})`
