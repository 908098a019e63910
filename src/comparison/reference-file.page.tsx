import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ApiRefusal, send } from '../ui/api.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Progress } from '../ui/Progress.tsx'
import { showToast } from '../ui/Toast.tsx'
import { comparisonText } from './comparison.text.ts'
import type { KeptFile } from './comparison-view.ts'

const text = comparisonText.file

/** Takes a file with what others publish, and says what became of it. */
export function ReferenceFileSection() {
  const client = useQueryClient()
  // All that is shared with inhabitants is made anew as well.
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  const undo = (name: string, keptAt: string) =>
    send('POST', '/api/comparison/file/undo', { keptAt }).then(
      () => {
        reading.reset()
        return refresh().then(() => showToast(text.undone(name)))
      },
      (error: Error) => showToast(error.message),
    )
  const reading = useMutation<KeptFile, ApiRefusal, File>({
    mutationFn: (file) => {
      const form = new FormData()
      form.set('file', file)
      return send<KeptFile>('POST', '/api/comparison/file', form)
    },
    onSuccess: (kept, { name }) => {
      // What it changes is worked out anew meanwhile.
      void refresh()
      if (kept.added + kept.changed > 0) showToast(text.kept(name), () => void undo(name, kept.keptAt))
    },
  })
  const name = reading.variables?.name ?? ''
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <FileDrop
        label={text.drop}
        choose={text.choose}
        formats={text.formats}
        onFiles={([file, ...others]) => {
          if (others.length > 0) showToast(text.several)
          else if (file && !reading.isPending) reading.mutate(file)
        }}
      />
      <div aria-live="polite">
        {reading.isPending && <Progress label={text.reading(name)} />}
        {reading.error && <NotRead error={reading.error} />}
        {reading.data && <Kept name={name} kept={reading.data} />}
      </div>
    </Section>
  )
}

const Kept = ({ name, kept }: { name: string; kept: KeptFile }) => (
  <Notice kind={kept.hasOwn ? 'good' : 'warning'} title={text.kept(name)}>
    {[
      text.counts(kept, kept.keyFigures),
      ...(kept.hasOwn ? [] : [text.withoutOwn]),
      ...(kept.notShown.length > 0 ? [text.notShown(kept.notShown)] : []),
    ].join(' ')}
  </Notice>
)

/** What the file had and what was looked for, where the server knows: enough to choose another one. */
function NotRead({ error: { message, answer } }: { error: ApiRefusal }) {
  const told = typeof answer === 'object' && answer !== null ? answer : {}
  const found = 'found' in told && told.found ? [text.found(String(told.found))] : []
  const expected = 'expected' in told && told.expected ? [text.expected(String(told.expected))] : []
  return (
    <Notice kind="bad" title={text.refused}>
      {[message, ...found, ...expected].join(' ')}
    </Notice>
  )
}
