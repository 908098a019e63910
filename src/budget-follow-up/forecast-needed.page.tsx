import type { RowMethod } from '../calculations/forecast/row-methods.ts'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import type { ForecastView } from './forecast-view.ts'
import { forecastText, methodText } from './forecast.text.ts'

const text = forecastText.needed

/** What the forecast takes for granted of the months that remain, against the months so far, as variances to the budget. */
export function ForecastNeeded({ view: { knownMonths, rows }, method }: { view: ForecastView; method: RowMethod }) {
  const found = rows.map(({ rest, ...row }) => ({ row, rest: rest[method] ?? rest.combination }))
  const total = found.at(-1)?.rest
  if (found.every(({ rest }) => !rest))
    return (
      <Section title={text.title}>
        <p>{text.noBudget}</p>
      </Section>
    )
  const money = (value: number | null | undefined) =>
    value === null || value === undefined ? forecastText.notFor : forecastText.signed(value)
  return (
    <Section title={text.title}>
      {total && total.straightLine !== null && total.neededAMonth !== null && total.soFarAMonth !== null && (
        <p>
          {text.sentence(
            total.soFar,
            knownMonths,
            total.straightLine,
            total.forecast,
            total.neededAMonth,
            total.soFarAMonth,
          )}
        </p>
      )}
      <Table
        caption={text.caption}
        hideCaption
        rowHeader={forecastText.rows.row}
        columns={[
          { id: 'so-far', label: text.soFar },
          { id: 'straight', label: text.straight },
          { id: 'forecast', label: text.forecast },
          { id: 'needed', label: text.needed(12 - knownMonths) },
          { id: 'was', label: text.was },
        ]}
        rows={found.map(({ row, rest }) => ({
          id: row.id,
          label: row.label,
          ...(row.kind && { kind: row.kind }),
          cells: [rest?.soFar, rest?.straightLine, rest?.forecast, rest?.neededAMonth, rest?.soFarAMonth].map(money),
        }))}
      />
      <p className="figure-note">{text.note(methodText[method])}</p>
    </Section>
  )
}
