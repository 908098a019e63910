import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get, sendForFile } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { saveFile } from '../ui/chart/figure-files.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatNumber } from '../values/format.ts'
import { type Month, monthInWords } from '../values/month.ts'
import { authorityFilesText, monthlyText as text } from './authority-files.text.ts'
import type { FindingView, MonthlyCheck } from './monthly-view.ts'
import { RowFaults, Sample } from './row-faults.page.tsx'

/** What the file of a month would hold beside our own figures, what is missing in it, and the file itself. */
export function MonthCheck({ month }: { month: Month }) {
  const query = useQuery({
    queryKey: ['authority-files', 'monthly', month],
    queryFn: ({ signal }) => get<MonthlyCheck>(`/api/authority-files/monthly/${month}`, {}, signal),
  })
  const words = monthInWords(month)
  return (
    <Section title={text.chosen(words)}>
      <p className="visually-hidden" aria-live="polite">
        {query.data && authorityFilesText.updated(text.chosen(words))}
      </p>
      <Loaded query={query} what={text.checkWhat}>
        {(check) => (
          <div className="stack">
            <Control check={check} />
            <Findings findings={check.findings} />
            <RowFaults check={check} />
            <Sample check={check} />
            <Layout check={check} />
            <WriteFile month={month} isEmpty={check.totals.sent === 0} />
          </div>
        )}
      </Loaded>
    </Section>
  )
}

function Control({ check: { control, totals } }: { check: MonthlyCheck }) {
  const isRight = control.every(({ agrees }) => agrees)
  return (
    <>
      <h3>{text.control}</h3>
      <p>{text.controlLead}</p>
      <Table
        caption={text.control}
        hideCaption
        rowHeader={text.control}
        columns={[
          { id: 'file', label: text.controlColumns.file },
          { id: 'not-sent', label: text.controlColumns.notSent },
          { id: 'ours', label: text.controlColumns.ours },
          { id: 'agrees', label: text.controlColumns.agrees, numeric: false },
        ]}
        rows={control.map(({ id, file, notSent, ours, agrees }) => ({
          id,
          label: text.controlRows[id],
          cells: [
            formatNumber(file),
            formatNumber(notSent),
            formatNumber(ours),
            <Tag key="agrees" tone={agrees ? 'good' : 'bad'}>
              {agrees ? text.agrees : text.differs}
            </Tag>,
          ],
        }))}
      />
      <Notice kind={isRight ? 'good' : 'bad'}>{isRight ? text.allAgree : text.someDiffer}</Notice>
      {totals.notAssisted > 0 && (
        <p>{text.recovered(totals.notAssisted, formatNumber(Math.round(totals.notAssistedOre / 100)))}</p>
      )}
      {totals.protectedHouseholds > 0 && <p>{text.protectedSent(totals.protectedHouseholds)}</p>}
    </>
  )
}

const Findings = ({ findings }: { findings: FindingView[] }) => (
  <>
    <h3>{text.findings}</h3>
    <Table
      caption={text.findings}
      hideCaption
      rowHeader={text.findings}
      empty={text.noFindings}
      columns={[
        { id: 'households', label: text.findingColumns.households },
        { id: 'effect', label: text.findingColumns.effect, numeric: false },
        { id: 'which', label: text.findingColumns.which, numeric: false },
      ]}
      rows={findings.map((each) => ({
        id: `${each.kind} ${each.field ?? ''}`,
        label: text.finding[each.kind],
        ...(each.field && { note: text.field(each.field) }),
        cells: [
          formatNumber(each.households.length + each.protectedHouseholds),
          <Tag key="effect" tone={each.stops ? 'bad' : 'neutral'}>
            {each.stops ? text.stops : text.told}
          </Tag>,
          <Which key="which" finding={each} />,
        ],
      }))}
    />
  </>
)

const shownAtOnce = 20

function Which({ finding: { households, protectedHouseholds } }: { finding: FindingView }) {
  const rest = households.length - shownAtOnce
  const words = [
    ...households.slice(0, shownAtOnce),
    ...(rest > 0 ? [text.more(rest)] : []),
    ...(protectedHouseholds > 0 ? [text.protectedToo(protectedHouseholds)] : []),
  ]
  return <div className="authority-households">{words.join(', ')}</div>
}

const Layout = ({ check: { layout, notKept } }: { check: MonthlyCheck }) => (
  <>
    {!layout.isChecked && (
      <Notice kind="warning" title={text.uncheckedTitle}>
        {text.unchecked}
      </Notice>
    )}
    <p className="muted">
      {text.layout(layout.isOwn, monthInWords(layout.from), layout.fields, layout.source)}{' '}
      {notKept.length > 0 && text.notKept(notKept.join(', '))}{' '}
      <Link to="/myndigheter" search={{ del: 'uppstallning' }}>
        {text.toLayout}
      </Link>
    </p>
  </>
)

function WriteFile({ month, isEmpty }: { month: Month; isEmpty: boolean }) {
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendForFile(`/api/authority-files/monthly/${month}/file`),
    onSuccess: ({ name, content }) => {
      saveFile(name, 'application/octet-stream', content)
      showToast(text.wrote(name))
      return client.invalidateQueries({ queryKey: ['authority-files', 'monthly'], exact: true })
    },
  })
  return (
    <>
      {error && <Notice kind="bad">{error.message}</Notice>}
      <p>{text.writeLead}</p>
      <div className="row">
        <Button kind="primary" onPress={() => mutate()} isDisabled={isPending || isEmpty}>
          {isPending ? text.writing : text.write}
        </Button>
      </div>
    </>
  )
}
