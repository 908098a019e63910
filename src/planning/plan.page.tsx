import './planning.css'
import { codesOf, planKinds } from '../parameters/code-lists/casework.ts'
import type { Plan } from '../pathway/path.ts'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'
import { Adults, isHidden } from './adults.page.tsx'
import { Approval } from './approval.page.tsx'
import { Changes } from './changes.page.tsx'
import { FollowUps, FollowUpWriting } from './follow-up.page.tsx'
import { useOpenForm } from './open-form.page.tsx'
import { PlanWriting } from './plan-form.page.tsx'
import { planStates } from './plan-state.text.ts'
import { planFormText, planText } from './plan.text.ts'
import { ApprovedVersions, PlanContent } from './plan-versions.page.tsx'
import { nameOf, planningText } from './planning.text.ts'

/** Each adult's plans: written, approved, followed up. What is offered is what the way allows next. */
export const PlanSection = ({ view }: { view: PathView }) => (
  <Section title={planText.title}>
    <Adults view={view} place="plan">
      {(member) => <PlansOf view={view} member={member} />}
    </Adults>
  </Section>
)

type OfMember = { view: PathView; member: PathMember }

function PlansOf({ view, member }: OfMember) {
  const { isOpen, show, close } = useOpenForm()
  if (isHidden(view, member.id, 'plan')) return <p className="muted">{planText.noGround}</p>
  const plans = view.path.plans.filter(({ personId }) => personId === member.id)
  const writable = isOffered(view, 'plan-saved', { personId: member.id, concerns: null })
    ? codesOf(planKinds).filter((kind) => !plans.some(({ latest }) => latest.body.kind === kind))
    : []
  const begun = writable.find((kind) => isOpen(`plan-${member.id}-${kind}`))
  return (
    <>
      {plans.length === 0 && !begun && <p className="muted">{planText.none}</p>}
      {plans.map((plan) => (
        <PlanItem key={plan.id} view={view} member={member} plan={plan} />
      ))}
      {begun ? (
        <PlanWriting
          key={begun}
          view={view}
          member={member}
          kind={begun}
          plan={null}
          onClose={() => close(`plan-${member.id}`)}
        />
      ) : (
        writable.length > 0 && (
          <div className="planning-actions">
            {writable.map((kind) => (
              <Button key={kind} size="small" onPress={() => show(`plan-${member.id}-${kind}`)}>
                {planText.write(kind)}
              </Button>
            ))}
          </div>
        )
      )}
    </>
  )
}

function PlanItem({ view, member, plan }: OfMember & { plan: Plan }) {
  const { isOpen, close } = useOpenForm()
  const onClose = () => close(`plan-${member.id}`)
  const may = (kind: 'plan-saved' | 'plan-approved' | 'follow-up-held') => isOffered(view, kind, { concerns: plan.id })
  const { latest, versions } = plan
  const isWriting = may('plan-saved') && isOpen(`plan-${plan.id}`)
  return (
    <div className="planning-item">
      <div className="planning-head">
        <h4>{planKinds[latest.body.kind]}</h4>
        {planStates(plan, view.today).map(({ tone, text }) => (
          <Tag key={text} tone={tone}>
            {text}
          </Tag>
        ))}
        <span className="planning-small">
          {planningText.savedBy(latest.on, view.people[latest.by ?? 0] ?? planningText.somebody)}
        </span>
      </div>
      {isWriting ? (
        <PlanWriting view={view} member={member} kind={latest.body.kind} plan={plan} onClose={onClose} />
      ) : (
        <>
          <PlanContent plan={plan} name={nameOf(member)} today={view.today} />
          <PlanActions plan={plan} may={may} />
        </>
      )}
      {may('plan-approved') && isOpen(`approve-${plan.id}`) && <Approval view={view} plan={plan} onClose={onClose} />}
      {may('follow-up-held') && isOpen(`follow-up-${plan.id}`) && (
        <FollowUpWriting view={view} plan={plan} onClose={onClose} />
      )}
      <FollowUps view={view} plan={plan} />
      <ApprovedVersions plan={plan} name={nameOf(member)} />
      {versions.length > 1 && (
        <Changes view={view} about={planFormText.title(latest.body.kind, nameOf(member))} versions={versions} />
      )}
    </div>
  )
}

type ActionsProps = { plan: Plan; may: (kind: 'plan-saved' | 'plan-approved' | 'follow-up-held') => boolean }

function PlanActions({ plan: { id }, may }: ActionsProps) {
  const { isOpen, show } = useOpenForm()
  const actions = [
    { kind: 'follow-up-held', form: `follow-up-${id}`, label: planText.followUp },
    { kind: 'plan-approved', form: `approve-${id}`, label: planText.approve },
    { kind: 'plan-saved', form: `plan-${id}`, label: planText.change },
  ] as const
  const offered = actions.filter(({ kind, form }) => may(kind) && !isOpen(form))
  if (offered.length === 0) return null
  return (
    <div className="planning-actions">
      {offered.map(({ form, label }) => (
        <Button key={form} size="small" onPress={() => show(form)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
