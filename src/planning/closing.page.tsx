import './planning.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { closureReasons, outcomeClasses } from '../parameters/code-lists/casework.ts'
import { outcomeWatchText } from '../pathway/outcome-check.text.ts'
import { OutcomeTags } from '../pathway/outcome-tags.page.tsx'
import type { Closure } from '../pathway/path.ts'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'
import { ClosingWriting } from './closing-form.page.tsx'
import { closingText } from './closing.text.ts'
import { headingId, useOpenForm } from './open-form.page.tsx'
import type { OutcomeWatch } from './outcome-watch.ts'

/** The end of a household's case, and whether it lasted as the payments tell it. */
export function ClosingSection({ view, onShowInterventions }: { view: PathView; onShowInterventions: () => void }) {
  const { isOpen, show, close } = useOpenForm()
  const { closures } = view.path
  const last = closures.at(-1)
  const current = last?.reopenedOn === null ? last : undefined
  const earlier = closures.filter((closure) => closure !== current).reverse()
  const mayClose = isOffered(view, 'case-closed')
  return (
    <Section title={closingText.title}>
      <div id={headingId('closing')} tabIndex={-1} className="planning-item">
        {current ? (
          <>
            <ClosureItem view={view} closure={current} />
            {isOffered(view, 'contact-registered') && (
              <p>
                {closingText.reopens}{' '}
                <Link to={`/mottagning?hushall=${view.householdId}`}>{closingText.registerContact}</Link>
              </p>
            )}
          </>
        ) : (
          <div className="planning-head">
            <span>{closingText.open}</span>
            {mayClose && !isOpen('closing') && <Button onPress={() => show('closing')}>{closingText.close}</Button>}
          </div>
        )}
        {!current && !mayClose && <OpenInterventions view={view} onShow={onShowInterventions} />}
      </div>
      {mayClose && isOpen('closing') && <ClosingWriting view={view} onClose={() => close('closing')} />}
      {earlier.length > 0 && (
        <div className="planning-item">
          <h3>{closingText.earlier}</h3>
          {earlier.map((closure) => (
            <ClosureItem key={closure.id} view={view} closure={closure} />
          ))}
        </div>
      )}
    </Section>
  )
}

function ClosureItem({ view, closure }: { view: PathView; closure: Closure }) {
  const reason = closureReasons[closure.said.reason]
  return (
    <div className="planning-item">
      <strong>{closingText.closedOn(closure.on, reason.label)}</strong>
      <ReasonTags reason={closure.said.reason} reopenedOn={closure.reopenedOn} />
      {closure.said.comment && <p className="planning-pre">{closure.said.comment}</p>}
      {reason.selfSupport && <Watch view={view} closure={closure.id} />}
    </div>
  )
}

type ReasonTagsProps = { reason: keyof typeof closureReasons; reopenedOn?: string | null }

/** What a reason counts as: its national class, and whether it is self-support. */
export function ReasonTags({ reason, reopenedOn = null }: ReasonTagsProps) {
  const { class: code, selfSupport } = closureReasons[reason]
  return (
    <span className="planning-tags">
      <Tag>{closingText.class(code, outcomeClasses[code])}</Tag>
      <Tag tone={selfSupport ? 'good' : 'neutral'}>
        {selfSupport ? closingText.selfSupport : closingText.notSelfSupport}
      </Tag>
      {reopenedOn && <Tag tone="warning">{closingText.reopenedOn(reopenedOn)}</Tag>}
    </span>
  )
}

function Watch({ view, closure }: { view: PathView; closure: number }) {
  const watch = useQuery({
    queryKey: ['outcome-check', view.householdId],
    queryFn: ({ signal }) => get<OutcomeWatch>(`/api/households/${view.householdId}/outcome-check`, {}, signal),
  })
  return (
    <Loaded query={watch} what={closingText.watching}>
      {({ lastKnownMonth, closings }) => (
        <>
          <div className="planning-head">
            <span>{closingText.watch}</span>
            <OutcomeTags checks={closings.find((each) => each.closure === closure)?.checks ?? []} />
          </div>
          <p className="planning-small">
            {lastKnownMonth ? outcomeWatchText.known(lastKnownMonth) : outcomeWatchText.noneKnown}
          </p>
        </>
      )}
    </Loaded>
  )
}

/** Why the case cannot be closed yet, with the way to what stands in between. */
function OpenInterventions({ view, onShow }: { view: PathView; onShow: () => void }) {
  const started = view.path.referrals.filter(({ state }) => state.kind === 'started')
  const catalogue = useQuery({
    queryKey: ['catalogue', 'intervention'],
    queryFn: ({ signal }) =>
      get<{ entries: CatalogueEntry<'intervention'>[] }>('/api/catalogue/intervention', {}, signal),
    enabled: started.length > 0,
  })
  if (started.length === 0) return null
  return (
    <Notice title={closingText.blockedTitle} action={<Button onPress={onShow}>{closingText.showInterventions}</Button>}>
      {closingText.blocked}
      <ul className="planning-list">
        {started.map(({ id, said }) => (
          <li key={id}>
            {catalogue.data?.entries.find(({ key }) => key === said.intervention)?.body.name ?? said.intervention}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
