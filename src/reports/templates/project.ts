import type { ReportTemplate } from '../template.ts'

/** A project followed up each tertial (document 001). */
export const project: ReportTemplate = {
  name: 'Projektrapport',
  purpose:
    'Ett projekt per tertial: bakgrund, mål med utgångsläge, genomförande, hushåll och kostnader, budget och nästa steg.',
  period: 'tertial',
  signedBy: ['manager'],
  sections: [
    {
      key: 'inledning',
      heading: 'Inledning',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'inledning',
          guidance:
            'Varför finns projektet, vilka vänder det sig till och hur valdes de ut? Skriv ut vad varje andel är en andel av.',
          suggestion:
            'Varje månad får i genomsnitt {households-per-month} hushåll ekonomiskt bistånd; i dem fanns {children} barn. De dyraste hushållen är {top-share-of-households} av hushållen under perioden och står för {top-share-of-cost} av kostnaden.',
          required: 'always',
        },
        {
          kind: 'indicators',
          caption: 'Barn, hushåll och kostnad under perioden',
          ids: [
            'children',
            'households-per-month',
            'households',
            'paid',
            'top-share-of-cost',
            'top-share-of-households',
          ],
        },
      ],
    },
    {
      key: 'mal',
      heading: 'Mål',
      level: 1,
      parts: [
        { kind: 'promises', of: 'goal', heading: null },
        {
          kind: 'text',
          key: 'mal',
          guidance: 'Varje mål med utgångsläge, målvärde och datum.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    {
      key: 'genomforande',
      heading: 'Genomförande under perioden',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'genomforande',
          guidance: 'Arbetssätt, kartläggning, samverkan och bemanning. Skriv antal, inte ”X antal”.',
          suggestion: '',
          required: 'always',
        },
        { kind: 'promises', of: 'action', heading: null },
      ],
    },
    {
      key: 'resultat',
      heading: 'Resultat',
      level: 1,
      parts: [
        { kind: 'tables', ids: ['savings-actions', 'savings-net'] },
        {
          kind: 'text',
          key: 'resultat',
          guidance:
            'Hur många hushåll har avslutats, hur många är sjukskrivna, hur är det ordnat för barnen? Säg om det är hushåll eller personer.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    {
      key: 'budget',
      heading: 'Projektbudget',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'budget',
          guidance:
            'Vad projektet har kostat mot sin budget, och hur många hushåll som behöver lämna biståndet för att det ska bära sig.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    {
      key: 'framat',
      heading: 'Nästa period',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'framat',
          guidance: 'Vad ändras: målgrupp, arbetssätt, bemanning?',
          suggestion: '',
          required: 'no',
        },
      ],
    },
  ],
}
