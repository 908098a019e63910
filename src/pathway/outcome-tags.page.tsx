import './outcome-tags.css'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { outcomeCheckText } from './outcome-check.text.ts'
import type { OutcomeCheck } from './outcome-check.ts'

/** Three tags: whether a closing to self-support had lasted after 3, 6 and 12 months. */
export const OutcomeTags = ({ checks }: { checks: readonly OutcomeCheck[] }) => (
  <span className="outcome-tags">
    {checks.map((check) => (
      <Tag key={check.months} tone={tones[check.state.kind]}>
        {outcomeCheckText(check)}
      </Tag>
    ))}
  </span>
)

const tones: Record<OutcomeCheck['state']['kind'], Tone> = {
  confirmed: 'good',
  'taken-back': 'bad',
  waiting: 'neutral',
}
