export const savingsRefusalText = {
  'no-such-action': 'Åtgärden finns inte. Kontrollera adressen eller välj en åtgärd i listan.',
} as const
