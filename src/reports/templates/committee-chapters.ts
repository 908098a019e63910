import type { TemplateSection } from '../template.ts'

/** The chapters that a committee's reports share, whatever their period (document 002). */

export const volumeSections: TemplateSection[] = [
  {
    key: 'volymer',
    heading: 'Volymutveckling',
    level: 2,
    parts: [{ kind: 'tables', ids: ['volumes'] }],
  },
  {
    key: 'kommentar-volymer',
    heading: 'Kommentar till volymutveckling',
    level: 3,
    parts: [
      {
        kind: 'text',
        key: 'kommentar-volymer',
        guidance:
          'Förklara de volymer som avviker från prognosen och vad som görs åt dem. Ett bestånd som inte går ihop med flödet behöver också en förklaring.',
        suggestion:
          'I genomsnitt fick {households-per-month} hushåll ekonomiskt bistånd per månad under perioden, mot {households-per-month:before} samma månader året före ({households-per-month:change}). I hushållen fanns {children} barn.',
        required: 'when-deviating',
      },
    ],
  },
]

/** What a status begins as, for the goal that the figures say something of. */
const suggestions: Record<string, string> = {
  'egen-forsorjning':
    'Under perioden började {inflow} hushåll få bistånd och {outflow} slutade. Vid periodens slut pågick {stock-at-end} ärenden.',
}

/** The goals of the municipality's plan (8.3.1). A municipality with other goals makes its own template from this one. */
const goals: { key: string; heading: string }[] = [
  { key: 'egen-forsorjning', heading: 'Tillväxt, fler jobb och ökad egen försörjning' },
  { key: 'boende', heading: 'Attraktiva boende- och livsmiljöer' },
  { key: 'skola', heading: 'En stark och trygg skola för bättre kunskaper' },
  { key: 'omsorg', heading: 'Trygg vård och omsorg' },
  { key: 'fritid', heading: 'Ett rikt kultur-, idrotts- och fritidsliv' },
  { key: 'miljo', heading: 'Hållbar miljö' },
  { key: 'arbetsgivare', heading: 'Attraktiv arbetsgivare och effektiv organisation' },
]

export const goalSections: TemplateSection[] = [
  { key: 'mal', heading: 'Målredovisning', level: 1, parts: [] },
  ...goals.flatMap(({ key, heading }): TemplateSection[] => [
    { key: `mal-${key}`, heading, level: 2, parts: [{ kind: 'promises', of: 'goal', heading }] },
    {
      key: `lage-${key}`,
      heading: 'Lägesrapport',
      level: 3,
      parts: [
        {
          kind: 'text',
          key: `lage-${key}`,
          guidance:
            'Vad har hänt under perioden, och hur ligger nämnden till mot målet? Lämnas tom när inget finns att säga.',
          suggestion: suggestions[key] ?? '',
          required: 'no',
        },
      ],
    },
  ]),
]

export const staffSections: TemplateSection[] = [
  { key: 'personal', heading: 'Personalredovisning', level: 1, parts: [] },
  { key: 'nyckeltal', heading: 'Personalnyckeltal', level: 2, parts: [{ kind: 'tables', ids: ['staff'] }] },
  {
    key: 'kommentar-personal',
    heading: 'Kommentar till personalnyckeltal',
    level: 3,
    parts: [
      {
        kind: 'text',
        key: 'kommentar-personal',
        guidance: 'Kommentera förändringar. Där antalet är litet ger enstaka fall stort utslag; säg det.',
        suggestion: '',
        required: 'no',
      },
    ],
  },
]

