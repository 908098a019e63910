import type { EventKind } from './event-bodies.ts'
import { eventText } from './pathway.text.ts'

export const conflictText = {
  title: 'Någon annan har ändrat medan du skrev',
  lead: 'Ingen text är borta. Jämför, och välj vilken som ska gälla. Den andra finns kvar i historiken.',
  who: (kind: EventKind, name: string, when: string) => `${eventText[kind]} av ${name}, ${when}.`,
  somebody: 'en annan användare',
  hidden: 'Ändringen rör uppgifter som inte får visas för dig.',
  caption: 'Skillnaderna, fält för fält',
  field: 'Fält',
  theirs: 'Deras',
  mine: 'Din',
  empty: '(tomt)',
  same: 'Texterna säger samma sak.',
  keep: 'Behåll min text',
  take: 'Ta deras',
  text: 'Text',
} as const
