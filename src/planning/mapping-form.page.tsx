import type { EventBody } from '../pathway/event-bodies.ts'
import type { Proposal } from '../pathway/event.ts'
import type { Mapping } from '../pathway/path.ts'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import { Checkbox, Choice, TextArea } from '../ui/Field.tsx'
import { LongForm } from './long-form.page.tsx'
import type { MappingForm } from './mapping-forms.ts'
import { mappingText } from './mapping.text.ts'
import { nameOf, planningText } from './planning.text.ts'
import { useWriting, WritingFoot } from './writing.page.tsx'

type Answers = EventBody<'mapping-saved'>['answers']
type Written = { answers: Answers; complete: boolean }

type MappingWritingProps = {
  view: PathView
  member: PathMember
  form: MappingForm
  /** The mapping that gets a new version; null begins one. */
  mapping: Mapping | null
  onClose: () => void
}

/** One area after the other, as the conversation goes; may be saved half done. */
export function MappingWriting({ view, member, form, mapping, onClose }: MappingWritingProps) {
  const saved = mapping?.latest.body
  const initial: Written = { answers: saved?.answers ?? {}, complete: saved?.complete ?? false }
  // Whoever began to write before somebody else saved the first version finds the text again, to compare.
  const finished = mapping?.completedOn ? `-h${view.householdId}-${mapping.id}` : ''
  const key = `mapping-${member.id}-${form.method}${finished}`
  const writing = useWriting(view, key, initial, onClose)
  const { answers, complete } = writing.value
  const said = filledIn(answers)
  const isEmpty = complete && Object.keys(said).length === 0
  const event: Proposal | null = isEmpty
    ? null
    : {
        kind: 'mapping-saved',
        personId: member.id,
        concerns: mapping?.id ?? null,
        on: view.today,
        body: { method: form.method, answers: said, complete },
      }
  const done = complete ? mappingText.savedComplete : mappingText.saved
  const answer = (area: string, change: Partial<Answers[string]>) =>
    writing.change({ answers: { ...answers, [area]: { text: '', ...answers[area], ...change } } })
  return (
    <LongForm
      title={mappingText.form(form.method, nameOf(member))}
      onSend={() => event && writing.send(event, done)}
      isReady={writing.loaded}
    >
      <p className="planning-small">{planningText.privacy}</p>
      {form.areas.map((area) => (
        <div key={area.key} className="planning-area">
          <TextArea
            label={area.label}
            description={area.help}
            value={answers[area.key]?.text ?? ''}
            onChange={(text) => answer(area.key, { text })}
          />
          {area.hasLevel && (
            <Choice
              hideLabel
              label={mappingText.level(area.label)}
              value={String(answers[area.key]?.level ?? '')}
              onChange={(level) => answer(area.key, { level: Number(level) })}
              options={mappingText.levels.map((label, level) => ({ value: String(level), label }))}
            />
          )}
        </div>
      ))}
      <Checkbox isSelected={complete} onChange={(isComplete) => writing.change({ complete: isComplete })}>
        {mappingText.complete}
      </Checkbox>
      {form.source && <p className="planning-small">{mappingText.source(form.source)}</p>}
      <WritingFoot
        writing={writing}
        view={view}
        event={event}
        missing={mappingText.missing}
        done={done}
        names={Object.fromEntries(form.areas.map(({ key: area, label }) => [area, label]))}
        onClose={onClose}
      />
    </LongForm>
  )
}

/** Areas that nothing was said on are left out. */
const filledIn = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .map(([area, { text, level }]) => [area, { text: text.trim(), ...(level !== undefined && { level }) }] as const)
      .filter(([, { text, level }]) => text !== '' || level !== undefined),
  )
