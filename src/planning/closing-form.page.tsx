import { closureReasons, codesOf } from '../parameters/code-lists/casework.ts'
import type { Proposal } from '../pathway/event.ts'
import type { PathView } from '../pathway/path-view.ts'
import { recordText } from '../pathway/pathway.text.ts'
import { firstDayOf } from '../pathway/record.page.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Select, TextArea } from '../ui/Field.tsx'
import { parseDay } from '../values/day.ts'
import { ReasonTags } from './closing.page.tsx'
import { closingText as text } from './closing.text.ts'
import { LongForm } from './long-form.page.tsx'
import { useWriting, WritingFoot } from './writing.page.tsx'

type Reason = keyof typeof closureReasons
type Written = { reason: Reason | ''; on: string; comment: string }

/** A reason, and at once what it will count as. */
export function ClosingWriting({ view, onClose }: { view: PathView; onClose: () => void }) {
  const initial: Written = { reason: '', on: view.today, comment: '' }
  const writing = useWriting(view, `closing-h${view.householdId}`, initial, onClose)
  const { reason, on, comment } = writing.value
  const day = parseDay(on)
  const earliest = firstDayOf(view, 'case-closed')
  const isTooEarly = day !== null && earliest !== null && day < earliest
  const event: Proposal | null =
    reason && day && !isTooEarly
      ? {
          kind: 'case-closed',
          personId: null,
          concerns: null,
          on: day,
          body: { reason, ...(comment.trim() && { comment: comment.trim() }) },
        }
      : null
  return (
    <LongForm heading="h3" title={text.form} onSend={() => event && writing.send(event)} isReady={writing.loaded}>
      <div className="row">
        <Select
          label={text.reason}
          value={reason}
          onChange={(chosen) => writing.change({ reason: chosen as Reason })}
          options={[
            { value: '', label: text.chooseReason },
            ...codesOf(closureReasons).map((code) => ({ value: code, label: closureReasons[code].label })),
          ]}
        />
        <DayField
          label={text.on}
          value={on}
          onChange={(value) => writing.change({ on: value })}
          error={isTooEarly ? recordText.earliest(earliest) : null}
        />
      </div>
      <div aria-live="polite" className="planning-item">
        {reason && (
          <>
            <ReasonTags reason={reason} />
            <p className="planning-small">{closureReasons[reason].selfSupport ? text.watched : text.notWatched}</p>
          </>
        )}
      </div>
      <div className="planning-area">
        <TextArea
          label={text.comment}
          description={text.commentHint}
          value={comment}
          onChange={(value) => writing.change({ comment: value })}
        />
      </div>
      <WritingFoot
        writing={writing}
        view={view}
        event={event}
        {...(!reason && { missing: text.missing })}
        save={text.close}
        onClose={onClose}
      />
    </LongForm>
  )
}
