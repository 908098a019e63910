import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatMoment } from '../values/format.ts'
import { writingText as text } from './report-writing.text.ts'
import type { DraftView } from './writing-view.ts'

/** What holds of the report as a whole: signed, or being corrected. */
export function Standing({ view }: { view: DraftView }) {
  const client = useQueryClient()
  const stop = useMutation<null, Error>({
    mutationFn: () => send('PUT', `/api/written-reports/${view.id}/correction`, { corrects: null }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['written-report', view.id] })
      showToast(text.stoppedCorrecting)
    },
    onError: (error) => showToast(error.message),
  })
  return (
    <>
      {view.state === 'signed' && <Notice title={text.signedTitle}>{text.signed}</Notice>}
      {view.corrects !== null && (
        <Notice
          title={text.correctingTitle}
          action={<Button onPress={() => stop.mutate()}>{text.stopCorrecting}</Button>}
        >
          {text.correcting(view.corrects)}
        </Notice>
      )}
      {view.versions.length > 0 && (
        <Section title={text.versions}>
          <ul className="writing-versions">
            {view.versions.map(({ version, signedName, signedAt, reason }) => (
              <li key={version}>
                <Link to="/rapporter/$id/version/$version" params={{ id: String(view.id), version: String(version) }}>
                  {text.version(version)}
                </Link>{' '}
                <span className="muted">
                  {text.signedBy(signedName, formatMoment(new Date(signedAt)))}
                  {reason && `. ${text.reason(reason)}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
