import type { Day } from '../values/day.ts'
import { formatNumber } from '../values/format.ts'
import { type Month, monthInWords } from '../values/month.ts'

const days = (count: number) => (count === 1 ? '1 dag' : `${formatNumber(count)} dagar`)

export const partText = {
  label: 'På sidan',
  hint: (count: number) => `Tangenterna 1–${count} visar delarna.`,
  timeline: 'Tidslinje',
  mapping: 'Kartläggning',
  plan: 'Plan',
  referrals: 'Insatser',
  notes: 'Anteckningar',
  sharing: 'Dela uppgifter',
  whoSees: 'Vem ser vad',
  closing: 'Avslut',
  tables: 'Tabeller',
  history: 'Historik',
  all: 'Allt',
} as const

/** What the address calls the parts. */
export const partAnchor = {
  mapping: 'kartlaggning',
  plan: 'plan',
  referrals: 'insatser',
  notes: 'anteckningar',
  sharing: 'dela',
  closing: 'avslut',
  tables: 'tabeller',
  history: 'historik',
  all: 'allt',
} as const

export type PartName = keyof typeof partAnchor

export const stripText = {
  label: 'Läget',
  nextStep: 'Nästa steg',
  none: 'Inget nästa steg är bestämt.',
  due: (day: Day, left: number) =>
    left === 0 ? `${day}, i dag` : left > 0 ? `${day}, om ${days(left)}` : `${day}, ${days(-left)} sedan`,
  caseworker: 'Handläggare',
  noCaseworker: 'Ingen handläggare',
  reminder: 'Din påminnelse',
  set: 'Sätt nästa steg',
  change: 'Ändra nästa steg',
  setReminder: 'Sätt påminnelse',
  dialog: 'Nästa steg',
  what: 'Vad ska göras, och av vem?',
  when: 'Senast',
  whenHint: 'Skriv som 2019-05-14.',
  save: 'Spara',
  cancel: 'Avbryt',
  incomplete: 'Skriv vad som ska göras och en dag.',
  reminderDialog: 'Påminnelse',
  reminderWhat: 'Vad vill du bli påmind om?',
  reminderWhen: 'Dag',
} as const

export const statusTagText = {
  label: 'Läge och det som väntar',
  returnedToAssistance: 'Åter med bistånd',
  planBeforeClosing: 'Ny plan behövs efter avslutet',
  closed: (day: Day) => `Avslutat ${day}`,
  noPlan: 'Plan saknas',
  planNotApproved: 'Plan ej fastställd',
  followUpDue: (day: Day) => `Planen följs upp ${day}`,
  followUpOverdue: (day: Day) => `Uppföljning skulle hållits ${day}`,
  unanswered: 'Hänvisning obesvarad',
  returned: 'Hänvisning återlämnad',
  running: 'Insats pågår',
  endsWithoutNext: 'Insats slutar utan nästa steg',
  concern: 'Oro obesvarad',
  overdue: 'Nästa steg försenat',
} as const

export const pathTimelineText = {
  lanes: {
    meetings: 'Kontakt och möten',
    plan: 'Plan',
    referrals: 'Insats i Utfall',
    work: 'Anställning',
    case: 'Ärendet',
  },
  contact: 'kontakt',
  booked: 'bokat möte',
  held: 'möte hållet',
  missed: 'uteblev',
  cancelled: 'avbokat',
  mapped: 'kartläggning klar',
  planSaved: 'plan sparad',
  approved: 'plan fastställd',
  followUp: 'uppföljning',
  closed: 'ärendet avslutat',
  subsidised: 'Subventionerad anställning',
  unsubsidised: 'Anställning',
  ongoing: 'pågår',
  state: {
    sent: 'väntar på svar',
    accepted: 'antagen',
    returned: 'återlämnad',
    withdrawn: 'återtagen',
    started: 'pågår',
    ended: 'avslutad',
  },
  sentence: {
    none: 'Inget är antecknat om vägen till egen försörjning än.',
    contact: (day: Day) => ` Första kontakten i Utfall togs ${day}.`,
    meetings: (held: number, missed: number) =>
      ` ${held === 1 ? 'Ett möte är hållet' : `${formatNumber(held)} möten är hållna`}${missed ? `, ${formatNumber(missed)} uteblivet` : ''}.`,
    plan: (day: Day) => ` Planen fastställdes ${day}.`,
    running: (names: string) => ` Pågår nu: ${names}.`,
    closed: (day: Day, reason: string) => ` Ärendet avslutades ${day}: ${reason.toLowerCase()}.`,
  },
} as const

export const wayTableText = {
  tab: (count: number) => `Vägen (${formatNumber(count)})`,
  caption: 'Vägen till egen försörjning',
  day: 'Dag',
  what: 'Händelse',
  person: 'Person',
  detail: 'Innehåll',
  household: 'Hushållet',
} as const

