import type { TestApp } from './test-app.ts'

/** A unit of the social committee, NORD, and a job unit of another, JOB; `more` are rows of further units. */
export const importTwoCommittees = (app: TestApp, ...more: string[]) =>
  app.importText(
    'enheter.csv',
    [
      'Enhetskod;Enhet;Överordnad enhet;Från;Till',
      'SOC;Socialförvaltningen;;2000-01;',
      'NORD;Nord;SOC;2000-01;',
      'VIA;Viadidaktförvaltningen;;2000-01;',
      'JOB;Jobbtorg;VIA;2000-01;',
      ...more,
      '',
    ].join('\r\n'),
  )
