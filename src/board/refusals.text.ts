export const boardRefusalText = {
  'no-such-report': 'Rapporten finns inte, eller är inte lämnad till nämnden.',
  'no-such-question': 'Frågan finns inte längre. Ladda om sidan.',
  'not-yours': 'Frågan är redan besvarad, eller ställd av någon annan. Ladda om sidan.',
  'not-permitted': 'Din roll får läsa men inte göra det här.',
  'holds-identity-number': 'Texten ser ut att innehålla ett personnummer. Ta bort det. Här får inget stå om enskilda.',
  'no-such-figure': 'Ett svar ges med ett tal. Talet finns inte, eller får inte visas. Välj ett annat tal.',
} as const
