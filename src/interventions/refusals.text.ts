export const interventionsRefusalText = {
  'no-such-intervention': 'Insatsen finns inte i katalogen.',
  'no-such-household': 'Hushållet finns inte, eller får inte visas för dig.',
} as const
