import '../analysis/figures.page.css'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import type { UrlState } from '../ui/url-state.ts'
import type { AskedMonths } from './economy-view.ts'

/** The months of a page, kept in its address. Nothing to choose from without a ledger. */
export function MonthsFilter({ view, onChange }: { view: AskedMonths; onChange: (changes: UrlState) => void }) {
  const { from, to, dataFrom, dataTo } = view
  if (!dataFrom || !dataTo) return null
  return <PeriodPicker from={from} to={to} dataFrom={dataFrom} dataTo={dataTo} onChange={onChange} />
}
