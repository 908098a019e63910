import { addDays, type Day } from '../../values/day.ts'
import {
  contactText,
  employerNames,
  employersPerIndustry,
  industries,
  municipalContactText,
  municipalEmployers,
} from './catalogue.text.ts'
import { workday } from './subject.ts'

/** Jobbjakten's last spring, when about 70 companies were contacted (document 000-13). */
const campaign = '2018-01-08' as Day

/**
 * 72 made-up companies, each contacted once during Jobbjakten and some again lately, and three of the municipality's own
 * departments, which have the subsidised jobs.
 */
export const employers: readonly { key: string; body: object }[] = [
  ...Object.entries(industries).flatMap(([trade, industry], row) =>
    Array.from({ length: employersPerIndustry }, (_, column) => {
      const position = row * employersPerIndustry + column
      return company(`${employerNames[position % employerNames.length]!}s ${trade}`, industry, position)
    }),
  ),
  ...municipalEmployers.map((name, position) => ({
    key: `forvaltning-${position + 1}`,
    body: {
      name,
      kind: 'municipal',
      industry: 'Kommunal förvaltning',
      contacts: [
        { on: workday(addDays('2019-01-14' as Day, 9 * position)), by: 'Omar Falk', text: municipalContactText },
      ],
      offers: [offer('subsidised-employment', 6 - position, '2019-01-01'), offer('work-training', 4, '2018-09-01')],
    },
  })),
]

function company(name: string, industry: string, position: number): { key: string; body: object } {
  const contacts = [contact(workday(addDays(campaign, 2 * position)), 'Petra Alm')]
  if (position % 4 === 0) contacts.push(contact(workday(addDays('2019-02-04' as Day, position)), 'Omar Falk'))
  const offers =
    position % 6 === 0 ? [offer(position % 12 === 0 ? 'internship' : 'unsubsidised-employment', 1, '2019-03-01')] : []
  return { key: `foretag-${position + 1}`, body: { name, kind: 'external', industry, contacts, offers } }
}

function contact(on: Day, by: string) {
  return { on, by, text: contactText }
}

function offer(kind: string, places: number, from: string) {
  return { key: `${kind}-${from}`, kind, places, from, until: null }
}
