import './promises.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { changesColumn, VersionsTable } from '../catalogue/versions.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { ClosingSection } from './closing.page.tsx'
import { formText } from './form.text.ts'
import { PromiseForm } from './promise-form.page.tsx'
import { StateTag } from './promises.page.tsx'
import type { PromiseView } from './promises-view.ts'
import { promisesText, promiseText as text } from './promises.text.ts'
import { ReportingSection } from './reporting.page.tsx'
import { FigureName, ProgressLine, ReachedTag } from './shown-figure.page.tsx'
import { StatusSection } from './statuses.page.tsx'

/** One promise: who promised what, how it is seen, when it is reported, and what became of it. `ny` writes one down. */
export function PromisePage() {
  const { key } = useParams({ strict: false })
  return key === 'ny' ? <NewPromise /> : <KnownPromise promiseKey={key ?? ''} />
}

const back = <Link to="/loften">‹ {promisesText.back}</Link>

const NewPromise = () => (
  <Page title={formText.newTitle} lead={formText.newLead} above={back}>
    <PromiseForm entry={null} onDone={() => undefined} />
  </Page>
)

function KnownPromise({ promiseKey }: { promiseKey: string }) {
  const [address, change] = useUrlState()
  const view = useQuery({
    queryKey: ['promises', 'one', promiseKey],
    queryFn: ({ signal }) => get<PromiseView>(`/api/promises/entries/${encodeURIComponent(promiseKey)}`, {}, signal),
  })
  const isEditing = address['flik'] === 'andra' && view.data?.mayEdit
  const found = view.data
  return (
    <Page
      title={found?.entry.body.title ?? promisesText.title}
      above={back}
      lead={found && `${promisesText.kinds[found.row.kind]} · ${found.row.owner}`}
      actions={
        found && (
          <>
            <StateTag state={found.row.state} />
            {found.mayEdit && (
              <Button onPress={() => change({ flik: isEditing ? '' : 'andra' })}>
                {isEditing ? formText.cancel : formText.edit}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={view} what={promisesText.one}>
        {(shown) =>
          isEditing ? (
            <PromiseForm key={shown.entry.version} entry={shown.entry} onDone={() => change({ flik: '' })} />
          ) : (
            <Sections view={shown} />
          )
        }
      </Loaded>
    </Page>
  )
}

const Sections = ({ view }: { view: PromiseView }) => (
  <>
    <SentenceSection view={view} />
    <SuccessSection view={view} />
    <ReportingSection view={view} />
    <StatusSection view={view} />
    <ClosingSection view={view} />
    {view.versions.length > 0 && (
      <Section title={text.versions.title}>
        <VersionsTable
          title={text.versions.title}
          versions={view.versions}
          columns={[changesColumn<'promise'>(text.versions.fields)]}
        />
      </Section>
    )}
  </>
)

function SentenceSection({ view: { entry } }: { view: PromiseView }) {
  const { sentence, decided, diaryNumbers, committees, owner, heading } = entry.body
  const facts = [
    [text.decided, text.decidedBy(decided.by, decided.on, decided.paragraph)],
    [text.diaryNumbers, diaryNumbers.join(', ')],
    [text.committees, committees.join(', ')],
    [text.owner, owner],
    [text.heading, heading ?? ''],
  ].filter(([, value]) => value)
  return (
    <Section title={text.sentence}>
      {sentence && <blockquote className="promises-sentence">{sentence}</blockquote>}
      <dl className="promises-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** Baseline, now and target, with the figure's definition. */
function SuccessSection({ view: { entry, row } }: { view: PromiseView }) {
  const { progress } = row
  return (
    <Section title={text.success}>
      {progress ? (
        <>
          <p>
            <FigureName figure={progress.figure} />
          </p>
          <ProgressLine progress={progress} />
          <div className="row">
            <ReachedTag isReached={progress.isReached} />
          </div>
          <p className="promises-note">{promisesText.asKnownNow(progress.figure.from, progress.figure.to)}</p>
        </>
      ) : (
        <p>{entry.body.success ? `${promisesText.lostFigure}: ${entry.body.success.figure}` : text.noSuccess}</p>
      )}
    </Section>
  )
}
