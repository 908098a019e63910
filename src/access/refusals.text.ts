import type { Role } from './permissions.ts'

export const roleLabel = {
  reception: 'Mottagning',
  caseworker: 'Socialsekreterare',
  coach: 'Arbetsmarknadscoach',
  manager: 'Enhetschef',
  controller: 'Verksamhetscontroller',
  board: 'Nämndledamot',
  administrator: 'Systemförvaltare',
} satisfies Record<Role, string>

export const accessRefusalText = {
  'not-signed-in': 'Du är inte inloggad, eller så har inloggningen gått ut. Logga in igen.',
  'not-permitted':
    'Din roll har inte rätt till detta. Vänd dig till systemförvaltaren om du behöver det i ditt arbete.',
  'foreign-request': 'Begäran kom från en annan webbplats och utfördes inte.',
  'no-such-user': 'Användaren finns inte, eller så är inloggning utan kommunens inloggningstjänst avstängd.',
} as const
