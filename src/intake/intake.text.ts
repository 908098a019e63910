import { type Day, weekdayOf } from '../values/day.ts'
import { formatNumber } from '../values/format.ts'

const weekdays = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön']
const months = ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec']

/** `tis 14 maj`; with the year where it is not that of `today`. */
export function dayWords(day: Day, today?: Day): string {
  const words = `${weekdays[weekdayOf(day)]} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`
  return today === undefined || day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`
}

/** `tis 14 maj kl. 09.00` of `2019-05-14T09:00`. */
export const timeWords = (at: string): string =>
  `${dayWords(at.slice(0, 10) as Day)} kl. ${at.slice(11).replace(':', '.')}`

const count = (number: number, one: string, many: string): string =>
  `${formatNumber(number)} ${number === 1 ? one : many}`

export const workingDays = (number: number, squeezeDays: number): string =>
  count(number, 'arbetsdag', 'arbetsdagar') +
  (squeezeDays > 0 ? `, varav ${count(squeezeDays, 'klämdag', 'klämdagar')}` : '')

export const intakeText = {
  title: 'Mottagning',
  lead: 'Registrera den som hör av sig, välj väg vidare och boka coach.',
  tabs: 'Mottagningens delar',
  newContact: 'Ny kontakt',
  promise: 'Löftet om sju dagar',
  promiseWith: (broken: number) => `Löftet om sju dagar (${count(broken, 'brutet', 'brutna')})`,
  desk: 'enheter och lediga tider',

  find: {
    title: 'Vem gäller det?',
    label: 'Personnummer, namn eller hushållsnummer',
    action: 'Sök',
    hint: 'Tryck / för att komma till sökrutan och Enter för att söka. Numret sparas inte i loggar eller adresser.',
    hits: 'Träffar',
    found: (number: number) => count(number, 'hushåll hittat', 'hushåll hittade'),
    more: 'Fler hushåll passar. Skriv mer av namnet, eller personnumret.',
    choose: 'Registrera kontakt',
    chooseWhom: (name: string) => `Registrera kontakt för ${name}`,
    openCase: 'Ärende öppet',
    contactOn: (day: Day, today: Day) => `Kontakt ${dayWords(day, today)}`,
    coachBooked: (day: Day, today: Day) => `Coach bokad ${dayWords(day, today)}`,
    status: { ongoing: 'Bistånd pågår', paused: 'Bistånd nyligen', closed: 'Inget bistånd nu' },
    size: (adults: number, children: number) =>
      children > 0
        ? `${count(adults, 'vuxen', 'vuxna')}, ${count(children, 'barn', 'barn')}`
        : count(adults, 'vuxen', 'vuxna'),
    noUnit: 'Ingen enhet',
    hiddenTitle: 'Kan inte visas',
    hidden: 'Uppgifterna kan inte visas för dig. Kontakta enhetschefen innan du går vidare.',
    nothingTitle: 'Inget hittat',
    nothing: 'Inget hushåll passar. Sök på personnumret för att kunna lägga upp ett nytt hushåll.',
    notNumber:
      'Numret är inget giltigt personnummer eller samordningsnummer. Kontrollera siffrorna mot legitimationen.',
  },

  create: {
    title: 'Ny person',
    lead: 'Numret är giltigt, men personen finns inte i registret. Fyll i namn och enhet, så läggs ett hushåll upp.',
    name: 'För- och efternamn',
    nameMissing: 'Skriv personens namn.',
    unit: 'Enhet som ansvarar',
    chooseUnit: 'Välj enhet',
    unitMissing: 'Välj enhet.',
    protected: 'Har personen skyddade personuppgifter? Lägg inte upp hushållet här, utan kontakta enhetschefen.',
    action: 'Lägg upp och fortsätt',
    done: (name: string) => `${name} är upplagd`,
  },

  who: {
    change: 'Byt person',
    openHousehold: (key: string) => `Öppna hushåll ${key}`,
    person: 'Person',
    age: (age: number | null) => (age === null ? 'ålder okänd' : `${age} år`),
    way: 'hushållets väg',
    household: 'hushållet',
    notOffered: 'Du kan inte registrera en kontakt för det här hushållet.',
  },

  contact: {
    title: 'Kontakten',
    latest: (day: Day, today: Day, destination: string | null) =>
      `Senaste kontakt ${dayWords(day, today)}${destination ? `: ${destination}` : ''}.`,
    channel: 'Hur',
    subjects: 'Vad det gäller',
    expectedDuration: 'Väntad tid med bistånd',
    unemployed: 'Arbetslös',
    yes: 'Ja',
    no: 'Nej',
    unemployedMissing: 'Ange om personen är arbetslös.',
    note: 'Anteckning (valfri)',
  },

  ability: {
    title: 'Bedömd arbetsförmåga',
    lead: 'Flera kan bedöma och vara oense. Varje bedömning sparas för sig.',
    before: 'Tidigare bedömningar',
    assessor: 'Vem har bedömt',
    ability: 'Bedömning',
    add: 'Lägg till bedömning',
    remove: 'Ta bort',
    removeWhich: (number: number) => `Ta bort bedömning ${number}`,
    row: (number: number) => `Bedömning ${number}`,
  },

  way: {
    title: 'Väg vidare',
    suggestion: 'Förslag',
    suggestionOf: 'förslaget',
    noRule: 'ingen regel passar',
    rulesFrom: (day: Day) => `Regler som gäller från ${day}`,
    destination: 'Väg vidare',
    follow: (label: string) => `Följ förslaget: ${label}`,
    overrideReason: 'Varför inte förslaget?',
    overrideMissing: 'Skriv varför du väljer en annan väg än förslaget.',
    notReferred: 'Varför hänvisas personen inte?',
    chooseReason: 'Välj skäl',
    notReferredMissing: 'Välj varför personen inte hänvisas.',
    promise: (day: Day, days: string) => `Löfte: träffa en coach senast ${dayWords(day)} (${days}).`,
  },

  time: {
    title: 'Tid hos coach',
    label: 'Ledig tid',
    none: 'Boka ingen tid nu',
    choose: 'Välj tid',
    option: (at: string, coach: string, unit: string) => `${timeWords(at)}, ${coach} (${unit})`,
    late: 'efter löftet',
    gone: 'Tiden är inte längre ledig. Välj en annan tid.',
    already: 'Personen har redan en bokad tid.',
    noCoaches: 'Ingen coach har lagt upp tider. En coach eller chef lägger upp dem under Insatser.',
    noTimes: 'Det finns inga lediga tider de närmaste fyra veckorna.',
    noneInTime: (day: Day) => `Ingen tid är ledig till och med ${dayWords(day)}: löftet kommer att brytas.`,
    needsGround: (unit: string) => `${unit} hör till en annan nämnd. Fyll i samtycke nedan för att kunna boka.`,
  },

  consent: {
    title: 'Samtycke att dela uppgifter',
    give: 'Personen samtycker till att uppgifter delas',
    recipient: 'Med vem',
    employmentService: 'Arbetsförmedlingen',
    ground: 'Grund',
    scopes: 'Vad som får delas',
    scopesMissing: 'Välj minst en sak som får delas.',
    last: 'Gäller till och med',
    lastMissing: 'Skriv dagen som åååå-mm-dd, i dag eller senare.',
    recipientMissing: 'Välj vem uppgifterna delas med.',
    chooseRecipient: 'Välj mottagare',
    already: (recipient: string, last: Day) => `Delas redan med ${recipient} till och med ${last}.`,
  },

  send: 'Registrera kontakten',
  sendHint: 'Ctrl + Enter registrerar',
  refused: 'Kontakten är inte registrerad',
  done: 'Kontakten är registrerad',
  doneWithTime: (at: string, coach: string) => `Kontakten är registrerad. Tid hos ${coach} ${timeWords(at)}.`,
  doneTitle: 'Registrerad',
} as const
