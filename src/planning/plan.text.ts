import { planKinds } from '../parameters/code-lists/casework.ts'

type PlanKind = keyof typeof planKinds

/** `genomförandeplan`, with the words in brackets as they stand. */
const inSentence = (kind: PlanKind) => planKinds[kind].charAt(0).toLowerCase() + planKinds[kind].slice(1)

export const planText = {
  title: 'Plan',
  none: 'Ingen plan är skriven än.',
  noGround: 'Planen visas inte: det finns ingen grund att dela den med din enhet.',
  write: (kind: PlanKind) => `Skriv ${inSentence(kind)}`,
  change: 'Ändra planen',
  approve: 'Fastställ',
  followUp: 'Följ upp',
  goals: 'Mål',
  activities: 'Överenskomna aktiviteter',
  activitiesOf: (kind: PlanKind, name: string, version: string) =>
    `Överenskomna aktiviteter i ${inSentence(kind)} för ${name}, ${version}`,
  activity: 'Aktivitet',
  responsible: 'Ansvarig',
  due: 'Senast',
  passed: 'Dagen har passerat',
  fromEmploymentService: 'Arbetsförmedlingen',
  children: 'Barnens situation',
  followUpOn: 'Första uppföljning',
  noDay: 'Ingen dag bestämd',
  noGoals: 'Inga mål än.',
  noActivities: 'Inga aktiviteter än.',
  approvedVersions: (count: number) => `Fastställda versioner (${count})`,
  approvedOn: (day: string, agreed: boolean) =>
    `Fastställd ${day}. ${agreed ? 'Personen är överens om planen.' : 'Personen är inte överens om planen.'}`,
  versionSaved: (day: string, sequence: number) => `version sparad ${day}, händelse ${sequence}`,
  stillApproved: 'Den fastställda versionen gäller tills den nya är fastställd.',
  sideBySide: { approved: 'Fastställd, gäller', former: 'Fastställd före avslutet', latest: 'Ny, inte fastställd' },
} as const

export const planFormText = {
  title: (kind: PlanKind, name: string) => `${planKinds[kind]}, ${name}`,
  goals: 'Mål',
  goal: 'Mål',
  goalField: (number: number) => `Mål ${number}`,
  goalHint:
    'Vad personen ska ha nått, så att det går att svara ja eller nej: ”Har sökt tio arbeten”, ”Har praktikplats”.',
  addGoal: 'Lägg till mål',
  activities: 'Överenskomna aktiviteter',
  activity: 'Aktivitet',
  activityField: (number: number) => `Aktivitet ${number}`,
  responsibleField: 'Ansvarig',
  dueField: 'Senast',
  fromEmploymentService: 'Ur Arbetsförmedlingens planering',
  activityHint:
    'Vem gör vad, och till när. Arbetsförmedlingens planering skrivs in här och märks: den ska följas för rätt till bistånd.',
  addActivity: 'Lägg till aktivitet',
  childrenText: 'Barnens situation',
  childrenHint:
    'Barnomsorg, skola, fritid och vad planen betyder för barnen. Skriv om barnens behov, inte om föräldrarnas konflikter.',
  followUpOn: 'Följs upp',
  followUpHint: 'Dagen då ni ser över planen tillsammans.',
  saved: 'Planen är sparad',
} as const

export const approvalText = {
  title: 'Fastställ planen',
  lead: (version: number, day: string) => `Version ${version}, sparad ${day}, fastställs som den står.`,
  agreed: 'Är personen överens om planen?',
  choices: { yes: 'Ja', no: 'Nej' },
  notAgreedHint:
    'Planen kan gälla ändå. Skriv i en anteckning vad personen vill i stället, sakligt och med personens egna ord.',
  save: 'Fastställ',
  close: 'Stäng',
} as const

export const followUpText = {
  title: 'Uppföljning',
  form: 'Följ upp planen',
  lead: (day: string) => `Målen i planen som fastställdes ${day}.`,
  comment: 'Vad har hänt sedan sist?',
  commentHint: 'Vad som är gjort, vad som hindrar och vad som ändras. Bara det som planen behöver.',
  goalComment: (goal: string) => `Kommentar till målet ”${goal}”`,
  nextOn: 'Nästa uppföljning',
  noNext: 'Lämna tomt när planen inte ska följas upp mer.',
  missing: 'Svara på varje mål för att spara.',
  save: 'Spara uppföljningen',
  held: (count: number) => `Uppföljningar (${count})`,
  next: (day: string) => `Nästa: ${day}`,
  noNextSaid: 'Ingen ny dag',
} as const
