import './report-writing.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ReportDocument } from '../reports/report-document.page.tsx'
import { get, send, withParams } from '../ui/api.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatMoment } from '../values/format.ts'
import { AsKnownNowSection } from './as-known-now.page.tsx'
import { versionText as text } from './version.text.ts'
import type { VersionView } from './writing-view.ts'

const moment = (at: string) => formatMoment(new Date(at))

/** A signed version as it was signed, and beside what is known now. */
export function VersionPage() {
  const { id, version } = useParams({ strict: false })
  const address = `/api/written-reports/${Number(id)}/versions/${Number(version)}`
  const view = useQuery({
    queryKey: ['written-report', Number(id), 'version', Number(version)],
    queryFn: ({ signal }) => get<VersionView>(address, {}, signal),
  })
  const found = view.data
  return (
    <Page
      title={found ? text.title(found.report.title, found.version.version) : text.untitled}
      lead={found && text.lead(found.version.signedName, found.version.signedRole, moment(found.version.signedAt))}
      above={
        <Link to="/rapporter/$id" params={{ id: id ?? '' }}>
          ‹ {text.back}
        </Link>
      }
      actions={found?.mayCorrect && <CorrectButton report={found.report.id} version={found.version.version} />}
    >
      <Loaded query={view} what={text.what}>
        {(shown) => <Version view={shown} address={address} />}
      </Loaded>
    </Page>
  )
}

function CorrectButton({ report, version }: { report: number; version: number }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const correct = useMutation<null, Error>({
    mutationFn: () => send('PUT', `/api/written-reports/${report}/correction`, { corrects: version }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['written-report', report] })
      showToast(text.correcting)
      await navigate({ to: '/rapporter/$id', params: { id: String(report) } })
    },
    onError: (error) => showToast(error.message),
  })
  return (
    <Button onPress={() => correct.mutate()} isDisabled={correct.isPending}>
      {text.correct}
    </Button>
  )
}

function Version({ view, address }: { view: VersionView; address: string }) {
  const [state, change] = useUrlState()
  const { version, correctedBy } = view
  return (
    <>
      {correctedBy && (
        <Notice
          kind="warning"
          title={text.correctedTitle}
          action={
            <VersionLink view={view} version={correctedBy.version} label={text.readLatest(correctedBy.version)} />
          }
        >
          {text.corrected(correctedBy.version, moment(correctedBy.signedAt), correctedBy.reason)}
        </Notice>
      )}
      {version.corrects !== null && (
        <Notice
          action={<VersionLink view={view} version={version.corrects} label={text.readEarlier(version.corrects)} />}
        >
          {text.corrects(version.corrects, version.reason)}
        </Notice>
      )}
      <About view={view} address={address} />
      <Tabs
        label={text.tabs.label}
        selected={state['visa'] ?? 'document'}
        onSelect={(visa) => change({ visa: visa === 'document' ? '' : visa })}
        tabs={[
          { id: 'document', label: text.tabs.document, content: <ReportDocument report={view.document} /> },
          { id: 'now', label: text.tabs.now, content: <AsKnownNowSection address={address} /> },
        ]}
      />
    </>
  )
}

const VersionLink = ({ view, version, label }: { view: VersionView; version: number; label: string }) => (
  <Link
    to="/rapporter/$id/version/$version"
    params={{ id: String(view.report.id), version: String(version) }}
    className="button button-secondary button-normal"
  >
    {label}
  </Link>
)

const About = ({ view, address }: { view: VersionView; address: string }) => (
  <Section title={text.about}>
    <p>
      {text.knownAt(moment(view.knownAt))} {text.unchangeable}
    </p>
    <dl className="version-hash">
      <dt>{text.hash}</dt>
      <dd>
        <code>{view.sha256}</code>
      </dd>
    </dl>
    {view.answers.length > 0 && (
      <>
        <h3>{text.answers}</h3>
        <dl className="version-answers">
          {view.answers.map(({ finding, reason }, at) => (
            <div key={at}>
              <dt>{finding}</dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
      </>
    )}
    <div className="row" role="group" aria-label={text.download}>
      {Object.entries(text.formats).map(([format, name]) => (
        <ButtonLink key={format} href={withParams(`${address}/file`, { format })} download>
          {name}
        </ButtonLink>
      ))}
    </div>
  </Section>
)
