import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useFocusAfter } from './focus-after.page.tsx'
import { formText } from './form.text.ts'
import type { PromiseView } from './promises-view.ts'
import { promiseText as text } from './promises.text.ts'

/** When it is to be reported and to whom, and what has been. */
export function ReportingSection({ view: { entry, today, mayEdit } }: { view: PromiseView }) {
  const save = useSaveEntry('promise', ['promises'])
  const { body, key, version } = entry
  const place = useFocusAfter(body.reportings.filter(({ reportedOn }) => reportedOn).length)
  const mark = (at: number) => {
    const reportings = body.reportings.map((each, index) => (index === at ? { ...each, reportedOn: today } : each))
    save.mutate({ key, seen: version, body: { ...body, reportings }, before: body, said: formText.reportedSaved })
  }
  return (
    <Section title={text.reportings}>
      <div ref={place} tabIndex={-1} className="promises-focus" />
      {body.reportings.length === 0 ? (
        <p>{text.noReportings}</p>
      ) : (
        <Table
          caption={text.reportings}
          hideCaption
          rowHeader={text.to}
          columns={[
            { id: 'on', label: text.on, numeric: false },
            { id: 'reported', label: text.reported, numeric: false },
          ]}
          rows={body.reportings.map(({ on, to, reportedOn }, at) => ({
            ...{ id: String(at), label: to },
            cells: [
              on,
              reportedOn ?? (
                <span className="promises-reported">
                  {on < today && !body.closed ? <Tag tone="bad">{text.late}</Tag> : text.notReported}
                  {mayEdit && !body.closed && (
                    <Button
                      size="small"
                      isDisabled={save.isPending}
                      onPress={() => mark(at)}
                      aria-label={text.markReportedFor(to, on)}
                    >
                      {text.markReported}
                    </Button>
                  )}
                </span>
              ),
            ],
          }))}
        />
      )}
      {save.error && <p role="alert">{save.error.message}</p>}
    </Section>
  )
}
