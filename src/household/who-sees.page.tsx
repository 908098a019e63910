import { useQuery } from '@tanstack/react-query'
import { codesOf, consentScopes, sharingGrounds } from '../parameters/code-lists/casework.ts'
import type { PathView } from '../pathway/path-view.ts'
import { eventText } from '../pathway/pathway.text.ts'
import { get } from '../ui/api.ts'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { addDays } from '../values/day.ts'
import { useViewers } from './field-names.page.tsx'
import { partText, whoSeesText as text } from './household.text.ts'
import type { SeenBecause, SeenBy, SeenField, ViewerChoice } from './seen-by.ts'
import { personName } from './sharing.page.tsx'

/** Who sees what of the household today, on what ground and until when; and the household through another's eyes. */
export function WhoSeesSection({ view }: { view: PathView }) {
  const viewers = useViewers(view.householdId).data?.viewers ?? []
  return (
    <Section title={partText.whoSees}>
      <p>{text.lead}</p>
      <Matrix view={view} viewers={viewers} />
      <SeeAs view={view} viewers={viewers} />
    </Section>
  )
}

type Props = { view: PathView; viewers: ViewerChoice[] }

/** Person and scope down, recipients across: the last day on which each sees it. */
function Matrix({ view, viewers }: Props) {
  const told = viewers.filter(({ open }) => open.length > 0)
  if (told.length === 0) return <p className="muted">{text.matrixEmpty}</p>
  const persons = [...new Set(told.flatMap(({ open }) => open.map(({ personId }) => personId)))]
  return (
    <Table
      caption={text.matrix}
      rowHeader={text.field}
      columns={told.map(({ code, label }) => ({ id: code, label, numeric: false }))}
      rows={persons.flatMap((personId) =>
        codesOf(consentScopes).map((scope) => ({
          id: `${personId} ${scope}`,
          label: `${personName(view, personId)}: ${consentScopes[scope]}`,
          cells: told.map(({ open }) => {
            const opened = open.find((each) => each.personId === personId && each.scope === scope)
            if (!opened) return text.none
            return opened.until ? text.until(addDays(opened.until, -1)) : text.whileOpen
          }),
        })),
      )}
    />
  )
}

/** The same page through another's glasses. Which ones are in the address. */
function SeeAs({ view, viewers }: Props) {
  const [{ som = '' }, change] = useUrlState()
  const chosen = viewers.find(({ code }) => code === som) ?? viewers.find(({ open }) => open.length > 0) ?? viewers[0]
  const seen = useQuery({
    queryKey: ['seen-as', view.householdId, chosen?.code, view.sequence],
    queryFn: ({ signal }) =>
      get<SeenBy>(`/api/households/${view.householdId}/path/as/${encodeURIComponent(chosen?.code ?? '')}`, {}, signal),
    enabled: chosen !== undefined,
  })
  if (!chosen) return null
  return (
    <>
      <div className="household-fields">
        <Select
          label={text.choose}
          value={chosen.code}
          onChange={(code) => change({ som: code })}
          options={viewers.map(({ code, label }) => ({ value: code, label }))}
        />
      </div>
      <Loaded query={seen} what={text.what}>
        {(found) => <Fields view={view} viewer={chosen} fields={found.fields} />}
      </Loaded>
    </>
  )
}

function Fields({ view, viewer, fields }: { view: PathView; viewer: ViewerChoice; fields: SeenField[] }) {
  const shown = fields.filter((field) => field.shown > 0)
  // Those of whom not even the name is told need no line each.
  const unknown = fields.filter((field) => field.field === 'identity' && field.shown === 0)
  const hidden = fields.filter((field) => field.shown === 0 && !unknown.includes(field))
  return (
    <>
      <p aria-live="polite">{text.summary(viewer.label, shown.length, fields.length)}</p>
      {shown.length > 0 && (
        <Table
          caption={text.caption(viewer.label)}
          hideCaption
          rowHeader={text.person}
          columns={[text.field, text.shown, text.ground, text.lastDay].map((label) => ({
            id: label,
            label,
            numeric: false,
          }))}
          rows={shown.map((field) => rowOf(nameIn(view, field), field))}
        />
      )}
      {hidden.length > 0 && <p>{text.hidden([...new Set(hidden.map(labelOf))])}</p>}
      {unknown.length > 0 && <p>{text.unknown(unknown.map((field) => nameIn(view, field)))}</p>}
    </>
  )
}

const nameIn = (view: PathView, { personId }: SeenField): string =>
  personId === null ? text.household : personName(view, personId)

const rowOf = (label: string, field: SeenField): TableRow => ({
  id: `${field.personId} ${field.field}`,
  label,
  cells: [labelOf(field), <Shown key="shown" field={field} />, groundOf(field.because), lastDayOf(field.because)],
})

const labelOf = ({ field }: SeenField): string =>
  field === 'identity' || field === 'register' ? text[field] : eventText[field]

function Shown({ field: { shown, total } }: { field: SeenField }) {
  return <Tag tone="info">{shown === total ? text.all : text.some(shown, total)}</Tag>
}

function groundOf(because: SeenBecause | null): string {
  if (!because) return text.noGround
  if (because.kind === 'own-committee') return text.ownCommittee
  const ground = because.ground === 'own-committee' ? text.ownReferral : sharingGrounds[because.ground]
  return `${ground}: ${because.scope ? consentScopes[because.scope].toLowerCase() : text.ownDealings}`
}

function lastDayOf(because: SeenBecause | null): string {
  if (because?.kind !== 'ground') return text.noGround
  return because.until ? addDays(because.until, -1) : text.whileOpen
}
