import type { ReportTemplate } from '../template.ts'

/** The administration's answer to a politicians' letter about those who are not helped into work (document 003). */
export const letterAnswer: ReportTemplate = {
  name: 'Svar på skrivelse',
  purpose:
    'Svarar på politikernas frågor: vilka som aldrig kommer till en insats eller inte fullföljer den och varför, vad det kostar och hur det upplevs. Varje biståndstagare räknas en gång.',
  period: 'any',
  signedBy: ['manager'],
  sections: [
    {
      key: 'skrivelsen',
      heading: 'Skrivelsen',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'skrivelsen',
          guidance:
            'Vem har skrivit, när beslutade nämnden att den ska besvaras, och vilka är frågorna? Citera frågorna ordagrant.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    {
      key: 'kort',
      heading: 'Svaret i korthet',
      level: 1,
      parts: [
        {
          kind: 'text',
          key: 'kort',
          guidance: 'En mening per fråga.',
          suggestion: `- Under perioden hade {recipient-partition/all/persons} vuxna bistånd eller en insats. Av dem nådde {recipient-partition/outcome/share} arbete, studier eller annan försörjning.
- {recipient-partition/not-referred/share} hänvisades aldrig, med en känd orsak, och för {recipient-partition/unknown/share} är ingen hänvisning och ingen orsak antecknad.
- I hushållen med bistånd fanns {children} barn.`,
          required: 'always',
        },
      ],
    },
    {
      key: 'vilka',
      heading: 'Vilka fullföljer inte en insats, och vilka blir aldrig aktuella?',
      level: 1,
      parts: [
        { kind: 'chart', id: 'recipient-partition' },
        { kind: 'tables', ids: ['recipient-partition'] },
        {
          kind: 'text',
          key: 'vilka',
          guidance:
            'Beskriv grupperna utan att någon kan kännas igen. Skriv inte ”hälften” om det inte är hälften, och räkna inte den som gått vidare till en annan insats som självförsörjande.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    {
      key: 'varfor',
      heading: 'Vad för slags problematik handlar det om, och hur hanteras den?',
      level: 1,
      parts: [
        { kind: 'tables', ids: ['never-referred'] },
        { kind: 'chart', id: 'obstacles' },
        {
          kind: 'text',
          key: 'varfor',
          guidance: 'Orsakerna, och vad som görs för var och en av grupperna.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    {
      key: 'kostnad',
      heading: 'Är det ekonomiskt fördelaktigt?',
      level: 1,
      parts: [
        {
          kind: 'indicators',
          caption: 'Barn, hushåll och kostnad',
          ids: ['children', 'households-per-month', 'paid', 'cost-per-household-month'],
        },
        { kind: 'tables', ids: ['savings-net'] },
        {
          kind: 'text',
          key: 'kostnad',
          guidance:
            'Vad biståndet och insatserna kostar, och vad som inte går att säga. Det som inte kan avgöras ska sägas vara oavgjort.',
          suggestion: 'Ett hushåll med bistånd fick i genomsnitt {cost-per-household-month} i månaden.',
          required: 'always',
        },
      ],
    },
    {
      key: 'upplevelse',
      heading: 'Hur berörs personerna av insatserna?',
      level: 1,
      parts: [
        { kind: 'tables', ids: ['exit-conversations', 'exit-changes'] },
        {
          kind: 'text',
          key: 'upplevelse',
          guidance:
            'Hur många har erbjudits och haft ett avslutssamtal, och vad svarade de? Både det som blev bättre och det som blev sämre.',
          suggestion: '',
          required: 'always',
        },
      ],
    },
    {
      key: 'ataganden',
      heading: 'Vad förvaltningen åtar sig',
      level: 1,
      parts: [
        { kind: 'promises', of: 'statement', heading: null },
        {
          kind: 'text',
          key: 'ataganden',
          guidance: 'Vad ska göras bättre, av vem och när redovisas det?',
          suggestion: '',
          required: 'no',
        },
      ],
    },
  ],
}
