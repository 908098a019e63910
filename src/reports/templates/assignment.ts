import type { ReportTemplate, TemplateSection } from '../template.ts'

const text = (key: string, guidance: string, suggestion = '', required: 'always' | 'no' = 'always') =>
  ({ kind: 'text', key, guidance, suggestion, required }) as const

/** The sub-report of an assignment: what has been done to get more people to support themselves (document 002, appendix). */
export const assignment: ReportTemplate = {
  name: 'Delrapport för särskilt uppdrag',
  purpose:
    'Svarar på ett uppdrag om ökad övergång till egen försörjning: bakgrund, nuläge med diagram, vad som har skett och planeras, effekter, utvecklingsområden och omvärld.',
  period: 'any',
  signedBy: ['manager'],
  sections: [
    {
      key: 'sammanfattning',
      heading: 'Sammanfattning',
      level: 1,
      parts: [
        text(
          'sammanfattning',
          'Uppdraget, det viktigaste som har gjorts och det viktigaste som siffrorna visar, på en halv sida.',
          'I genomsnitt hade {households-per-month} hushåll ekonomiskt bistånd per månad under perioden, mot {households-per-month:before} samma månader året före. I hushållen fanns {children} barn.',
        ),
      ],
    },
    {
      key: 'bakgrund',
      heading: 'Bakgrund',
      level: 1,
      parts: [
        text('bakgrund', 'Vem gav uppdraget, när och med vilka ord? Vad har rapporterats tidigare?'),
        { kind: 'promises', of: 'assignment', heading: null },
      ],
    },
    {
      key: 'framtagande',
      heading: 'Delrapportens framtagande',
      level: 1,
      parts: [
        text(
          'framtagande',
          'Vilka har intervjuats, vilka system är siffrorna hämtade ur?',
          'Siffrorna är räknade ur kommunens verksamhetssystem, huvudbok, volymfil och personalfil. Varje siffra har en definition i slutet av rapporten.',
        ),
      ],
    },
    {
      key: 'nulage',
      heading: 'Ekonomiskt bistånd i kommunen',
      level: 1,
      parts: [
        {
          kind: 'indicators',
          caption: 'Barn, hushåll och personer med ekonomiskt bistånd',
          ids: [
            'children',
            'share-of-children',
            'households',
            'persons',
            'share-of-population',
            'households-per-month',
            'months-per-household',
          ],
          period: 'year-before',
        },
        { kind: 'chart', id: 'households-by-year' },
        { kind: 'tables', ids: ['households-by-year'] },
        text(
          'nulage',
          'Hur har antalet hushåll utvecklats, och vad har bidragit? Förklara utan att påstå mer än siffrorna bär.',
          '',
          'no',
        ),
        { kind: 'notes', of: 'explanation' },
      ],
    },
    {
      key: 'har-skett',
      heading: 'Vad har skett hittills inom uppdraget',
      level: 1,
      parts: [
        text('har-skett', 'Aktiviteterna inom uppdraget, en i taget: vad, med vilka, när och med vilket mål.'),
        { kind: 'promises', of: 'action', heading: null },
      ],
    },
    {
      key: 'en-vecka',
      heading: 'Träff med arbetsmarknadscoach inom en vecka',
      level: 2,
      parts: [
        text(
          'en-vecka',
          'Processen steg för steg.',
          `Vägen för den som söker bistånd:

1. Ett första telefonsamtal. Den som söker hänvisas till en arbetsmarknadscoach.
2. Träff med coachen inom högst en vecka: en förenklad kartläggning av utbildning, arbetslivserfarenhet och hälsa.
3. Coachen stämmer av med Arbetsförmedlingen om det redan finns en planering, eller om en kommunal insats ska börja.
4. Utredning av rätten till bistånd hos socialförvaltningen.
5. Vid fortsatt behov tar en socialsekreterare över, och en genomförandeplan görs vid det första mötet.`,
          'no',
        ),
      ],
    },
    {
      key: 'planerat',
      heading: 'Vad är planerat framåt',
      level: 1,
      parts: [text('planerat', 'Det som är beslutat men inte har börjat, med tid.')],
    },
    {
      key: 'effekter',
      heading: 'Effekter och resultat',
      level: 1,
      parts: [
        text('effekter', 'Vad syns redan, vad är för tidigt att säga, och när går det att svara?'),
        { kind: 'tables', ids: ['recipient-partition'] },
      ],
    },
    {
      key: 'genomstromning',
      heading: 'Genomströmning: de som kom in',
      level: 2,
      parts: [
        { kind: 'chart', id: 'throughput' },
        { kind: 'tables', ids: ['throughput'] },
        text(
          'genomstromning',
          'Ett flöde: de flesta slutar snart. Att biståndet slutade säger inte varför.',
          'Diagrammet följer dem som kom in. De flesta av dem slutar snart, så det visar kortare tider än ögonblicksbilden. Att biståndet har slutat betyder inte alltid att någon försörjer sig själv.',
          'no',
        ),
      ],
    },
    {
      key: 'ogonblicksbild',
      heading: 'Ögonblicksbild: de som har bistånd nu',
      level: 2,
      parts: [
        { kind: 'chart', id: 'snapshot' },
        { kind: 'tables', ids: ['snapshot'] },
        text(
          'ogonblicksbild',
          'Ett bestånd: långa ärenden väger tyngre.',
          'Ögonblicksbilden visar de ärenden som pågår. Långa ärenden finns med under många månader och väger därför tyngre än i genomströmningen. De två diagrammen ska inte jämföras rakt av.',
          'no',
        ),
      ],
    },
    {
      key: 'hinder-januari',
      heading: 'Försörjningshinder vid periodens början',
      level: 2,
      parts: [
        { kind: 'chart', id: 'obstacles', period: 'first-month' },
        { kind: 'tables', ids: ['obstacles'], period: 'first-month' },
        text('hinder-januari', 'Vilka grupper har minskat och vilka har ökat?', '', 'no'),
      ],
    },
    {
      key: 'utveckling',
      heading: 'Utvecklingsområden',
      level: 1,
      parts: [
        text('utveckling', 'Vad behöver utvecklas, och vilka beslut krävs?', '', 'no'),
        { kind: 'notes', of: 'development-area' },
      ],
    },
    {
      key: 'omvarld',
      heading: 'Eventuella påverkansfaktorer i omvärlden',
      level: 1,
      parts: [
        text('omvarld', 'Förändringar hos andra som kan påverka, utan att säga mer än vad som är känt.', '', 'no'),
        { kind: 'notes', of: 'external-factor' },
      ],
    },
  ],
}

/** The report as the last chapter of another: one level down, without the promises that the other has told already. */
export const asAppendix = ({ name, sections }: ReportTemplate): TemplateSection[] => [
  { key: 'bilaga', heading: `Bilaga: ${name.toLocaleLowerCase('sv')}`, level: 1, parts: [] },
  ...sections.map(({ parts, ...section }): TemplateSection => ({
    ...section,
    level: section.level === 1 ? 2 : 3,
    parts: parts.filter(({ kind }) => kind !== 'promises'),
  })),
]
