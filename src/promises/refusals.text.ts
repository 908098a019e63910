export const promisesRefusalText = {
  'no-such-promise': 'Det finns inget löfte på den här adressen. Gå tillbaka till listan.',
} as const
