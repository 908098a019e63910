import { useQuery } from '@tanstack/react-query'
import { get } from '../ui/api.ts'
import { Select } from '../ui/Field.tsx'
import { analysisText } from './analysis.text.ts'

/** Which unit's figures to show. Nothing when there is none to choose between. */
export function UnitSelect({ unit, onChange }: { unit: string | undefined; onChange: (unit: string) => void }) {
  const units = useQuery({ queryKey: ['units'], queryFn: () => get<{ units: Unit[] }>('/api/units') })
  const options = (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))
  if (options.length < 2) return null
  return (
    <Select
      label={analysisText.unit}
      value={unit ?? ''}
      options={[{ value: '', label: analysisText.allUnits }, ...options]}
      onChange={onChange}
    />
  )
}

type Unit = { id: string; name: string }
