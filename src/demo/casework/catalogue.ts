import { savingsActions } from './actions.ts'
import { demoGroup, demoProject, demoReadings } from './target-group.ts'
import { employers } from './employers.ts'
import { demoNotes } from './notes.ts'
import { demoPromises } from './promises.ts'
import { type Goal, interventionTexts } from './catalogue.text.ts'

export type DemoEntry = {
  kind:
    | 'intervention'
    | 'group'
    | 'employer'
    | 'coach-hours'
    | 'savings-action'
    | 'target-group'
    | 'project'
    | 'project-readings'
    | 'promise'
    | 'dated-note'
  key: string
  body: object
  /** The day it was decided on, where that was after the casework began. */
  savedOn?: string
  /** Who decided; what came with the program was nobody's. */
  by?: string
}

const jobUnit = { provider: 'Viadidakt', from: '2009-01-01', until: null }
const free = { model: 'free', ore: 0 }
const perPlace = (kronor: number) => ({ model: 'per-place-month', ore: kronor * 100 })

/** The interventions of the modelled reports under their own names; prices, places and goals that the reports do not give are ours. */
const interventions = {
  jobbtorg: { ...jobUnit, kind: 'job-unit', unit: 'JOBT', places: 60, weeks: null, price: perPlace(2900), priority: 4 },
  'jobbtorg-resurs': {
    ...jobUnit,
    kind: 'job-unit',
    unit: 'JOBR',
    places: 40,
    weeks: null,
    price: perPlace(6400),
    priority: 5,
  },
  jobbjakten: {
    ...jobUnit,
    kind: 'group',
    unit: 'JOBT',
    places: 20,
    weeks: 8,
    price: { model: 'fixed', ore: 100_000_00 },
    priority: 3,
    until: '2018-07-01',
  },
  arbetstraning: {
    ...jobUnit,
    kind: 'work-training',
    unit: 'JOBT',
    places: 30,
    weeks: 12,
    price: perPlace(5200),
    priority: 7,
  },
  arbetspraktik: {
    ...jobUnit,
    kind: 'internship',
    unit: 'JOBT',
    places: 25,
    weeks: 12,
    price: perPlace(1800),
    priority: 6,
  },
  rehabilitering: {
    ...jobUnit,
    kind: 'other',
    unit: 'JOBR',
    places: 25,
    weeks: 26,
    price: perPlace(7200),
    priority: 8,
  },
  'korta-vardsparet': {
    ...jobUnit,
    kind: 'course',
    unit: 'JOBT',
    places: 18,
    weeks: 19,
    price: perPlace(3100),
    priority: 3,
    from: '2019-02-04',
    until: '2019-06-01',
  },
  lokalvard: {
    ...jobUnit,
    kind: 'course',
    unit: 'JOBT',
    places: 20,
    weeks: 15,
    price: { model: 'fixed', ore: 420_000_00 },
    priority: 3,
    provider: 'Upphandlad utbildare',
    from: '2019-04-01',
    until: '2019-07-01',
  },
  'steget-2': {
    ...jobUnit,
    kind: 'guidance',
    unit: 'JOBT',
    places: null,
    weeks: 4,
    price: free,
    priority: 4,
    from: '2017-01-01',
  },
  mica: { ...jobUnit, kind: 'group', unit: 'JOBT', places: 12, weeks: 16, price: perPlace(900), priority: 4 },
  syv: {
    ...jobUnit,
    kind: 'guidance',
    unit: 'JOBT',
    places: null,
    weeks: null,
    price: { model: 'per-hour', ore: 520_00 },
    priority: 4,
    from: '2018-01-01',
    until: '2020-01-01',
  },
  sociallakaren: {
    ...jobUnit,
    kind: 'social-physician',
    unit: 'EBP1',
    places: null,
    weeks: null,
    price: { model: 'per-hour', ore: 1_450_00 },
    priority: 8,
    provider: 'Socialförvaltningen',
    from: '2018-09-01',
  },
  '100-projektet': {
    ...jobUnit,
    kind: 'project',
    unit: 'EBP1',
    places: 60,
    weeks: 52,
    price: { model: 'fixed', ore: 1_270_000_00 },
    priority: 9,
    provider: 'Socialförvaltningen',
    from: '2018-09-01',
    until: '2019-09-01',
  },
  'subventionerad-anstallning': {
    ...jobUnit,
    kind: 'subsidised-employment',
    unit: 'KONS',
    places: 25,
    weeks: 52,
    price: perPlace(9800),
    priority: 1,
  },
  'anstallning-utan-subvention': {
    ...jobUnit,
    kind: 'unsubsidised-employment',
    unit: 'KONS',
    places: null,
    weeks: null,
    price: free,
    priority: 1,
  },
} as const

export type InterventionKey = keyof typeof interventions

export const unitOf = (key: InterventionKey): string => interventions[key].unit
export const goalsOf = (key: InterventionKey): readonly Goal[] => interventionTexts[key].goals

const group = (intervention: InterventionKey, key: string, name: string, start: string, end: string, places: number) =>
  ({ kind: 'group', key, body: { intervention, name, start, end, places } }) as const

const groups = [
  group('korta-vardsparet', 'korta-vardsparet-vt19', 'Våren 2019', '2019-02-04', '2019-06-01', 18),
  group('lokalvard', 'lokalvard-vt19', 'Våren 2019', '2019-04-01', '2019-07-01', 20),
  group('jobbjakten', 'jobbjakten-vt18', 'Våren 2018', '2018-04-02', '2018-06-30', 20),
  group('mica', 'mica-ht19', 'Hösten 2019', '2019-09-02', '2019-12-21', 12),
  group('arbetstraning', 'arbetstraning-park', 'Park och utemiljö', '2019-02-11', '2019-05-25', 12),
  group('arbetstraning', 'arbetstraning-kok', 'Kök och servering', '2019-04-08', '2019-07-01', 10),
]

/** The group of an intervention that goes on during all of somebody's time in it, if there is one. */
export const groupOf = (key: InterventionKey, from: string, until: string): string | undefined =>
  groups.find(({ body }) => body.intervention === key && body.start <= from && until <= body.end)?.key

const weekdays = (from: string, until: string) => [0, 1, 2, 3, 4].map((weekday) => ({ weekday, from, until }))

/** The two coaches who sign in to the demo. Mornings on all days, afternoons but for Fridays. */
const hours = [
  { coach: 3, name: 'Anders Vind', unit: 'JOBT' },
  { coach: 8, name: 'Lena Dahl', unit: 'JOBR' },
].map((coach) => ({
  kind: 'coach-hours' as const,
  key: `coach-${coach.coach}`,
  body: {
    ...coach,
    minutes: 60,
    weekly: [...weekdays('09:00', '12:00'), ...weekdays('13:00', '15:00').slice(0, 4)],
    away: coach.coach === 8 ? [{ from: '2019-05-20', until: '2019-05-25' }] : [],
  },
}))

/** What the demo municipality has decided for itself, as entries of the catalogue. */
export const demoCatalogue: readonly DemoEntry[] = [
  ...Object.entries(interventions).map(([key, body]) => ({
    kind: 'intervention' as const,
    key,
    body: { ...body, ...interventionTexts[key as InterventionKey] },
  })),
  ...groups,
  ...employers.map(({ key, body }) => ({ kind: 'employer' as const, key, body })),
  ...hours,
  ...savingsActions,
  demoGroup,
  demoProject,
  ...demoReadings,
  ...demoPromises,
  ...demoNotes,
]
