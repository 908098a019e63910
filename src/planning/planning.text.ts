import type { PathMember } from '../pathway/path-view.ts'

/** Words that the sections of planning share. */
export const planningText = {
  nameless: { mainApplicant: 'Registerledaren', coApplicant: 'Medsökande', child: 'Barnet' } satisfies Record<
    PathMember['role'],
    string
  >,
  noAdults: 'Det finns ingen vuxen i hushållet att planera för.',
  privacy:
    'Skriv det som planeringen behöver, sakligt och så att personen kan läsa det. Lämna bort diagnoser, uppgifter om andra och det som hör hemma i ärendesystemet.',
  save: 'Spara',
  close: 'Stäng',
  discard: 'Släng utkastet',
  draft: 'utkastet',
  discarded: 'Utkastet är slängt',
  sendHint: 'Ctrl + Enter sparar. Det du skriver sparas som utkast medan du skriver.',
  versions: (count: number) => `Versioner (${count})`,
  savedBy: (day: string, name: string) => `Sparad ${day} av ${name}.`,
  somebody: 'någon som inte visas',
  changes: {
    caption: (about: string, number: number, day: string, name: string) =>
      `${about}: version ${number}, sparad ${day} av ${name}`,
    what: 'Område',
    before: 'Förut',
    after: 'Nu',
    nothing: 'Inget ändrades mellan versionerna.',
    absent: '–',
  },
  rows: {
    up: 'Upp',
    down: 'Ner',
    remove: 'Ta bort',
    action: (action: string, noun: string, number: number) => `${action}: ${noun} ${number}`,
    hint: 'Enter ger en ny rad, Alt + ↑ och Alt + ↓ flyttar raden.',
    added: (noun: string, number: number) => `${noun} ${number} tillagd.`,
    removed: (noun: string, number: number) => `${noun} ${number} borttagen.`,
    moved: (noun: string, number: number) => `${noun} flyttad till plats ${number}.`,
  },
} as const

export const nameOf = ({ name, role }: PathMember): string => name ?? planningText.nameless[role]
