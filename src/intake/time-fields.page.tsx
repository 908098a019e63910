import { isOffered } from '../pathway/record.page.tsx'
import { Select } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import type { Day } from '../values/day.ts'
import type { PartProps } from './contact-form.page.tsx'
import { destinationOf, needsGround, timeKey, timeOf } from './contact-draft.page.tsx'
import type { FreeTime } from './free-times.ts'
import type { Desk } from './intake-view.ts'
import { intakeText } from './intake.text.ts'
import type { Suggestion } from './suggest-route.ts'

const text = intakeText.time

/** So many times fit in a list that is looked through. */
const mostTimes = 60

/** The first free times as choices. One after the promised day says so. */
export const timeOptions = (desk: Desk, promisedBy: Day | null) =>
  desk.times.slice(0, mostTimes).map((time) => ({
    value: timeKey(time),
    label:
      text.option(time.at, time.name, unitNameOf(desk, time.unit)) +
      (isLate(time, promisedBy) ? ` – ${text.late}` : ''),
  }))

const isLate = ({ at }: FreeTime, promisedBy: Day | null): boolean =>
  promisedBy !== null && at.slice(0, 10) > promisedBy

const unitNameOf = ({ units }: Desk, code: string): string => units.find((unit) => unit.code === code)?.name ?? code

/** The first free times of the coaches. A time after the promised day says so. */
export function TimeFields({
  draft,
  change,
  hit,
  view,
  desk,
  suggestion,
}: PartProps & { suggestion: Suggestion | undefined }) {
  const isClosed = view.path.closures.at(-1)?.reopenedOn === null
  const mayBook = isClosed || isOffered(view, 'meeting-booked', { personId: draft.personId })
  const destination = destinationOf(draft, suggestion)
  const by = destination && desk.coachDestinations.includes(destination) ? (desk.promise?.by ?? null) : null
  const chosen = timeOf(draft, desk)
  const lacksGround = (unit: string) => needsGround(unit, hit.unitCode, draft.personId, view, desk)
  const choose = (key: string) => {
    const time = desk.times.find((each) => timeKey(each) === key)
    // Without a ground the other committee's coach may not be told: the ground is asked for at once.
    const ground = time && lacksGround(time.unit) ? { recipient: time.unit, consents: draft.consents } : {}
    change({ time: key, ...ground })
  }
  return (
    <Section title={text.title}>
      {!mayBook && <p>{text.already}</p>}
      {mayBook && !desk.hasCoaches && <p>{text.noCoaches}</p>}
      {mayBook && desk.hasCoaches && desk.times.length === 0 && <p>{text.noTimes}</p>}
      {mayBook && desk.times.length > 0 && (
        <Select
          label={text.label}
          value={draft.time}
          onChange={choose}
          options={[{ value: '', label: text.none }, ...timeOptions(desk, by)]}
        />
      )}
      {mayBook && by && desk.hasCoaches && !desk.times.some((time) => !isLate(time, by)) && (
        <Notice kind="warning">{text.noneInTime(by)}</Notice>
      )}
      {chosen && lacksGround(chosen.unit) && !(draft.consents && draft.recipient === chosen.unit) && (
        <Notice kind="warning">{text.needsGround(unitNameOf(desk, chosen.unit))}</Notice>
      )}
    </Section>
  )
}
