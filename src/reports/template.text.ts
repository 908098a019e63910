import { type noteKinds, type promiseKinds } from '../catalogue/report-bodies.ts'

/** The words that a report has around what its template, its figures and its writers say. */
export const templateText = {
  asKnown: (moment: string) => `, så som uppgifterna var kända ${moment}`,
  nothing: 'Ingen text är skriven.',
  promises: {
    goal: { caption: 'Mål', heading: 'Mål' },
    assignment: { caption: 'Uppdrag', heading: 'Uppdrag' },
    action: { caption: 'Åtgärder', heading: 'Åtgärd' },
    statement: { caption: 'Utfästelser', heading: 'Utfästelse' },
  } satisfies Record<keyof typeof promiseKinds, { caption: string; heading: string }>,
  promiseColumns: { status: 'Kommentar', actual: 'Utfall', target: 'Målvärde' },
  noStatus: 'Ingen kommentar är skriven.',
  decided: (by: string, on: string, paragraph: string | null) => `${by} ${on}${paragraph ? ` ${paragraph}` : ''}`,
  closed: {
    kept: 'Uppfyllt',
    'partly-kept': 'Delvis uppfyllt',
    'not-kept': 'Inte uppfyllt',
    withdrawn: 'Återkallat',
  },
  direction: { 'at-least': 'minst', 'at-most': 'högst' },
  notes: {
    'development-area': 'Inga utvecklingsområden är antecknade för perioden.',
    'external-factor': 'Inga omvärldsfaktorer är antecknade för perioden.',
    explanation: 'Inga förklaringar är antecknade för perioden.',
  } satisfies Record<keyof typeof noteKinds, string>,
  source: 'Källa',
  from: (day: string) => `från ${day}`,
  actions: {
    background: 'Bakgrund',
    targetGroup: 'Målgrupp',
    goal: 'Mål',
    amounts: 'Lovat och realiserat',
    what: 'Belopp',
  },
}
