/** Why reception could not do something, and what to do. */
export const intakeRefusalText = {
  'no-such-household': 'Hushållet finns inte, eller får inte visas för dig.',
  'not-an-identity-number':
    'Det är inget giltigt personnummer eller samordningsnummer. Kontrollera siffrorna mot legitimationen.',
  'no-such-unit': 'Enheten finns inte. Välj en enhet i listan.',
  'not-your-unit': 'Du kan bara lägga upp hushåll på dina egna enheter.',
  'already-known':
    'Personen finns redan. Sök på numret igen; visas inget hushåll får det inte visas för dig: kontakta enhetschefen.',
  'register-busy': 'En fil läses in just nu. Vänta en stund och försök igen; det du har skrivit är kvar.',
} as const
