import type { RowMethod } from '../calculations/forecast/row-methods.ts'
import type { Held } from '../calculations/forecast/row-record.ts'
import { fanChart } from '../charts/fan-chart.ts'
import { monthCategory } from '../charts/month-category.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Choice } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { addMonths, type Month } from '../values/month.ts'
import type { ForecastView, MethodView, RowView } from './forecast-view.ts'
import { forecastText, methodText } from './forecast.text.ts'

const text = forecastText.methods

type Props = {
  view: ForecastView
  knownTo: Month
  row: RowView
  method: RowMethod
  onMethod: (method: string) => void
}

/** The months of a row with their uncertainty, and every method beside the others with how it has done before. */
export function ForecastMethods({ view, knownTo, row, method, onMethod }: Props) {
  const chosen = row.methods.find((each) => each.method === method)!
  const { record } = chosen
  const month = forecastText.monthName(knownTo)
  const notes = [text.short(record.origins), ...text.notes(record.origins)].filter(Boolean)
  return (
    <Section title={text.title(row.label)}>
      <Choice
        label={text.choose}
        value={method}
        onChange={onMethod}
        options={row.methods.map((each) => ({ value: each.method, label: methodText[each.method] }))}
      />
      <Figure chart={chartOf(view, row, chosen)} definition={text.definition} isWide />
      <Table
        caption={text.caption(row.label)}
        rowHeader={text.method}
        columns={[
          { id: 'year', label: text.year },
          ...chosen.yearIntervals.map(({ level }) => ({ id: `interval-${level}`, label: text.interval(level) })),
          { id: 'mase', label: text.mase },
          { id: 'year-error', label: text.yearError(month) },
          { id: 'bias', label: text.bias },
          ...record.months.map(({ level }) => ({ id: `months-${level}`, label: text.held(level) })),
          ...record.sums.slice(0, 1).map(({ level }) => ({ id: `sums-${level}`, label: text.sums(level) })),
        ]}
        rows={row.methods.map((each) => ({
          id: each.method,
          label: methodText[each.method],
          cells: cellsOf(each),
        }))}
      />
      {notes.map((note) => (
        <p key={note} className="figure-note">
          {note}
        </p>
      ))}
      {record.years.length > 0 && <Years chosen={chosen} month={month} />}
    </Section>
  )
}

function cellsOf({ year, yearIntervals, record }: MethodView): string[] {
  const { money, decimal, share, signedShare, notFor } = forecastText
  const held = ({ held: inside, of, bounds }: Held) => (of === 0 ? notFor : text.heldShare(inside / of, bounds))
  return [
    money(year),
    ...yearIntervals.map(({ lower, upper }) => text.between(money(lower), money(upper))),
    record.mase === null ? notFor : decimal(record.mase),
    record.yearError === null ? notFor : share(record.yearError),
    record.bias === null ? notFor : signedShare(record.bias),
    ...record.months.map(held),
    ...record.sums.slice(0, 1).map(held),
  ]
}

/** Forecasts of earlier years, made when as much of them was known as now. */
const Years = ({ chosen: { method, record }, month }: { chosen: MethodView; month: string }) => (
  <>
    <h3>{text.years(month)}</h3>
    <Table
      caption={text.yearsCaption(methodText[method])}
      hideCaption
      rowHeader={text.knownYear}
      columns={[
        { id: 'forecast', label: text.forecast },
        { id: 'actual', label: text.actual },
        { id: 'error', label: text.error },
      ]}
      rows={record.years.toReversed().map(({ year, forecast, actual }) => ({
        id: String(year),
        label: String(year),
        cells: [
          forecastText.money(forecast),
          forecastText.money(actual),
          forecastText.signedShare((Math.abs(forecast) - Math.abs(actual)) / Math.abs(actual)),
        ],
      }))}
    />
  </>
)

/** Three years of history are enough to see the season; more would make the months ahead narrow. */
const shownMonths = 36

function chartOf({ dataFrom }: ForecastView, row: RowView, chosen: MethodView) {
  const history = row.history.slice(-shownMonths)
  const from = addMonths(dataFrom!, row.history.length - history.length)
  const months = Array.from({ length: history.length + chosen.months.length }, (_, at) => addMonths(from, at))
  const [wide] = chosen.yearIntervals
  return {
    ...fanChart(
      {
        categories: months.map(monthCategory),
        history,
        forecast: chosen.months,
        bands: chosen.monthIntervals,
      },
      {
        title: text.chartTitle(row.label, methodText[chosen.method]),
        unit: 'thousands' as const,
        unitLabel: forecastText.tkr,
        categoryLabel: forecastText.month,
      },
    ),
    ...(wide && {
      description: text.sentence(
        methodText[chosen.method],
        forecastText.money(chosen.year),
        forecastText.money(wide.lower),
        forecastText.money(wide.upper),
        wide.level,
        forecastText.tkr,
      ),
    }),
  }
}
