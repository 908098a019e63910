import { useState } from 'react'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatNumber } from '../values/format.ts'
import type { SignalSettingRow, SignalsView } from './payment-cases-view.ts'
import { paymentCasesText, signalText } from './payment-cases.text.ts'

const text = paymentCasesText.settings

/** The rules: what each says, whether it is on, and from where on. A change is a version in the catalogue. */
export const SettingsSection = ({ view }: { view: SignalsView }) => (
  <Section title={text.title}>
    <p className="payment-note">{text.lead}</p>
    {!view.mayEdit && <Notice>{text.readOnly}</Notice>}
    <ul className="payment-list">
      {view.settings.map((setting) => (
        <Setting key={`${setting.kind} ${setting.version}`} setting={setting} mayEdit={view.mayEdit} />
      ))}
    </ul>
  </Section>
)

type Body = { isOn: boolean; threshold: number }

function Setting({ setting, mayEdit }: { setting: SignalSettingRow; mayEdit: boolean }) {
  const { kind, isOn, threshold, found } = setting
  const said = signalText[kind]
  const [typed, setTyped] = useState(shown(setting))
  const { change, isPending } = useSaveSetting(setting)
  const wanted = numberOf(typed, setting)
  return (
    <li>
      <div className="payment-list-text">
        <h3>{said.name}</h3>
        <p>{said.why(shown(setting))}</p>
        <p className="payment-note">{text.count(isOn, found)}</p>
      </div>
      {mayEdit && (
        <div className="payment-setting">
          <Checkbox isSelected={isOn} onChange={(next) => change({ isOn: next, threshold })} isDisabled={isPending}>
            {text.isOn}
            <span className="visually-hidden">: {said.name}</span>
          </Checkbox>
          <TextField
            label={said.threshold}
            value={typed}
            onChange={setTyped}
            error={wanted === null ? text.notWhole : null}
          />
          {wanted !== null && wanted !== threshold && (
            <Button size="small" onPress={() => change({ isOn, threshold: wanted })} isDisabled={isPending}>
              {text.save}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

/** Only the smallest amount is money. */
const perUnit = ({ kind }: SignalSettingRow) => (kind === 'same-twice' || kind === 'changed-later' ? 100 : 1)
const shown = (setting: SignalSettingRow) => formatNumber(setting.threshold / perUnit(setting))

const numberOf = (typed: string, setting: SignalSettingRow): number | null => {
  const plain = typed.replace(/\s/g, '')
  return /^\d{1,7}$/.test(plain) ? Number(plain) * perUnit(setting) : null
}

function useSaveSetting({ kind, version, isOn, threshold }: SignalSettingRow) {
  const { mutate, isPending } = useSaveEntry('payment-signal', ['payment-cases'])
  const change = (body: Body) =>
    mutate(
      { key: kind, seen: version, body, before: { isOn, threshold }, said: text.saved },
      { onError: ({ message }) => showToast(message) },
    )
  return { change, isPending }
}
