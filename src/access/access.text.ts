import type { Day } from '../values/day.ts'
import { type Month, monthInWords } from '../values/month.ts'
import type { Permission } from './permissions.ts'

/** What a permission opens, as the menu says it. */
export const navigationText = {
  figures: 'Uppföljning',
  households: 'Hushåll',
  reports: 'Rapporter',
  imports: 'Import',
  pathway: 'Vägen till egen försörjning',
  contacts: 'Mottagning',
  worklist: 'Mina hushåll',
  coaching: 'Min dag',
  catalogue: 'Insatser',
  management: 'Ledning',
  'weekly-table': 'Veckobord',
  rules: 'Regler',
  economy: 'Ekonomi',
  'target-groups': 'Målgrupper',
  'payment-cases': 'Kontroll av utbetalningar',
  'report-writing': 'Skriv rapport',
  promises: 'Vad vi har lovat',
  comparison: 'Jämförelse',
  'authority-files': 'Uppgifter till myndigheter',
  board: 'Nämnden',
} satisfies Record<Permission, string>

export const signInText = {
  title: 'Logga in',
  lead: 'Uppföljning av ekonomiskt bistånd: hushåll, insatser, utfall, utbetalningar och budget.',
  development:
    'Det här är en demonstration med påhittade hushåll. Välj vem du vill vara; rollen avgör vad du får se. I drift sker inloggningen med kommunens egen tjänst.',
  choose: 'Välj användare',
  choices: 'användarna',
  asUser: (name: string) => `Logga in som ${name}`,
  failed: 'Inloggningen gick inte igenom',
} as const

export const shellText = {
  demoDay: (day: Day) => `Demo: dagens datum är ${Number(day.slice(8))} ${monthInWords(day.slice(0, 7) as Month)}`,
  outlook: 'Prognos',
  savings: 'Åtgärder',
  numberCheck: 'Siffergranskaren',
  session: 'din inloggning',
  notAllowedTitle: 'Sidan ingår inte i din roll',
  notAllowed: (role: string) =>
    `Du är inloggad som ${role}. Välj en sida i menyn, eller be den som sköter behörigheterna om en annan roll.`,
  notFoundTitle: 'Sidan finns inte',
  notFound: 'Kontrollera adressen eller välj en sida i menyn.',
  brokenTitle: 'Något gick fel på sidan',
  broken: 'Ladda om sidan. Händer det igen, säg till den som sköter systemet vad du gjorde.',
  reload: 'Ladda om sidan',
} as const
