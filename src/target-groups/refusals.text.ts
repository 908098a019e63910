export const groupRefusalText = {
  // The same words for a group that only managers may know of: another answer would tell that there is one.
  'no-such-group':
    'Målgruppen finns inte, eller visas bara för chefer. Kontrollera adressen eller välj en målgrupp i listan.',
  'changed-since': 'Någon annan har ändrat målgruppen sedan du öppnade den. Ladda om sidan och försök igen.',
  'nobody-to-add':
    'Inget hushåll kom till: alla som regeln träffar finns redan i målgruppen eller i en annan grupp där hushåll bara får vara i en.',
  'nobody-changed':
    'Inget av hushållen kunde ändras. De har redan lämnat målgruppen, eller kom med samma dag eller senare.',
} as const

export type GroupRefusal = keyof typeof groupRefusalText
