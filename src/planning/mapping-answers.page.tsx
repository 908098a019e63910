import type { EventBody } from '../pathway/event-bodies.ts'
import { Tag, type Tone } from '../ui/Tag.tsx'
import type { MappingForm } from './mapping-forms.ts'
import { mappingText } from './mapping.text.ts'

type AnswersProps = {
  saved: EventBody<'mapping-saved'>
  /** The areas of today; answers to areas that have gone since are shown as such. */
  form: MappingForm | undefined
}

/** A mapping to read: what was said on each area, and how much it stands in the way. */
export function Answers({ saved, form }: AnswersProps) {
  const areas = form?.areas ?? []
  const gone = Object.keys(saved.answers).filter((key) => !areas.some((area) => area.key === key))
  const rows = [
    ...areas.map(({ key, label }) => ({ key, label })),
    ...gone.map((key) => ({ key, label: mappingText.formerArea })),
  ]
  const answered = rows.filter(({ key }) => isAnswered(saved.answers[key]))
  const unanswered = rows.filter(({ key }) => !isAnswered(saved.answers[key]))
  if (answered.length === 0) return <p className="muted">{mappingText.noAnswers}</p>
  return (
    <>
      <dl className="planning-answers">
        {answered.map(({ key, label }) => (
          <Answer key={key} label={label} answer={saved.answers[key]!} />
        ))}
      </dl>
      {unanswered.length > 0 && (
        <p className="planning-small">
          {mappingText.unanswered(unanswered.map(({ label }) => label.toLowerCase()).join(', '))}
        </p>
      )}
    </>
  )
}

type Said = EventBody<'mapping-saved'>['answers'][string]

const Answer = ({ label, answer: { text, level } }: { label: string; answer: Said }) => (
  <>
    <dt>
      {label}
      {level !== undefined && <Tag tone={levelTones[level] ?? 'neutral'}>{mappingText.levels[level]}</Tag>}
    </dt>
    <dd>{text}</dd>
  </>
)

const isAnswered = (answer: Said | undefined): boolean =>
  answer !== undefined && (answer.text !== '' || answer.level !== undefined)

const levelTones: readonly Tone[] = ['good', 'neutral', 'warning', 'bad']
