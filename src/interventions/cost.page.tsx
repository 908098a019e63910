import { Table } from '../ui/Table.tsx'
import { formatKronor, formatNumber } from '../values/format.ts'
import type { CostReceipt } from './cost.ts'
import { costText } from './intervention.text.ts'
import { shown } from './shown-count.page.tsx'

/** The cost with every factor, so that a reader can count after. */
export const CostReceiptTable = ({ receipt }: { receipt: CostReceipt | null }) =>
  receipt && (
    <>
      <h2>{costText.title}</h2>
      <Table
        caption={costText.receipt}
        rowHeader={costText.factor}
        columns={[{ id: 'value', label: costText.value }]}
        rows={rowsOf(receipt)}
      />
      <p className="interventions-note">{costText.perOutcomeNote}</p>
    </>
  )

function rowsOf(receipt: CostReceipt) {
  const { model, unitOre, places, months, groups, totalOre, perPlaceOre, perOutcomeOre, outcomes } = receipt
  return [
    ...(model === 'per-place-month' ? [row('places', costText.places, formatNumber(places))] : []),
    ...(model === 'free' ? [] : [row('rate', costText.rate[model], formatKronor(unitOre))]),
    model === 'fixed' && groups !== null
      ? row('groups', costText.groups, formatNumber(groups))
      : row('months', costText.months, formatNumber(months)),
    {
      ...row('total', costText.total, money(totalOre)),
      kind: 'sum' as const,
      note: model === 'fixed' && groups !== null ? costText.formulaPerGroup : costText.formula[model],
    },
    { ...row('per-place', costText.perPlace, money(perPlaceOre)), note: costText.perPlaceFormula },
    row('outcomes', costText.outcomes, shown(outcomes)),
    { ...row('per-outcome', costText.perOutcome, money(perOutcomeOre)), note: costText.perOutcomeFormula },
  ]
}

const row = (id: string, label: string, value: string) => ({ id, label, cells: [value] })
const money = (ore: number | null) => (ore === null ? costText.notKnown : formatKronor(ore))
