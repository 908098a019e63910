import type { ReportTemplate } from '../template.ts'

/** A short text for everybody, with its date (document 004). No table by groups: it is read without the rest. */
export const publicNews: ReportTemplate = {
  name: 'Nyhet till allmänheten',
  purpose: 'En kort text för kommunens webbplats, med datum och utan uppgifter om små grupper.',
  period: 'any',
  signedBy: ['manager'],
  sections: [
    {
      key: 'nyhet',
      heading: 'Ekonomiskt bistånd i vår kommun',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'nyhet',
          guidance:
            'Två eller tre korta stycken. Säg vad en minskning jämförs med, och vems prognos en prognos är. Namn på personer hör inte hit.',
          suggestion: `I genomsnitt fick {households-per-month} hushåll ekonomiskt bistånd per månad, mot {households-per-month:before} samma månader året före ({households-per-month:change}). I hushållen fanns {children} barn.

Kommunen betalade ut {paid|mnkr} miljoner kronor, mot {paid:before|mnkr} miljoner kronor samma månader året före ({paid:change}).

Att ett hushåll behöver stöd en eller ett par månader är vanligt, till exempel mellan två arbeten.`,
          required: 'always',
        },
        {
          kind: 'indicators',
          caption: 'Barn, hushåll och utbetalt bistånd',
          ids: ['children', 'households-per-month', 'paid'],
        },
        { kind: 'chart', id: 'households-per-month' },
      ],
    },
  ],
}
