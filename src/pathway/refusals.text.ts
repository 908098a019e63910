import type { PathEvent } from './event.ts'
import { eventText } from './pathway.text.ts'
import type { CannotRecord } from './record-events.ts'

/** Why something could not be recorded, and what to do. */
export const recordRefusalText = {
  'nothing-to-go-on': 'Det som skulle fortsätta finns inte, eller hör till någon annan. Ladda om sidan.',
  'case-closed': 'Ärendet är avslutat. Registrera en ny kontakt för att öppna det igen.',
  'before-what-it-goes-on':
    'Dagen ligger före något som redan är registrerat och måste ha kommit först. Välj en senare dag.',
  'already-routed': 'Kontakten har redan fått en väg vidare.',
  'reason-needed': 'Skriv varför du väljer en annan väg än den föreslagna.',
  'meeting-not-open': 'Mötet är redan hållet eller avbokat.',
  'already-booked': 'Personen har redan en bokad tid. Avboka den först.',
  'ground-not-open': 'Grunden gäller inte längre.',
  'ground-ends-before-it-begins': 'Grunden måste gälla till en senare dag än den börjar.',
  'mapping-exists': 'Det finns redan en påbörjad kartläggning med den metoden. Fortsätt i den.',
  'mapping-empty': 'Svara på minst ett område innan kartläggningen markeras som klar.',
  'plan-exists': 'Det finns redan en plan av det slaget för personen. Ändra i den.',
  'plan-empty': 'En plan behöver minst ett mål och en aktivitet för att fastställas.',
  'already-approved': 'Den senaste versionen är redan fastställd.',
  'plan-not-approved': 'Planen är inte fastställd än.',
  'already-referred': 'Personen har redan en öppen hänvisning till den insatsen.',
  'referral-not-sent': 'Hänvisningen är redan besvarad.',
  'referral-not-open': 'Hänvisningen är inte öppen. En insats som har börjat avslutas i stället.',
  'not-accepted': 'Hänvisningen är inte antagen.',
  'not-started': 'Personen har inte börjat i insatsen.',
  'not-ended': 'Insatsen är inte avslutad än.',
  'goals-unanswered': 'Svara på varje mål i hänvisningen, en gång vardera.',
  'interview-answered': 'Utvärderingssamtalet är redan hållet eller avböjt.',
  'interview-unanswered': 'Ange hur det blev på det hela taget.',
  'wrong-step': 'Steget kan inte följa på det förra.',
  'concern-answered': 'Oron är redan besvarad.',
  'employment-ended': 'Anställningen är redan avslutad.',
  'in-a-project': 'Hushållet deltar redan i ett projekt. Avsluta det deltagandet först.',
  'not-in-the-project': 'Deltagandet i projektet är redan avslutat.',
  'intervention-open': 'En insats pågår. Avsluta den innan ärendet avslutas.',
  'already-closed': 'Ärendet är redan avslutat.',
  'ways-sorted': 'De två vägarna är redan genomgångna.',
  'not-your-role': 'Det ingår inte i din roll.',
  'not-a-member': 'Personen hör inte till hushållet. Välj en person.',
  'in-the-future': 'Dagen har inte varit än. Välj i dag eller tidigare.',
  'too-long-ago': 'Dagen ligger mer än tio år tillbaka. Kontrollera året.',
  'no-such-unit': 'Enheten finns inte.',
  'no-such-intervention': 'Insatsen finns inte i katalogen.',
  'no-such-project': 'Projektet finns inte i katalogen.',
  'not-your-unit': 'Ärendet är inte hänvisat till din enhet.',
  'no-ground-to-share': 'Enheten hör till en annan nämnd. Registrera samtycke eller annan grund för personen först.',
  'time-taken': 'Tiden är redan bokad. Välj en annan.',
  'group-full': 'Gruppen är full. Personen står kvar i kön.',
  'no-such-caseworker': 'Handläggaren finns inte.',
  'no-such-coach': 'Den valda personen är inte coach här längre. Välj en annan tid.',
  'not-yours-to-undo': 'Du kan ångra det du själv har registrerat i dag. En chef kan ångra mer.',
  'rests-on-it': 'Något som kom efter bygger på det. Ångra det först.',
  'no-such-household': 'Hushållet finns inte, eller får inte visas för dig.',
  'joined-since': 'Det är registrerat. Hushållet har sedan förts ihop med ett annat, som inte visas för dig.',
  malformed: 'Något saknas eller är fel ifyllt.',
  'changed-since': 'Någon annan har ändrat sedan du öppnade sidan. Din text är kvar: jämför och spara igen.',
} as const satisfies Record<CannotRecord['kind'], string>

/** What happened later than the day that was given: `later` as the user may know it. */
export const laterText = (later: Pick<PathEvent, 'kind' | 'on'>): string =>
  `Dagen ligger före ”${eventText[later.kind]}” den ${later.on}. Välj den dagen eller en senare.`
