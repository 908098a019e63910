import './report-writing.css'
import '../ui/GridShortcuts.css'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { ReportDocument } from '../reports/report-document.page.tsx'
import { get, send, withParams } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { useChanges } from './changes.page.tsx'
import { Comments } from './comments.page.tsx'
import { Findings } from './findings.page.tsx'
import { stateText, writingText as text } from './report-writing.text.ts'
import { WritingShortcuts } from './shortcuts.page.tsx'
import { SignSection } from './sign.page.tsx'
import { Standing } from './standing.page.tsx'
import { TextPart } from './text-part.page.tsx'
import { useTextSteps } from './text-place.page.tsx'
import type { DraftSection, DraftView, FigureChoices, Preview } from './writing-view.ts'

/** A report while it is written: the texts beside what they become. */
export function WritingPage() {
  const { id } = useParams({ strict: false })
  const report = Number(id)
  const view = useQuery({
    queryKey: ['written-report', report, 'view'],
    queryFn: ({ signal }) => get<DraftView>(`/api/written-reports/${report}`, {}, signal),
    // The texts are kept alike by their sessions; what was fetched first stays the beginning of each.
    staleTime: 0,
    gcTime: 0,
  })
  const found = view.data
  return (
    <Page
      title={found?.title ?? text.untitled}
      lead={found && text.lead(found.template, periodInWords({ from: found.from, until: addMonths(found.to, 1) }))}
      above={<Link to="/rapporter">‹ {text.back}</Link>}
      actions={
        found && (
          <>
            <Tag tone={found.state === 'signed' ? 'good' : 'info'}>{stateText[found.state]}</Tag>
            <WritingShortcuts />
          </>
        )
      }
    >
      <Loaded query={view} what={text.what}>
        {(shown) => <Writing key={shown.id} view={shown} />}
      </Loaded>
    </Page>
  )
}

function Writing({ view }: { view: DraftView }) {
  const [address, change] = useUrlState()
  useTextSteps()
  const { changes, revision, listen, wrote } = useChanges(view)
  const isOpen = view.state !== 'signed'
  const preview = useQuery({
    queryKey: ['written-report', view.id, 'preview', revision],
    queryFn: ({ signal }) => get<Preview>(`/api/written-reports/${view.id}/preview`, {}, signal),
    placeholderData: keepPreviousData,
  })
  const choices = useQuery({
    queryKey: ['written-report', view.id, 'figures'],
    queryFn: ({ signal }) => get<FigureChoices>(`/api/written-reports/${view.id}/figures`, {}, signal),
  })
  const actions = useTextActions(view.id)
  const headings = useMemo(() => headingsOf(view.sections), [view.sections])
  const comments = changes?.comments ?? []
  const findings = preview.data?.findings ?? []
  const open = comments.filter(({ settledBy }) => settledBy === null).length
  return (
    <>
      <Standing view={view} />
      <div className="writing">
        <div className="writing-texts">
          {view.sections.map((section) => (
            <WritingSection key={section.key} section={section}>
              {section.parts.map((part, at) =>
                part.kind === 'shown' ? (
                  <p key={at} className="writing-shown">
                    {part.what}
                  </p>
                ) : (
                  <TextPart
                    key={part.key}
                    {...{ report: view.id, userId: view.userId, heading: section.heading, part, isOpen }}
                    status={changes?.texts[part.key]?.status ?? part.text.status}
                    writers={(changes?.writers ?? [])
                      .filter((writer) => writer.part === part.key)
                      .map(({ name }) => name)}
                    choices={choices.data}
                    onOpen={listen}
                    onWrite={wrote}
                    {...actions}
                  />
                ),
              )}
            </WritingSection>
          ))}
          {isOpen && <SignSection view={view} findings={findings} />}
        </div>
        <aside className="writing-aside" aria-label={text.sidebar}>
          <Tabs
            label={text.sidebar}
            selected={address['vid'] ?? 'preview'}
            onSelect={(vid) => change({ vid: vid === 'preview' ? '' : vid })}
            tabs={[
              {
                id: 'preview',
                label: text.tabs.preview,
                content: (
                  <Loaded query={preview} what={text.previewWhat}>
                    {({ document }) => (
                      <div className="writing-preview" aria-busy={preview.isFetching}>
                        <p className="muted">{text.previewLead}</p>
                        <Downloads report={view.id} />
                        <ReportDocument
                          report={isOpen ? { ...document, title: text.draftTitle(document.title) } : document}
                        />
                      </div>
                    )}
                  </Loaded>
                ),
              },
              {
                id: 'findings',
                label: text.counted(text.tabs.findings, findings.length),
                content: (
                  <Loaded query={preview} what={text.previewWhat}>
                    {(shown) => <Findings findings={shown.findings} />}
                  </Loaded>
                ),
              },
              {
                id: 'comments',
                label: text.counted(text.tabs.comments, open),
                content: <Comments report={view.id} comments={comments} headings={headings} />,
              },
            ]}
          />
        </aside>
      </div>
    </>
  )
}

const headingsOf = (sections: readonly DraftSection[]): ReadonlyMap<string, string> =>
  new Map(
    sections.flatMap(({ heading, parts }) =>
      parts.flatMap((part): [string, string][] => (part.kind === 'text' ? [[part.key, heading]] : [])),
    ),
  )

const WritingSection = ({ section, children }: { section: DraftSection; children: ReactNode }) => (
  <section
    className={`writing-section writing-section-${section.level}`}
    onFocus={() => showInPreview(section.heading)}
  >
    {section.level === 1 ? <h2>{section.heading}</h2> : <h3>{section.heading}</h3>}
    {children}
  </section>
)

/** Where the preview scrolls by itself it follows the section that is written in. */
function showInPreview(heading: string): void {
  const preview = document.querySelector('.writing-aside')
  if (!preview || preview.scrollHeight <= preview.clientHeight) return
  const found = [...preview.querySelectorAll('.report-section :is(h3, h4, h5)')].find((each) =>
    each.textContent.includes(heading),
  )
  if (found) preview.scrollTop += found.getBoundingClientRect().top - preview.getBoundingClientRect().top - 60
}

const Downloads = ({ report }: { report: number }) => (
  <div className="row" role="group" aria-label={text.download}>
    {Object.entries(text.formats).map(([format, name]) => (
      <ButtonLink
        key={format}
        size="small"
        href={withParams(`/api/written-reports/${report}/file`, { format })}
        download
      >
        {name}
      </ButtonLink>
    ))}
  </div>
)

function useTextActions(report: number) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['written-report', report, 'preview'] })
  return {
    onMark: (part: string, status: 'ready' | 'writing') =>
      send('PUT', `/api/written-reports/${report}/texts/${part}/status`, { status }).then(refresh),
    onComment: (comment: { part: string; quoted: string; text: string }) =>
      send('POST', `/api/written-reports/${report}/comments`, comment).then(() => {
        showToast(text.comments.sent)
        return refresh()
      }),
  }
}
