import { Select } from '../ui/Field.tsx'
import type { FileColumn, Mapping, Preview, Target } from './import-answers.ts'
import { importsText } from './imports.text.ts'

/** What each column of the file means, why the importer thinks so, and the choice to say otherwise. */
export function ColumnMapping({
  columns,
  targets,
  mapping,
  onChange,
}: {
  columns: FileColumn[]
  targets: Target[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) {
  const options = [
    { value: '', label: importsText.notRead },
    ...targets.map(({ name, label, required }) => ({
      value: name,
      label: required ? importsText.required(label) : label,
    })),
  ]
  return (
    <div className="table-scroll" role="region" aria-label={importsText.columns} tabIndex={0}>
      <table className="table import-mapping">
        <caption>{importsText.columns}</caption>
        <thead>
          <tr>
            <th scope="col">{importsText.column}</th>
            <th scope="col">{importsText.samples}</th>
            <th scope="col">{importsText.means}</th>
            <th scope="col">{importsText.why}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={index}>
              <th scope="row">{column.name}</th>
              <td className="import-samples">{column.samples.slice(0, 3).join(' · ')}</td>
              <td>
                <Select
                  label={importsText.meaningOf(column.name)}
                  value={mapping[column.name] ?? ''}
                  options={options}
                  onChange={(target) => onChange(changed(mapping, column.name, target))}
                />
              </td>
              <td className="muted">{reasonFor(column, mapping[column.name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export const suggestedMapping = ({ columns }: Preview): Mapping =>
  Object.fromEntries(columns.flatMap(({ name, suggestion }) => (suggestion ? [[name, suggestion.target]] : [])))

/** What must be chosen before the file can be read, in words; null when nothing is missing. */
export function mappingProblem(targets: Target[], mapping: Mapping, columns: FileColumn[]): string | null {
  // A format of its own, such as SIE, has no columns to choose.
  if (columns.length === 0) return null
  const chosen = Object.values(mapping)
  const missing = targets.filter(({ name, required }) => required && !chosen.includes(name))
  if (missing.length > 0) return importsText.missing(missing.map(({ label }) => label))
  const twice = targets.filter(({ name }) => chosen.filter((each) => each === name).length > 1)
  return twice.length > 0 ? importsText.twice(twice.map(({ label }) => label)) : null
}

function changed(mapping: Mapping, column: string, target: string): Mapping {
  const { [column]: _before, ...others } = mapping
  return target ? { ...others, [column]: target } : others
}

function reasonFor({ suggestion }: FileColumn, chosen: string | undefined): string {
  if (suggestion && suggestion.target === chosen) return suggestion.reason
  return chosen || suggestion ? importsText.chosenByYou : importsText.noSuggestion
}
