import { csvText } from '../values/csv-text.ts'
import { meetingParties } from '../parameters/code-lists/casework.ts'
import { weeklyTableText as text } from './weekly-table.text.ts'
import type { Minutes } from './weekly-table-view.ts'

/** The minutes as a file: rows for a spreadsheet, or text to paste into a document. */
export function minutesFile(minutes: Minutes, format: 'csv' | 'txt'): string {
  const { columns } = text.minutes
  const rows = minutes.rows.map(({ key, name, decision, responsible, due }) => [
    key ?? '',
    name ?? text.minutes.nameClosed,
    decision,
    meetingParties[responsible],
    due ?? '',
  ])
  if (format === 'csv')
    return csvText([[columns.key, columns.name, columns.decision, columns.responsible, columns.due], ...rows])
  const head = [text.minutes.title(minutes.day), text.minutes.forParty(meetingParties[minutes.party]), '']
  const body = rows.map(([key = '', name = '', decision = '', responsible = '', due = ''], at) =>
    [
      `${at + 1}. ${key ? `${name} (${key})` : name}`,
      `   ${decision}`,
      `   ${columns.responsible}: ${responsible}${due ? `. ${columns.due}: ${due}` : ''}`,
      '',
    ].join('\r\n'),
  )
  const none = rows.length === 0 ? [text.minutes.empty, ''] : []
  const withheld = minutes.withheld > 0 ? [text.minutes.withheld(minutes.withheld), ''] : []
  return [...head, ...none, ...body, ...withheld].join('\r\n')
}
