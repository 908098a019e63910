import type { ReportTemplate } from '../template.ts'
import { asAppendix, assignment } from './assignment.ts'
import {
  assignmentSections,
  economySections,
  goalSections,
  staffSections,
  volumeSections,
} from './committee-chapters.ts'

/** A committee's report of a tertial, with the sub-report of its assignment as an appendix (document 002, domain 8.3.1). */
export const tertial: ReportTemplate = {
  name: 'Tertialrapport',
  purpose:
    'Nämndens uppföljning till kommunstyrelsen: volymer, mål, personal, ekonomi med helårsprognos och särskilda uppdrag, med delrapporten om egen försörjning som bilaga.',
  period: 'tertial',
  signedBy: ['manager', 'controller'],
  sections: [
    { key: 'forvaltning', heading: 'Förvaltningsberättelse', level: 1, parts: [] },
    {
      key: 'bedomning',
      heading: 'Sammantagen bedömning med åtgärdsplan',
      level: 2,
      parts: [
        {
          kind: 'text',
          key: 'bedomning',
          guidance: 'Nämndens samlade bedömning av läget: de stora utmaningarna, vad som görs och vad det väntas ge.',
          suggestion:
            'Nämndens netto för perioden är {operating-statement/result/actual|tkr} mot budgeterade {operating-statement/result/budget|tkr}, en avvikelse på {operating-statement/result/variance|tkr}. För helåret är prognosen en avvikelse på {operating-statement/result/forecast-variance|tkr}.\n\nI genomsnitt fick {households-per-month} hushåll ekonomiskt bistånd per månad, mot {households-per-month:before} samma månader året före ({households-per-month:change}). I hushållen fanns {children} barn.',
          required: 'always',
        },
        { kind: 'promises', of: 'action', heading: null },
        { kind: 'tables', ids: ['savings-actions'] },
      ],
    },
    ...volumeSections,
    {
      key: 'framat',
      heading: 'Framåtblick',
      level: 2,
      parts: [
        {
          kind: 'text',
          key: 'framat',
          guidance: 'Vad väntar under resten av året, och vad är osäkert?',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    ...goalSections,
    ...staffSections,
    ...economySections,
    ...assignmentSections,
    ...asAppendix(assignment),
  ],
}
