export const registerRefusalText = {
  'no-such-household':
    'Hushållet finns inte, eller så har du inte rätt att se det. Gå tillbaka till listan och sök igen.',
} as const
