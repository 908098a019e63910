import type { KnownGoal } from '../catalogue/money-bodies.ts'
import { formatNumber, formatShare } from '../values/format.ts'

/** What the register reads by itself: how it is offered, what the goal is called unless somebody says otherwise, and its unit. */
export const knownGoalText: Record<KnownGoal, { name: string; unit: string }> = {
  left: { name: 'Hushåll som har lämnat biståndet', unit: 'hushåll' },
  'sick-listed': { name: 'Sjukskrivna vuxna', unit: 'personer' },
  'with-plan': { name: 'Hushåll med godkänd plan', unit: '% av hushållen' },
  'children-arranged': { name: 'Barnomsorg och skola ordnad', unit: '% av hushållen med barn' },
  'cost-a-month': { name: 'Kostnad per hushåll och månad', unit: 'kronor' },
}

export const knownGoalNames = Object.keys(knownGoalText) as KnownGoal[]

export const goalText = {
  name: 'Målen, tertial för tertial',
  definition:
    'Varje mål från utgångsläget, vid slutet av varje tertial, till det som ska nås. Det som registret vet läses av registret: hushåll som har lämnat biståndet, sjukskrivna, planer och kostnad, med samma gränser för små antal som i tabellerna om målgruppen. Ett tertial som pågår läses i dag, eller så långt underlaget räcker. Övriga mål läses av människor; den senaste avläsningen i tertialet gäller. Andelen av vägen är så mycket av skillnaden mellan utgångsläget och målet som har nåtts.',
  columns: { baseline: 'Utgångsläge', target: 'Ska nås' },
  stands: (unit: string, verdict: string, isTyped: boolean) =>
    `${unit.slice(0, 1).toUpperCase()}${unit.slice(1)}. ${verdict}${isTyped ? '' : ' Läses av registret.'}`,
  sentence: (reached: number, all: number) =>
    all === 1
      ? reached === 1
        ? 'Målet är nått.'
        : 'Målet är inte nått.'
      : `${formatNumber(reached)} av ${formatNumber(all)} mål är nådda.`,
  verdicts: {
    unread: 'Inte avläst än.',
    withheld: 'För få för att läget ska visas.',
    reached: 'Målet är nått.',
    unmoved: 'Som vid utgångsläget.',
    away: 'Längre från målet än vid utgångsläget.',
    'on-way': (way: number, time: number) =>
      `${formatShare(way, 0)} av vägen när ${formatShare(time, 0)} av tiden har gått.`,
    missed: (way: number) => `Projekttiden är slut, och ${formatShare(way, 0)} av vägen gicks.`,
  },
} as const

export const readingText = {
  title: 'Avläsningar',
  none: 'Ingen avläsning är gjord. Mål som inte läses av registret läses av här.',
  allKnown: 'Alla mål läses av registret.',
  goal: 'Mål',
  value: (unit: string) => `Värde, ${unit}`,
  on: 'Avläst den',
  note: 'Kommentar',
  noteHelp: 'Hur det räknades, och vad det beror på. Inga namn på personer.',
  add: 'Läs av ett mål',
  save: 'Spara avläsningen',
  cancel: 'Avbryt',
  saved: 'Avläsningen är sparad.',
  removed: 'Avläsningen är borttagen.',
  remove: 'Ta bort',
  removeLabel: (goal: string, on: string) => `Ta bort avläsningen av ${goal} ${on}`,
  notANumber: 'Skriv ett tal, till exempel 12,5.',
  notADay: 'Skriv dagen som ÅÅÅÅ-MM-DD.',
  outside: 'Välj en dag från projektets första dag till i dag.',
  by: (name: string | null) => name ?? 'Utfall',
  columns: { on: 'Dag', value: 'Värde', by: 'Avläst av', note: 'Kommentar', remove: 'Ändra' },
} as const
