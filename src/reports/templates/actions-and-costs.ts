import type { ReportTemplate } from '../template.ts'

/** The follow-up of actions and costs: each with background, target group, goal, planned saving and result (document 000). */
export const actionsAndCosts: ReportTemplate = {
  name: 'Uppföljning av åtgärder och kostnader',
  purpose: 'Åtgärd för åtgärd: bakgrund, målgrupp, mål, lovad besparing och vad utbetalningarna visar hittills.',
  period: 'any',
  signedBy: ['manager', 'controller'],
  sections: [
    {
      key: 'sammanfattning',
      heading: 'Sammanfattning',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'sammanfattning',
          guidance: 'Målet för åtgärderna tillsammans, mot vilket utgångsläge det räknas, och hur det går.',
          suggestion:
            'I genomsnitt hade {households-per-month} hushåll per månad ekonomiskt bistånd, mot {households-per-month:before} samma månader året före ({households-per-month:change}). I hushållen fanns {children} barn.\n\nÅtgärderna lovade {savings-actions/sum/promised|tkr}. Av det är {savings-actions/sum/realised|tkr} realiserat hittills.',
          required: 'always',
        },
        {
          kind: 'indicators',
          caption: 'Barn, hushåll och kostnad',
          ids: ['children', 'households-per-month', 'paid', 'cost-per-household-month', 'decisions', 'rejection-share'],
        },
        { kind: 'chart', id: 'households-per-month' },
      ],
    },
    {
      key: 'resultat',
      heading: 'Åtgärderna tillsammans',
      level: 1,
      parts: [
        { kind: 'tables', ids: ['savings-actions', 'savings-net', 'savings-change'] },
        {
          kind: 'text',
          key: 'resultat',
          guidance:
            'Vad är åtgärdernas egen effekt och vad är konjunkturen? Räknas något två gånger? Det som är oförklarat ska sägas vara oförklarat.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    { key: 'atgarder', heading: 'Åtgärd för åtgärd', level: 1, parts: [{ kind: 'actions' }] },
    {
      key: 'fortsattning',
      heading: 'Fortsättning',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'fortsattning',
          guidance: 'Vad fortsätter, vad ändras och när kommer nästa uppföljning?',
          suggestion: '',
          required: 'no',
        },
        { kind: 'notes', of: 'explanation' },
      ],
    },
  ],
}
