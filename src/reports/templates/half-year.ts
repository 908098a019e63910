import type { ReportTemplate } from '../template.ts'
import {
  assignmentSections,
  assistanceSections,
  economySections,
  goalSections,
  staffSections,
  volumeSections,
} from './committee-chapters.ts'

/** The committee's part of the municipality's report of the half-year (delårsrapport, KL 11:16 and LKBR chapter 13). */
export const halfYear: ReportTemplate = {
  name: 'Delårsrapport',
  purpose:
    'Nämndens delårsrapport: händelser, måluppfyllelse, bistånd, personal, ekonomi med helårsprognos och uppdrag.',
  period: 'half-year',
  signedBy: ['manager', 'controller'],
  sections: [
    { key: 'forvaltning', heading: 'Förvaltningsberättelse', level: 1, parts: [] },
    {
      key: 'handelser',
      heading: 'Händelser av väsentlig betydelse',
      level: 2,
      parts: [
        {
          kind: 'text',
          key: 'handelser',
          guidance: 'Det som har hänt under perioden eller efter dess slut, och som läsaren måste känna till.',
          suggestion: '',
          required: 'always',
        },
        { kind: 'notes', of: 'external-factor' },
      ],
    },
    {
      key: 'utveckling-vantad',
      heading: 'Väntad utveckling resten av året',
      level: 2,
      parts: [
        {
          kind: 'text',
          key: 'utveckling-vantad',
          guidance: 'Nämndens bedömning av helåret, med vad som är osäkert.',
          suggestion:
            'För helåret är prognosen {operating-statement/result/forecast|tkr}, en avvikelse på {operating-statement/result/forecast-variance|tkr} mot helårsbudgeten.',
          required: 'always',
        },
        { kind: 'promises', of: 'action', heading: null },
      ],
    },
    ...volumeSections,
    ...goalSections,
    ...assistanceSections,
    ...staffSections,
    ...economySections,
    ...assignmentSections,
  ],
}
