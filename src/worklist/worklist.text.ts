import type { CannotRecord } from '../pathway/record-events.ts'
import { recordRefusalText } from '../pathway/refusals.text.ts'
import { formatNumber } from '../values/format.ts'
import type { WorkColumn, WorkStatus } from './work-statuses.ts'
import type { WorkView } from './worklist-view.ts'

const households = (count: number) => `${formatNumber(count)} hushåll`

export const viewText = {
  mine: 'Mina',
  unit: 'Enhetens',
  unassigned: 'Ofördelade',
} satisfies Record<WorkView, string>

export const workStatusText = {
  'all-open': { label: 'Alla öppna', meaning: 'Hushåll med bistånd eller pågående arbete.' },
  'needs-plan': { label: 'Behöver plan', meaning: 'Pågående bistånd och ingen fastställd plan.' },
  'follow-up-late': { label: 'Uppföljning försenad', meaning: 'Dagen då planen skulle följas upp har passerat.' },
  'referral-unanswered': { label: 'Hänvisning obesvarad', meaning: 'Den som hänvisningen gick till har inte svarat.' },
  'referral-returned': { label: 'Hänvisning återlämnad', meaning: 'Återlämnad, och ingen ny hänvisning är gjord.' },
  'intervention-ending': {
    label: 'Insats slutar snart',
    meaning: 'Slutar inom 14 dagar, eller skulle redan ha slutat, och inget nästa steg är bestämt.',
  },
  'concern-unanswered': { label: 'Oro obesvarad', meaning: 'En coach har meddelat oro och väntar på svar.' },
  'promise-at-risk': {
    label: 'Löftet om coach',
    meaning: 'Löftet att träffa coach inom en vecka är brutet eller på väg att brytas.',
  },
  'near-long-term': { label: 'Nära långvarigt', meaning: 'Få månader kvar till långvarigt biståndsmottagande.' },
  'reminder-due': { label: 'Påminnelse', meaning: 'Påminnelser till i dag eller tidigare.' },
  'new-since': { label: 'Nytt sedan sist', meaning: 'Ändrat av någon annan sedan ditt förra besök.' },
  'closed-watched': {
    label: 'Avslutade, bevakas',
    meaning: 'Avslutade de senaste 12 månaderna. Kommer biståndet tillbaka syns det här.',
  },
} satisfies Record<WorkStatus, { label: string; meaning: string }>

export const workColumnText = {
  name: 'Registerledare',
  nextStep: 'Nästa steg',
  key: 'Hushållsnr',
  unit: 'Enhet',
  caseworker: 'Handläggare',
  children: 'Barn',
  assistance: 'Bistånd',
  monthsLast12: 'Mån. av 12',
  planApprovedOn: 'Plan fastställd',
  followUpOn: 'Planen följs upp',
  unansweredSince: 'Hänvisad',
  returnedOn: 'Återlämnad',
  interventionEndsOn: 'Insatsen slutar',
  concernSince: 'Oro meddelad',
  promisedBy: 'Löfte om coach',
  coachBookedOn: 'Bokad hos coach',
  reminder: 'Påminnelse',
  changedAt: 'Senast ändrat',
  contactOn: 'Senaste kontakt',
  mappedOn: 'Kartlagt',
  closedOn: 'Avslutat',
  closureReason: 'Orsak',
  returnedToAssistance: 'Efter avslut',
} satisfies Record<WorkColumn, string>

const weeks = (days: number) => `${formatNumber(Math.floor(days / 7))} v.`
const days = (count: number) => (count === 1 ? '1 dag' : `${formatNumber(count)} dagar`)
/** Days in the words that planning is done in: weeks from the first whole one. */
const span = (count: number) => (count < 7 ? days(count) : weeks(count))

export const worklistText = {
  title: 'Mina hushåll',
  lead: 'Välj ett läge för att se vilka hushåll som väntar på något. Urvalet sparas i adressen.',
  worklist: 'hushållen',
  views: 'Vems hushåll',
  statuses: 'Läge',
  status: 'Läge',
  unit: 'Enhet',
  allUnits: 'Alla mina enheter',
  caseworker: 'Handläggare',
  allCaseworkers: 'Alla',
  search: 'Sök',
  searchHint: 'Namn eller hushållsnummer. Genväg: /',
  found: households,
  foundNone: 'Inga hushåll',
  withCount: (label: string, count: number) => `${label} (${formatNumber(count)})`,
  selected: (count: number) => `${households(count)} markerade`,
  unselect: 'Avmarkera',
  selectAll: (count: number) => `Markera alla ${formatNumber(count)}`,
  selectFirst: (count: number) => `Markera de första ${formatNumber(count)}`,
  columns: 'Välj kolumner',
  columnsFromStatus: 'Kolumner som läget handlar om visas alltid.',
  standardColumns: 'Återställ',
  done: 'Klar',
  noCaseworker: 'Ofördelat',
  setNextStep: 'Bestäm nästa steg',
  returned: 'Åter med bistånd',
  notReturned: 'Inget bistånd',
  protected: (count: number) =>
    `Skyddade uppgifter: ${households(count)} i kommunen visas inte här och ingår inte i antalen. De nås bara av den som har utsetts för hushållet.`,
  since: (day: string) => `Räknat från ${day}.`,
  nearLongTerm: (first: number, last: number) => `${first}–${last} av 12 månader med bistånd.`,
  nothingYetTitle: 'Det finns inga hushåll på dina enheter ännu',
  nothingYet:
    'Hushållen kommer när en fil med hushåll har lästs in, eller när mottagningen har registrerat den första kontakten.',
  noneTitle: 'Inget att göra här',
  none: 'Inget hushåll är i det läget. Välj ett annat läge i listan.',
  noMatchTitle: 'Inga hushåll passar sökningen',
  noMatch: 'Kontrollera stavningen eller rensa sökrutan. Sökningen gäller det valda läget.',
  noCodeTitle: 'Du har inga egna hushåll',
  noCode:
    'Ditt namn är inte kopplat till en handläggare i verksamhetssystemet. Välj Enhetens, eller be systemförvaltaren om kopplingen.',
  due: (day: string, left: number) =>
    left === 0 ? `${day} (i dag)` : left > 0 ? `${day} (om ${span(left)})` : `${day} (${span(-left)} sen)`,
  ago: (day: string, passed: number) => (passed <= 0 ? `${day} (i dag)` : `${day} (${span(passed)} sedan)`),
  changedBy: (day: string, who: string) => `${day}, ${who}`,
} as const

