export const versionsText = {
  undone: 'Den förra versionen gäller igen.',
  what: 'versionerna',
  version: 'Version',
  savedAt: 'Sparad',
  savedBy: 'Av',
  changes: 'Ändrat',
  program: 'Utfall',
  first: 'Första versionen',
  nothing: 'Ingen ändring',
  change: (field: string, before: string, now: string) => `${field}: ${before} → ${now}`,
} as const

export const catalogueRefusalText = {
  'not-permitted': 'Din roll får läsa men inte ändra det här. Be en chef eller systemförvaltaren.',
  'not-your-group': 'Insatsen hör till en annan enhet. En coach ändrar bara grupper i den egna enhetens insatser.',
  'not-your-hours': 'En coach ändrar bara sina egna tider, i den egna enheten. Be en chef om det gäller någon annan.',
  'no-open-group':
    'Målgruppen finns inte, eller kan inte följas i en åtgärd som fler läser. Välj en annan målgrupp eller en insats.',
  'group-is-followed':
    'Målgruppen följs i en besparingsåtgärd som fler läser. Ta bort den ur åtgärden innan den begränsas till chefer.',
  'closed-without-figure':
    'Ett löfte avslutas med ett tal. Talet finns inte för den dagen, eller får inte visas. Välj ett annat tal.',
  'layout-faulty':
    'Uppställningen har fel i något fält: samma namn eller uppgift två gånger, för smalt, eller en kod som inte kan läsas tillbaka.',
  malformed: 'Något saknas eller är fel ifyllt.',
  'changed-since': 'Någon annan har ändrat sedan du öppnade sidan. Ladda om och gör om din ändring.',
} as const
