import type { ReportInput, ReportPromise, ReportTemplate } from '../../src/reports/template.ts'
import type { Day } from '../../src/values/day.ts'
import { sampleFigures } from './sample-figures.ts'

/** What a report is made of, with the invented figures and nothing written or promised. */
export const sampleInput = (template: ReportTemplate, rest: Partial<ReportInput> = {}): ReportInput => ({
  template,
  figures: sampleFigures(),
  texts: new Map(),
  promises: [],
  notes: [],
  actions: [],
  today: '2019-05-14' as Day,
  createdAt: '2019-05-14T08:00:00Z',
  ...rest,
})

/** A promise of the committee, with what the test says of it. */
export const samplePromise = (rest: Partial<ReportPromise['body']> = {}): ReportPromise => ({
  key: 'uppdraget',
  body: {
    kind: 'assignment',
    title: 'Öka övergången till egen försörjning',
    heading: null,
    sentence: 'Uppdrag till socialnämnden att öka övergången till egen försörjning.',
    decided: { by: 'KF', on: '2017-11-20', paragraph: '§ 186' },
    diaryNumbers: ['SOCN/2018:65'],
    owner: 'Förvaltningschefen',
    committees: ['Socialnämnden'],
    success: null,
    reportings: [],
    statuses: [],
    closed: null,
    ...rest,
  },
})

/** A template of these sections and no others. */
export const sampleTemplate = (sections: ReportTemplate['sections']): ReportTemplate => ({
  name: 'Provrapport',
  purpose: '',
  period: 'any',
  signedBy: ['manager'],
  sections,
})
