export const groupRefusalText = {
  'no-such-group': 'Målgruppen finns inte. Kontrollera adressen eller välj en målgrupp i listan.',
  'restricted-group':
    'Målgruppen är begränsad: bara chefer ser vilka hushåll som ingår. Vänd dig till din chef om du behöver veta något om den.',
  'changed-since': 'Någon annan har ändrat målgruppen sedan du öppnade den. Ladda om sidan och försök igen.',
  'nobody-to-add':
    'Inget hushåll kom till: alla som regeln träffar finns redan i målgruppen eller i en annan grupp där hushåll bara får vara i en.',
  'nobody-changed':
    'Inget av hushållen kunde ändras. De har redan lämnat målgruppen, eller kom med samma dag eller senare.',
} as const

export type GroupRefusal = keyof typeof groupRefusalText
