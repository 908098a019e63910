import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExitRatios } from '../savings/savings-view.ts'
import { get } from '../ui/api.ts'
import { Select, TextField } from '../ui/Field.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { forecastText } from './forecast.text.ts'

const text = forecastText.scenario
const laterMs = 2000

type Props = { address: UrlState; onChange: (changes: UrlState) => void }

/**
 * How much faster the households leave: as an action of the savings ledger was found to make them, or typed with a reason.
 * The reason is free text: it stands on the page and in what is printed, and is neither sent nor kept.
 */
export function ScenarioAction({ address, onChange }: Props) {
  const { data } = useQuery({
    queryKey: ['savings', 'exit-ratios'],
    queryFn: ({ signal }) => get<ExitRatios>('/api/savings/exit-ratios', {}, signal),
    refetchInterval: (query) => (query.state.data?.isComputing ? laterMs : false),
  })
  // The field keeps what is typed, so it is made anew when an action fills it in.
  const [filled, setFilled] = useState({ times: 0, value: address['exitRatio'] ?? '' })
  const [reason, setReason] = useState('')
  const actions = data?.actions ?? []
  const chosen = actions.find(({ key }) => key === address['action'])
  const choose = (key: string) => {
    const exit = actions.find((each) => each.key === key)?.exit
    const value = exit ? exit.ratio.toFixed(2) : ''
    setFilled({ times: filled.times + 1, value })
    onChange({ action: key, exitRatio: value })
  }
  const isTyped = !chosen?.exit && Boolean(address['exitRatio'])
  return (
    <>
      <Select
        label={text.fromLedger}
        value={chosen?.key ?? ''}
        onChange={choose}
        options={[
          { value: '', label: text.typed },
          ...actions.map(({ key, name, exit }) => ({ value: key, label: exit ? name : text.untold(name) })),
        ]}
      />
      <NumberField
        key={filled.times}
        label={text.exitRatio}
        description={text.exitRatioHelp}
        value={filled.value}
        onChange={(exitRatio) => onChange({ exitRatio, action: undefined })}
        problem={text.notNumber}
      />
      {isTyped && <TextField label={text.reason} description={text.reasonHelp} value={reason} onChange={setReason} />}
      <p className="figure-note" aria-live="polite">
        {chosen && (chosen.exit ? text.estimated(chosen.exit) : text.notEstimated)}{' '}
        {chosen && text.verdict(chosen.sentence)}
      </p>
    </>
  )
}
