import { meetingParties } from '../parameters/code-lists/casework.ts'
import { withParams } from '../ui/api.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import type { Minutes } from './weekly-table-view.ts'
import { dayInWords, weeklyTableText } from './weekly-table.text.ts'

const text = weeklyTableText.minutes

/** The decisions of the day as one party may have them: to print, and to save. */
export function MinutesSection({ minutes }: { minutes: Minutes }) {
  const { party, day, rows, withheld } = minutes
  const file = (format: string) => withParams('/api/weekly-table/minutes', { party, day, format })
  return (
    <Section title={`${text.title(day)}. ${text.forParty(meetingParties[party])}`}>
      <Table
        caption={text.title(day)}
        hideCaption
        rowHeader={text.columns.name}
        columns={[
          { id: 'key', label: text.columns.key, numeric: false },
          { id: 'decision', label: text.columns.decision, numeric: false },
          { id: 'responsible', label: text.columns.responsible, numeric: false },
          { id: 'due', label: text.columns.due, numeric: false },
        ]}
        rows={rows.map(({ householdId, key, name, decision, responsible, due }, at) => ({
          id: `${householdId} ${at}`,
          label: name ?? text.nameClosed,
          cells: [key ?? '–', decision, meetingParties[responsible], due ? dayInWords(due as typeof day) : '–'],
        }))}
        empty={text.empty}
      />
      {withheld > 0 && <p>{text.withheld(withheld)}</p>}
      <div className="row weekly-no-print">
        <Button onPress={() => window.print()}>{text.print}</Button>
        <ButtonLink href={file('txt')} download>
          {text.text}
        </ButtonLink>
        <ButtonLink href={file('csv')} download>
          {text.csv}
        </ButtonLink>
      </div>
    </Section>
  )
}
