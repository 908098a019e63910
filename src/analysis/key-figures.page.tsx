import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import {
  analysisText,
  figureGroups,
  formatChange,
  formatRelative,
  groupOrder,
  periodColumn,
  periodText,
} from './analysis.text.ts'
import { definitionOf, Value, WithheldNotes } from './figure-value.page.tsx'
import type { Figures, IndicatorFigure, Withheld } from './figures.ts'

/** Every key figure with the same months a year before, children on the first row. */
export function KeyFigures({ figures }: { figures: Figures }) {
  const { indicators } = figures
  const categories = categoriesOf(indicators)
  // Many categories and the year before would push each other out of sight.
  const compared = categories.length <= 4 && indicators.find((figure) => figure.comparison)?.comparison
  const columns = [...categories.map((category) => category.label), ...(compared ? [''] : [])]
  return (
    <>
      <div
        className="table-scroll"
        role="region"
        aria-label={`${analysisText.keyFigures}, ${periodText(figures.from, figures.to)}`}
        tabIndex={0}
      >
        <table className="table key-figures">
          <caption className="visually-hidden">
            {analysisText.keyFigures}, {periodText(figures.from, figures.to)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{analysisText.keyFigure}</th>
              <th scope="col" className="numeric">
                {categories.length > 0 ? analysisText.total : periodColumn(figures.from, figures.to)}
              </th>
              {categories.map((category) => (
                <th key={category.category} scope="col" className="numeric">
                  {category.label}
                </th>
              ))}
              {compared && (
                <>
                  <th scope="col" className="numeric">
                    {periodColumn(compared.from, compared.to)}
                  </th>
                  <th scope="col" className="numeric">
                    {analysisText.change}
                  </th>
                  <th scope="col" className="numeric">
                    {analysisText.changeShare}
                  </th>
                </>
              )}
            </tr>
          </thead>
          {grouped(indicators).map((group) => (
            <tbody key={group.id}>
              <tr className="key-figures-group">
                <th scope="rowgroup" colSpan={columns.length + 2 + (compared ? 2 : 0)}>
                  {group.name}
                </th>
              </tr>
              {group.figures.map((figure) => (
                <Row key={figure.id} figure={figure} categories={categories} compared={Boolean(compared)} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <WithheldNotes
        figures={indicators.flatMap((figure) => [
          figure,
          ...(figure.splits ?? []),
          ...(compared && figure.comparison ? [figure.comparison] : []),
        ])}
      />
      {compared && <p className="figure-note">{analysisText.percentagePoints}</p>}
    </>
  )
}

type Category = { category: string; label: string }

/** A category that holds nobody, such as an unknown age, needs no column. */
function categoriesOf(indicators: IndicatorFigure[]): Category[] {
  const splits = indicators.flatMap((figure) => figure.splits ?? [])
  const inUse = new Set(
    splits.filter(({ value, withheld }) => value || isHidden(withheld)).map(({ category }) => category),
  )
  return [...new Map(splits.map((split) => [split.category, split])).values()].filter(({ category }) =>
    inUse.has(category),
  )
}

const isHidden = (withheld: Withheld | undefined) => withheld === 'too-few' || withheld === 'reveals-another'

function grouped(indicators: IndicatorFigure[]) {
  const groupOf = (figure: IndicatorFigure) => figureGroups.find((group) => group.ids.test(figure.id))?.id
  return groupOrder
    .map((id) => ({
      id,
      name: figureGroups.find((group) => group.id === id)?.name ?? '',
      figures: indicators.filter((figure) => groupOf(figure) === id),
    }))
    .filter((group) => group.figures.length > 0)
}

function Row({ figure, categories, compared }: { figure: IndicatorFigure; categories: Category[]; compared: boolean }) {
  return (
    <tr>
      <th scope="row">
        <Name figure={figure} />
      </th>
      <td className="numeric key-figures-value">
        <Value figure={figure} unit={figure.unit} />
      </td>
      {categories.map((category) => {
        const split = figure.splits?.find((each) => each.category === category.category)
        return (
          <td key={category.category} className="numeric">
            {split && <Value figure={split} unit={figure.unit} />}
          </td>
        )
      })}
      {compared && <Comparison figure={figure} />}
    </tr>
  )
}

/** The button stays on the line of the last word. */
function Name({ figure }: { figure: IndicatorFigure }) {
  const end = figure.name.lastIndexOf(' ') + 1
  return (
    <>
      {figure.name.slice(0, end)}
      <span className="key-figures-end">
        {figure.name.slice(end)}
        <DefinitionButton definition={definitionOf(figure)} />
      </span>
    </>
  )
}

function Comparison({ figure }: { figure: IndicatorFigure }) {
  const before = figure.comparison
  const known = figure.value !== null && before && before.value !== null ? [figure.value, before.value] : null
  return (
    <>
      <td className="numeric">{before && <Value figure={before} unit={figure.unit} />}</td>
      <td className="numeric">{known && formatChange(known[0]! - known[1]!, figure.unit)}</td>
      <td className="numeric">
        {known && figure.unit !== 'share' && known[1] !== 0 && formatRelative(known[0]!, known[1]!)}
      </td>
    </>
  )
}