export const panelText = {
  open: 'Öppna hushållet',
  title: 'Hushållet bredvid listan',
  close: 'Stäng panelen',
  path: 'vägen till egen försörjning',
  nextStep: 'Nästa steg',
  noNextStep: 'Inget nästa steg är bestämt.',
  reminder: 'Påminnelse till mig',
  noReminder: 'Ingen påminnelse är satt.',
  what: 'Vad',
  when: 'Dag',
  whenHint: 'ÅÅÅÅ-MM-DD',
  weeks: (count: number) => `${count} v.`,
  inWeeks: (count: number) => `Om ${count} v.`,
  saveNextStep: 'Bestäm nästa steg',
  saveReminder: 'Sätt påminnelse',
  needsText: 'Skriv vad som ska göras.',
  needsDay: 'Skriv dagen som ÅÅÅÅ-MM-DD, i dag eller senare.',
  children: 'Barn',
  latest: 'Senast',
  nothingYet: 'Inget är registrerat i Utfall än.',
  age: (years: number) => `${years} år`,
  keys: 'j och k: nästa och föregående hushåll. Enter: öppna. n: nästa steg. Ctrl + Enter: spara. Esc: stäng.',
  nothingOffered: 'Ärendet är avslutat. Nästa steg och påminnelse går att sätta när det har öppnats igen.',
} as const

export const assignText = {
  assign: 'Tilldela handläggare',
  title: (count: number) => `Tilldela ${households(count)}`,
  choose: 'Till vem? Välj flera för att dela lika.',
  find: 'Sök handläggare',
  you: (name: string) => `${name} (du)`,
  nobody: 'Ingen handläggare (ofördelat)',
  load: (now: number, after: number) =>
    now === after ? formatNumber(now) : `${formatNumber(now)} → ${formatNumber(after)}`,
  loadMeaning: 'Siffran är öppna hushåll på dina enheter, nu och efteråt.',
  plan: 'vad tilldelningen gör',
  chooseFirst: 'Välj minst en handläggare för att se vad som händer.',
  moves: (count: number) => `${households(count)} får ny handläggare.`,
  unchanged: (count: number) => `${households(count)} har redan den handläggaren och ändras inte.`,
  lostTitle: (count: number) =>
    count === 1 ? '1 påminnelse försvinner' : `${formatNumber(count)} påminnelser försvinner`,
  lost: 'En påminnelse är handläggarens egen och följer inte med hushållet. Ångrar du tilldelningen är den tillbaka.',
  lostRow: (key: string, name: string, whose: string) => `${name}, ${key}. Handläggare: ${whose}.`,
  lostText: (text: string, day: string) => `”${text}”, ${day}.`,
  failedTitle: (count: number) => `${households(count)} kan inte tilldelas`,
  notAssignedTitle: (count: number) => `${households(count)} tilldelades inte`,
  failedRow: (name: string, why: string) => `${name}: ${why}`,
  unknownHousehold: 'Ett hushåll',
  cancel: 'Avbryt',
  confirm: (count: number) => (count > 0 ? `Tilldela ${households(count)}` : 'Tilldela'),
  done: (count: number, to: string) => `${households(count)} tilldelade: ${to}`,
  doneShared: (count: number, caseworkers: number) =>
    `${households(count)} delade lika på ${formatNumber(caseworkers)} handläggare`,
  undone: (count: number) => `Tilldelningen av ${households(count)} är ångrad`,
  notUndone: (count: number) => `${households(count)} kunde inte ångras, eftersom något har hänt efteråt`,
  close: 'Stäng',
} as const

/** Why a household could not be assigned, in the words of a list of many. */
export const assignFailedText = (kind: CannotRecord['kind']): string =>
  kind === 'changed-since' ? 'Någon annan har tilldelat hushållet under tiden.' : recordRefusalText[kind]

export const savedViewText = {
  title: 'Sparade vyer',
  save: 'Spara vyn',
  views: 'sparade vyer',
  none: 'Spara läge, kolumner och ordning under ett namn, så finns de här nästa gång.',
  name: 'Vyns namn',
  nameNeeded: 'Skriv ett namn på högst 60 tecken.',
  tooMany: 'Du har 30 sparade vyer. Ta bort en för att spara en ny.',
  remove: 'Ta bort',
  removeNamed: (name: string) => `Ta bort vyn ${name}`,
  removed: (name: string) => `Vyn ${name} är borttagen`,
  saved: (name: string) => `Vyn ${name} är sparad`,
  cancel: 'Avbryt',
  replaces: 'En vy med det namnet finns. Den ersätts.',
} as const
