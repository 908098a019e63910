import './planning.css'
import { useQuery } from '@tanstack/react-query'
import type { Mapping } from '../pathway/path.ts'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'
import { mappingMethods } from '../parameters/code-lists/casework.ts'
import { Changes } from './changes.page.tsx'
import { EmploymentService } from './employment-service.page.tsx'
import type { MappingForm } from './mapping-forms.ts'
import { MappingWriting } from './mapping-form.page.tsx'
import { Answers } from './mapping-answers.page.tsx'
import { mappingText } from './mapping.text.ts'
import { useOpenForm } from './open-form.page.tsx'
import { Adults, isHidden } from './adults.page.tsx'
import { nameOf, planningText } from './planning.text.ts'

/** What is known of each adult's way to work: mapped by method, version by version, and the standing at the employment service. */
export function MappingSection({ view }: { view: PathView }) {
  const forms = useQuery({
    queryKey: ['mapping-forms'],
    queryFn: ({ signal }) => get<{ forms: MappingForm[] }>('/api/mapping-forms', {}, signal),
  })
  return (
    <Section title={mappingText.title}>
      <Loaded query={forms} what={mappingText.forms}>
        {(found) => (
          <Adults view={view} place="mapping">
            {(member) => <MappingsOf view={view} member={member} forms={found.forms} />}
          </Adults>
        )}
      </Loaded>
    </Section>
  )
}

type OfMember = { view: PathView; member: PathMember; forms: MappingForm[] }

function MappingsOf({ view, member, forms }: OfMember) {
  const { isOpen, show, close } = useOpenForm()
  if (isHidden(view, member.id, 'mapping')) return <p className="muted">{mappingText.noGround}</p>
  const mappings = view.path.mappings.filter(({ personId }) => personId === member.id)
  const startable = isOffered(view, 'mapping-saved', { personId: member.id, concerns: null })
    ? forms.filter(({ method }) => !mappings.some((each) => each.completedOn === null && methodOf(each) === method))
    : []
  const begun = startable.find(({ method }) => isOpen(`mapping-${member.id}-${method}`))
  return (
    <>
      <EmploymentService view={view} member={member} />
      {mappings.length === 0 && !begun && <p className="muted">{mappingText.none}</p>}
      {mappings.map((mapping) => (
        <MappingItem
          key={mapping.id}
          view={view}
          member={member}
          mapping={mapping}
          form={forms.find(({ method }) => method === methodOf(mapping))}
        />
      ))}
      {begun ? (
        <MappingWriting
          key={begun.method}
          view={view}
          member={member}
          form={begun}
          mapping={null}
          onClose={() => close(`mapping-${member.id}`)}
        />
      ) : (
        startable.length > 0 && (
          <div className="planning-actions">
            {startable.map(({ method }) => (
              <Button key={method} size="small" onPress={() => show(`mapping-${member.id}-${method}`)}>
                {mappingText.start(method)}
              </Button>
            ))}
          </div>
        )
      )}
    </>
  )
}

const methodOf = (mapping: Mapping) => mapping.latest.body.method

type ItemProps = { view: PathView; member: PathMember; mapping: Mapping; form: MappingForm | undefined }

function MappingItem({ view, member, mapping, form }: ItemProps) {
  const { isOpen, show, close } = useOpenForm()
  const { id, latest, versions, completedOn } = mapping
  const mayWrite = form !== undefined && isOffered(view, 'mapping-saved', { concerns: id })
  const isWriting = mayWrite && isOpen(`mapping-${id}`)
  return (
    <div className="planning-item">
      <div className="planning-head">
        <h4>{mappingMethods[latest.body.method]}</h4>
        {completedOn ? (
          <Tag tone="good">{mappingText.done(completedOn)}</Tag>
        ) : (
          <Tag tone="warning">{mappingText.begun}</Tag>
        )}
        <span className="planning-small">
          {planningText.savedBy(latest.on, view.people[latest.by ?? 0] ?? planningText.somebody)}
        </span>
        {mayWrite && !isWriting && (
          <Button size="small" onPress={() => show(`mapping-${id}`)}>
            {completedOn ? mappingText.change : mappingText.goOn}
          </Button>
        )}
      </div>
      {isWriting ? (
        <MappingWriting
          view={view}
          member={member}
          form={form}
          mapping={mapping}
          onClose={() => close(`mapping-${member.id}`)}
        />
      ) : (
        <Answers saved={latest.body} form={form} />
      )}
      {versions.length > 1 && (
        <Changes
          view={view}
          about={mappingText.form(latest.body.method, nameOf(member))}
          versions={versions}
          names={labelsOf(form, versions)}
        />
      )}
    </div>
  )
}

const labelsOf = (form: MappingForm | undefined, versions: Mapping['versions']) => ({
  ...Object.fromEntries(
    versions.flatMap(({ body }) => Object.keys(body.answers)).map((key) => [key, mappingText.formerArea]),
  ),
  ...Object.fromEntries((form?.areas ?? []).map(({ key, label }) => [key, label])),
})
