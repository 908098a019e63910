import type { ReportTemplate } from '../template.ts'
import {
  assignmentSections,
  assistanceSections,
  economySections,
  goalSections,
  staffSections,
  volumeSections,
} from './committee-chapters.ts'

/** The committee's part of the annual report (verksamhetsberättelse). */
export const annual: ReportTemplate = {
  name: 'Verksamhetsberättelse',
  purpose: 'Nämndens årsredovisning: året som gått, måluppfyllelse, bistånd, åtgärder, personal, ekonomi och uppdrag.',
  period: 'year',
  signedBy: ['manager', 'controller'],
  sections: [
    { key: 'aret', heading: 'Året som gått', level: 1, parts: [] },
    {
      key: 'sammanfattning',
      heading: 'Sammanfattning',
      level: 2,
      parts: [
        {
          kind: 'text',
          key: 'sammanfattning',
          guidance: 'Årets viktigaste händelser och resultat på en halv sida.',
          suggestion:
            'Årets netto är {operating-statement/result/actual|tkr} mot budgeterade {operating-statement/result/budget|tkr}, en avvikelse på {operating-statement/result/variance|tkr}. I genomsnitt fick {households-per-month} hushåll ekonomiskt bistånd per månad, mot {households-per-month:before} året före ({households-per-month:change}). I hushållen fanns {children} barn.',
          required: 'always',
        },
      ],
    },
    ...volumeSections,
    ...goalSections,
    ...assistanceSections,
    { key: 'atgarder', heading: 'Åtgärder och besparingar', level: 1, parts: [] },
    {
      key: 'atgarder-utfall',
      heading: 'Vad åtgärderna lovade och gav',
      level: 2,
      parts: [
        { kind: 'tables', ids: ['savings-actions', 'savings-net', 'savings-change'] },
        { kind: 'promises', of: 'action', heading: null },
        {
          kind: 'text',
          key: 'atgarder',
          guidance: 'Vad har gett resultat, vad har inte gjort det, och vad går inte att avgöra?',
          suggestion: '',
          required: 'no',
        },
      ],
    },
    ...staffSections,
    ...economySections,
    ...assignmentSections,
    { key: 'nasta-ar', heading: 'Nästa år', level: 1, parts: [] },
    {
      key: 'utveckling',
      heading: 'Utvecklingsområden',
      level: 2,
      parts: [
        { kind: 'notes', of: 'development-area' },
        {
          kind: 'text',
          key: 'utveckling',
          guidance: 'Vad tar nämnden med sig till nästa år?',
          suggestion: '',
          required: 'always',
        },
      ],
    },
  ],
}
