import { consentScopes, sharingGrounds } from '../parameters/code-lists/casework.ts'
import { Checkbox, Checkboxes, optionsOf, Select, TextField } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { addDays, type Day, parseDay } from '../values/day.ts'
import type { PartProps } from './contact-form.page.tsx'
import { type ContactDraft, groundsOf } from './contact-draft.page.tsx'
import type { Desk, Hit } from './intake-view.ts'
import { intakeText } from './intake.text.ts'

const text = intakeText.consent

/** The code of the employment service as a recipient: it is no unit of the municipality. */
const employmentService = 'AF'

/** A ground to tell a unit of another committee of the person: what, and until when. */
export function ConsentFields({ draft, change, hit, view, desk }: PartProps) {
  const grounds = groundsOf(view, draft.personId)
  const recipients = recipientsFor(desk, hit)
  const nameOf = (code: string) => recipients.find(({ value }) => value === code)?.label ?? code
  const last = parseDay(draft.consentLast)
  return (
    <Section title={text.title}>
      {grounds.map(({ id, recipient, until }) => (
        <p key={id}>{text.already(nameOf(recipient), addDays(until as Day, -1))}</p>
      ))}
      <Checkbox isSelected={draft.consents} onChange={(consents) => change({ consents })}>
        {text.give}
      </Checkbox>
      {draft.consents && (
        <>
          <div className="intake-fields">
            <Select
              label={text.recipient}
              value={draft.recipient}
              onChange={(recipient) => change({ recipient })}
              options={[{ value: '', label: text.chooseRecipient }, ...recipients]}
            />
            <Select
              label={text.ground}
              value={draft.ground}
              onChange={(ground) => change({ ground: ground as ContactDraft['ground'] })}
              options={optionsOf(sharingGrounds)}
            />
            <TextField
              label={text.last}
              value={draft.consentLast}
              onChange={(consentLast) => change({ consentLast })}
              error={last === null || last < view.today ? text.lastMissing : null}
            />
          </div>
          <Checkboxes
            label={text.scopes}
            value={draft.scopes}
            onChange={(scopes) => change({ scopes: scopes as ContactDraft['scopes'] })}
            options={optionsOf(consentScopes)}
          />
        </>
      )}
    </Section>
  )
}

/** Units of other committees than the household's own, and the employment service. */
function recipientsFor({ units }: Desk, { unitCode }: Hit) {
  const own = units.find(({ code }) => code === unitCode)?.committee
  // A committee is the top of its branch, and nobody's coach sits there.
  const others = units.filter(({ code, committee }) => committee !== own && code !== committee)
  return [
    ...others.map(({ code, name }) => ({ value: code, label: name })),
    { value: employmentService, label: text.employmentService },
  ]
}