export const economySections: TemplateSection[] = [
  { key: 'ekonomi', heading: 'Ekonomisk redovisning', level: 1, parts: [] },
  {
    key: 'drift',
    heading: 'Ekonomiskt utfall enligt driftredovisningen med helårsprognos',
    level: 2,
    parts: [
      { kind: 'tables', ids: ['operating-statement'] },
      { kind: 'chart', id: 'paid' },
      { kind: 'tables', ids: ['statement-by-month'] },
    ],
  },
  {
    key: 'kommentar-drift',
    heading: 'Kommentar till driftredovisning',
    level: 3,
    parts: [
      {
        kind: 'text',
        key: 'kommentar-drift',
        guidance:
          'Förklara avvikelsen post för post, vad som är engångshändelser och vad som fortsätter, och vad helårsprognosen bygger på.',
        suggestion: `Nettot för perioden är {operating-statement/result/actual|tkr} mot budgeterade {operating-statement/result/budget|tkr}, en avvikelse på {operating-statement/result/variance|tkr}.

- Intäkter: {operating-statement/revenue/actual|tkr}, avvikelse {operating-statement/revenue/variance|tkr}.
- Ekonomiskt bistånd: {operating-statement/assistance/actual|tkr}, avvikelse {operating-statement/assistance/variance|tkr}.
- Placeringar: {operating-statement/placements/actual|tkr}, avvikelse {operating-statement/placements/variance|tkr}.
- Personal: {operating-statement/staff/actual|tkr}, avvikelse {operating-statement/staff/variance|tkr}.
- Utredningskonsulter: {operating-statement/consultants/actual|tkr}, avvikelse {operating-statement/consultants/variance|tkr}.
- Övriga kostnader: {operating-statement/other-costs/actual|tkr}, avvikelse {operating-statement/other-costs/variance|tkr}.

I genomsnitt kostade ett hushåll med bistånd {cost-per-household-month} i månaden.

För helåret är prognosen {operating-statement/result/forecast|tkr}, en avvikelse på {operating-statement/result/forecast-variance|tkr} mot helårsbudgeten.`,
        required: 'when-deviating',
      },
    ],
  },
  {
    key: 'investering',
    heading: 'Ekonomiskt utfall enligt investeringsredovisningen med helårsprognos',
    level: 2,
    parts: [{ kind: 'tables', ids: ['investment-statement'] }],
  },
  {
    key: 'kommentar-investering',
    heading: 'Kommentar till investeringsredovisning',
    level: 3,
    parts: [
      {
        kind: 'text',
        key: 'kommentar-investering',
        guidance: 'Vad är köpt, vad är beställt och när kommer resten?',
        suggestion:
          'Av periodens investeringsbudget på {investment-statement/result/budget|tkr} återstår {investment-statement/result/variance|tkr}.',
        required: 'when-deviating',
      },
    ],
  },
]

export const assignmentSections: TemplateSection[] = [
  { key: 'uppdrag', heading: 'Särskilda uppdrag', level: 1, parts: [] },
  {
    key: 'uppdrag-plan',
    heading: 'Uppdrag från Övergripande plan med budget',
    level: 2,
    parts: [{ kind: 'promises', of: 'assignment', heading: null }],
  },
]

/** The assistance itself, for reports of half a year or more. Children stand first. */
export const assistanceSections: TemplateSection[] = [
  {
    key: 'bistand',
    heading: 'Ekonomiskt bistånd',
    level: 1,
    parts: [
      {
        kind: 'text',
        key: 'bistand',
        guidance: 'Det viktigaste om hushållen och barnen, i några meningar.',
        suggestion:
          'Under perioden fick {households} hushåll bistånd någon gång. I dem fanns {persons} personer, varav {children} barn. Det är {share-of-population} av invånarna och {share-of-children} av barnen i kommunen.',
        required: 'always',
      },
      {
        kind: 'indicators',
        caption: 'Barn, hushåll och personer med ekonomiskt bistånd',
        ids: [
          'children',
          'share-of-children',
          'households-per-month',
          'households',
          'persons',
          'adults',
          'share-of-population',
          'months-per-household',
        ],
      },
      { kind: 'chart', id: 'households-per-month' },
    ],
  },
  {
    key: 'hinder',
    heading: 'Försörjningshinder',
    level: 2,
    parts: [
      { kind: 'chart', id: 'obstacles' },
      { kind: 'tables', ids: ['obstacles'] },
      {
        kind: 'text',
        key: 'hinder',
        guidance: 'Vilka grupper har ändrats mest, och vad ligger bakom?',
        suggestion: '',
        required: 'no',
      },
    ],
  },
  {
    key: 'flode',
    heading: 'In, ut och kvar',
    level: 2,
    parts: [
      {
        kind: 'indicators',
        caption: 'Nya, avslutade och återkommande hushåll',
        ids: ['inflow', 'outflow', 'stock-at-end', 'return-within-6', 'return-within-12'],
      },
      { kind: 'tables', ids: ['flow'] },
    ],
  },
  {
    key: 'langvarigt',
    heading: 'Långvarigt bistånd',
    level: 2,
    parts: [
      {
        kind: 'indicators',
        caption: 'Långvarigt bistånd enligt tre metoder',
        ids: ['long-term-calendar-year', 'long-term-very-long', 'long-term-rolling-12'],
      },
      { kind: 'tables', ids: ['long-term', 'duration-classes'] },
    ],
  },
  {
    key: 'vagen',
    heading: 'Vägen till egen försörjning',
    level: 2,
    parts: [
      { kind: 'tables', ids: ['recipient-partition', 'never-referred'] },
      { kind: 'chart', id: 'recipient-partition' },
    ],
  },
]