export const noteText = {
  write: 'Ny anteckning',
  hint: 'Sparas medan du skriver. Ctrl + Enter lägger till den.',
  add: 'Lägg till anteckningen',
  throwAway: 'Kasta utkastet',
  none: 'Inga anteckningar än.',
  by: (day: Day, name: string) => `${day} · ${name}`,
  somebody: 'okänd användare',
  empty: 'Skriv något först.',
  notOffered: 'Din roll får läsa men inte skriva anteckningar.',
} as const

export const historyText = {
  none: 'Inget har registrerats än.',
  what: 'historiken',
  undo: 'Ångra',
  undoOf: (what: string, day: Day) => `Ångra: ${what} ${day}`,
  undone: (name: string, when: string) => `Ångrat av ${name} ${when}`,
  by: (when: string, name: string) => `${when} · ${name}`,
  file: 'inläst eller automatiskt',
  showAll: (count: number) => `Visa alla ${formatNumber(count)}`,
  showFewer: 'Visa färre',
  concerning: (day: Day) => `gäller ${day}`,
} as const

export const sharingText = {
  lead: 'Mellan nämnder gäller sekretess. En enhet i en annan nämnd ser bara det som en grund öppnar, och bara så länge den gäller. En enhet i samma nämnd ser utan samtycke det som den behöver för en hänvisning eller ett bokat möte.',
  caption: 'Grunder för att dela uppgifter',
  person: 'Person',
  recipient: 'Till',
  ground: 'Grund',
  scopes: 'Uppgifter',
  from: 'Från',
  lastDay: 'Till och med',
  state: 'Läge',
  holds: 'Gäller',
  ended: 'Har gått ut',
  notYet: 'Gäller inte än',
  withdrawn: (day: Day) => `Återkallad ${day}`,
  none: 'Ingen grund är registrerad. Ingen annan nämnd ser något om hushållet.',
  withdraw: 'Återkalla',
  withdrawOf: (name: string, recipient: string) => `Återkalla grunden för ${name} till ${recipient}`,
  add: 'Registrera samtycke eller annan grund',
  whoseGround: 'Vem gäller det?',
  to: 'Vem får se uppgifterna?',
  choose: 'Välj',
  chooseScopes: 'Vilka uppgifter?',
  until: 'Till och med',
  untilHint: 'Sista dagen, som 2020-05-13. Ett år är vanligt.',
  save: 'Registrera',
  cancel: 'Avbryt',
  incomplete: 'Välj person, mottagare och minst en uppgift, och skriv sista dagen.',
  viewers: 'mottagarna',
} as const

export const whoSeesText = {
  lead: 'Så ser sidan ut för någon annan i dag. Samma regler avgör vad som skickas till dem.',
  choose: 'Se som',
  household: 'Hela hushållet',
  field: 'Uppgift',
  person: 'Person',
  shown: 'Visas',
  ground: 'Grund',
  lastDay: 'Till och med',
  all: 'Ja',
  some: (shown: number, total: number) => `${formatNumber(shown)} av ${formatNumber(total)}`,
  none: 'Nej',
  hidden: (fields: string[]) => `Visas inte: ${fields.join(', ').toLowerCase()}.`,
  unknown: (persons: string[]) => `Ingenting visas om ${persons.join(', ')}, inte ens namnet.`,
  ownCommittee: 'Samma nämnd: behövs i arbetet (OSL 26 kap. 1 §)',
  ownReferral: 'Hänvisning eller möte hos enheten (OSL 26 kap. 1 §)',
  ownDealings: 'egna ärenden',
  noGround: '–',
  identity: 'Namn, personnummer, ålder, kön',
  register: 'Utbetalningar, beslut och försörjningshinder',
  caption: (label: string) => `Vad ${label} ser i dag`,
  matrix: 'Öppet för andra i dag',
  matrixEmpty: 'Ingen annan enhet ser något i dag.',
  until: (day: Day) => `t.o.m. ${day}`,
  whileOpen: 'så länge det pågår',
  summary: (label: string, shown: number, total: number) =>
    `${label} ser ${formatNumber(shown)} av ${formatNumber(total)} slags uppgifter.`,
  what: 'vad som visas',
} as const

/** What leads from the household to the control of payments and to the target groups. */
export const controlText = {
  label: 'Målgrupper och kontroll',
  inGroup: 'Ingår i målgruppen',
  since: (from: Day) => `sedan ${from}.`,
  case: (month: Month) => `Kontroll av utbetalningen för ${monthInWords(month)}`,
  opened: (on: Day, isOpen: boolean) => `, öppnad ${on}${isOpen ? '' : ' och avslutad'}.`,
} as const
