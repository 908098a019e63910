import { destinations, expectedDurations, workAbilities } from '../parameters/code-lists/casework.ts'
import { Button } from '../ui/Button.tsx'
import { Checkboxes, optionsOf, Select, TextField } from '../ui/Field.tsx'
import { type Answer, type EditedRule, ruleOf } from './edited-rule.page.tsx'
import { conditionText, rulesText } from './rules.text.ts'

const text = rulesText.editor

type RuleFieldsProps = {
  rule: EditedRule
  number: number
  onChange: (changes: Partial<EditedRule>) => void
  /** Null where there is nowhere to go. */
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: () => void
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
}

const any = { value: '', label: text.any }
const answers = [any, { value: 'yes', label: text.yes }, { value: 'no', label: text.no }]

/** One rule: when, where to, and why. Told in a line until it is opened. */
export const RuleFields = ({ rule, number, onChange, onUp, onDown, onRemove, isOpen, onToggle }: RuleFieldsProps) => (
  <details className="intake-rule" open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
    <summary>
      <strong>{text.rule(number)}</strong>{' '}
      {text.summary(conditionText(ruleOf(rule).when), destinations[rule.destination])}
    </summary>
    <div className="intake-fields">
      <TextField label={text.reason} value={rule.reason} onChange={(reason) => onChange({ reason })} />
      <Select
        label={text.destination}
        value={rule.destination}
        onChange={(destination) => onChange({ destination: destination as EditedRule['destination'] })}
        options={optionsOf(destinations)}
      />
    </div>
    <div className="intake-fields">
      <Select
        label={text.expectedDuration}
        value={rule.expectedDuration}
        onChange={(duration) => onChange({ expectedDuration: duration as EditedRule['expectedDuration'] })}
        options={[any, ...optionsOf(expectedDurations)]}
      />
      <Select
        label={text.unemployed}
        value={rule.unemployed}
        onChange={(unemployed) => onChange({ unemployed: unemployed as Answer })}
        options={answers}
      />
      <TextField label={text.ageBelow} value={rule.ageBelow} onChange={(ageBelow) => onChange({ ageBelow })} />
      <Select
        label={text.assessorsDisagree}
        value={rule.assessorsDisagree}
        onChange={(answer) => onChange({ assessorsDisagree: answer as Answer })}
        options={answers}
      />
      <TextField label={text.project} value={rule.project} onChange={(project) => onChange({ project })} />
      <Checkboxes
        label={text.workAbility}
        value={rule.workAbility}
        onChange={(abilities) => onChange({ workAbility: abilities as EditedRule['workAbility'] })}
        options={optionsOf(workAbilities).filter(({ value }) => value !== 'unclear')}
      />
    </div>
    <div className="row">
      <Button size="small" isDisabled={!onUp} aria-label={text.of(text.up, number)} onPress={() => onUp?.()}>
        {text.up}
      </Button>
      <Button size="small" isDisabled={!onDown} aria-label={text.of(text.down, number)} onPress={() => onDown?.()}>
        {text.down}
      </Button>
      <Button kind="quiet" size="small" aria-label={text.of(text.remove, number)} onPress={onRemove}>
        {text.remove}
      </Button>
    </div>
  </details>
)
