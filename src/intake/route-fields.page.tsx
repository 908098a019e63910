import type { UseQueryResult } from '@tanstack/react-query'
import { destinations, notReferredReasons } from '../parameters/code-lists/casework.ts'
import { ProjectPart } from '../pathway/project.page.tsx'
import { optionsOf, Select, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import type { Day } from '../values/day.ts'
import type { PartProps } from './contact-form.page.tsx'
import { type ContactDraft, destinationOf, isOverridden } from './contact-draft.page.tsx'
import { intakeText, workingDays } from './intake.text.ts'
import type { Suggestion } from './suggest-route.ts'

const text = intakeText.way

type RouteFieldsProps = PartProps & { suggestion: UseQueryResult<Suggestion> }

/** Where the rules send the person, and why; followed unless a reason is given. */
export const RouteFields = ({ draft, change, desk, view, suggestion }: RouteFieldsProps) => (
  <Section title={text.title}>
    <Loaded query={suggestion} what={text.suggestionOf}>
      {(said) => (
        <>
          <div className="intake-suggestion" role="status">
            <span className="muted">{text.suggestion}</span>
            <strong>{destinations[said.destination]}</strong>
            <span>{said.reason ?? sentence(text.noRule)}</span>
            <span className="muted">{text.rulesFrom(said.rulesFrom as Day)}</span>
          </div>
          <Select
            label={text.destination}
            value={draft.destination}
            onChange={(destination) => change({ destination: destination as ContactDraft['destination'] })}
            options={[
              { value: '', label: text.follow(destinations[said.destination]) },
              ...optionsOf(destinations).filter(({ value }) => value !== said.destination),
            ]}
          />
          {isOverridden(draft, said) && (
            <TextField
              label={text.overrideReason}
              value={draft.overrideReason}
              onChange={(overrideReason) => change({ overrideReason })}
              isRequired
            />
          )}
          {destinationOf(draft, said) === 'no-referral' && (
            <Select
              label={text.notReferred}
              value={draft.notReferred}
              onChange={(reason) => change({ notReferred: reason as ContactDraft['notReferred'] })}
              options={[{ value: '', label: text.chooseReason }, ...optionsOf(notReferredReasons)]}
            />
          )}
          {desk.promise && desk.coachDestinations.includes(draft.destination || said.destination) && (
            <p>{text.promise(desk.promise.by, workingDays(desk.promise.workingDays, desk.promise.squeezeDays))}</p>
          )}
        </>
      )}
    </Loaded>
    <ProjectPart view={view} />
  </Section>
)

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
