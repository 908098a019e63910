import type { EventKind } from './event-bodies.ts'
import { eventText } from './pathway.text.ts'

export const joinedWaysText = {
  title: 'Två vägar möttes',
  lead: (from: string, on: string) =>
    `En inläst fil visade ${on} att hushållet är detsamma som ${from}. Det som var registrerat för båda står nu här, i den ordning det registrerades.`,
  doubles: 'Det här finns dubbelt:',
  double: (kind: EventKind, name: string | null, on: string) => `${eventText[kind]}${name ? `, ${name}` : ''}, ${on}`,
  none: 'Inget finns dubbelt. Se efter att nästa steg och handläggare stämmer.',
  advice: 'Avboka, återta eller avsluta det som inte ska vara kvar.',
  sorted: 'Jag har gått igenom dem',
} as const
