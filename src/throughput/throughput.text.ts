import { formatShare } from '../values/format.ts'
import { type Month, monthInWords } from '../values/month.ts'
import type { FunnelBucket } from './funnel.ts'
import type { LeadTime, LeadTimeStep } from './lead-times.ts'
import { dayInWords } from './weekly-table.text.ts'

const number = new Intl.NumberFormat('sv-SE')
const count = (size: number, one: string, more: string) => `${number.format(size)} ${size === 1 ? one : more}`

type Share = { numerator?: string; denominator?: string }
type Definition = Share & { name: string; definition: string; source: string; version: number }

const definition = (name: string, text: string, source: string, share: Share = {}): Definition => ({
  ...{ name, definition: text, source, version: 1 },
  ...share,
})

const own = 'Utfalls händelser'

export const throughputText = {
  title: 'Ledning',
  lead: 'Handläggarnas ärenden, hur snabbt stegen går, var var och en befinner sig och om utfallen håller. Siffrorna är exakta och gäller dina enheter. De ska inte publiceras härifrån.',
  what: 'ledningens siffror',
  filters: 'Urval',
  parts: 'På sidan',
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  change: 'Jämför före och efter',
  changeHelp: 'Dagen då arbetssättet ändrades',
  updated: (period: string) => `Siffrorna gäller ${period}.`,
  hidden: (size: number) => `${count(size, 'hushåll', 'hushåll')} med skyddade uppgifter räknas inte in.`,
  nothingYetTitle: 'Här finns inga siffror ännu',
  nothingYet:
    'Siffrorna kommer när hushåll och utbetalningar är inlästa under Import, eller när mottagningen har registrerat en kontakt.',
  women: 'Kvinnor',
  men: 'Män',
  all: 'Alla',
  sum: 'Summa',
  shareOf: (whole: string) => `Andel av ${whole}`,
  unknownGender: 'Kön okänt räknas bara i Alla.',

  caseload: {
    title: 'Ärenden per handläggare',
    caption: 'Ärenden per handläggare i dag',
    caseworker: 'Handläggare',
    none: 'Utan handläggare',
    open: 'Öppna hushåll',
    needsPlan: 'Behöver plan',
    followUpLate: 'Försenad uppföljning',
    closed: 'Avslutade senaste 3 månaderna',
    note: 'Läget i dag, oberoende av perioden. Länken öppnar handläggarens hushåll i arbetslistan.',
    empty: 'Inga öppna hushåll i urvalet.',
    definition: definition(
      'Öppna hushåll',
      'Hushåll som inte är avslutade i Utfall och som har pågående bistånd, en kontakt eller en öppen insats. Handläggaren är den som har tilldelats i Utfall, annars den som verksamhetssystemet anger. Behöver plan: pågående bistånd utan fastställd plan.',
      'Arbetslistan och verksamhetssystemet',
    ),
  },

  leadTimes: {
    title: 'Ledtider',
    chartTitle: 'Dagar till varje steg',
    caption: 'Ledtider före och efter ändringen',
    description: (change: string, before: string, after: string) =>
      `Mediantid från kontakt till första mötet med coach: ${before} för kontakter före ${change}, ${after} därefter. Även de som väntar är inräknade.`,
    step: 'Steg',
    steps: {
      coach: 'Kontakt till coach',
      plan: 'Kontakt till fastställd plan',
      intervention: 'Kontakt till första insats',
      'coach-to-plan': 'Coach till fastställd plan',
    } satisfies Record<LeadTimeStep, string>,
    before: (change: string) => `Före ${change}`,
    after: (change: string) => `Från ${change}`,
    contacts: 'Kontakter',
    waiting: 'Har inte nått steget',
    median: 'Median, dagar',
    within: (days: number | null) => (days === null ? 'Inom målet' : `Inom ${days} dagar`),
    notReached: 'ej nådd av hälften',
    none: 'inga kontakter',
    days: 'dagar',
    side: 'Tid',
    elsewhere: (size: number) =>
      `${count(size, 'kontakt', 'kontakter')} i perioden gick inte vidare till coach och är inte med.`,
    definition: definition(
      'Ledtid',
      'Dagar från kontakten till att steget togs, för kontakter i perioden som gick vidare till coach. Medianen är tiden då hälften har nått steget; de som väntar räknas som väntande till i dag, och avslutade ärenden till avslutet (Kaplan–Meier).',
      `${own}. Delrapport Ökad övergång till egen försörjning 2019: coach inom högst en vecka från mars 2019`,
      {
        numerator: 'Inom målet: kontakter som träffade coach inom sju dagar',
        denominator: 'Kontakter vars sju dagar har gått; ärenden som avslutades dessförinnan utan möte är inte med',
      },
    ),
  },

  funnel: {
    title: 'Var är alla?',
    chartTitle: 'Vuxna efter hur långt de har kommit',
    caption: 'Vuxna efter hur långt de har kommit',
    lead: (persons: string) =>
      `${persons} vuxna hade bistånd eller en öppen hänvisning någon dag i perioden. Var och en står på en enda rad: den som ligger längst fram.`,
    steps: ({ referred, started, ended, outcome }: Record<'referred' | 'started' | 'ended' | 'outcome', number>) =>
      `Av dem var ${number.format(referred)} hänvisade, ${number.format(started)} började, ${number.format(ended)} har avslutat en insats och ${number.format(outcome)} fick arbete, studier eller annan försörjning.`,
    bucket: 'Läge i dag',
    persons: 'vuxna',
    reasons: 'Skäl till att personen inte har hänvisats',
    reason: 'Skäl',
    noReasons: 'Inget skäl är antecknat i urvalet.',
    buckets: {
      outcome: 'Fick arbete, studier eller annan försörjning',
      ongoing: 'Deltar i insats',
      completed: 'Fullföljde utan sådant resultat',
      'dropped-out': 'Avbröt',
      'ended-unknown': 'Avslutad, resultatet okänt',
      waiting: 'Väntar på start',
      returned: 'Återlämnad',
      withdrawn: 'Hänvisningen återtogs',
      'not-referred': 'Inte hänvisad, med skäl',
      unknown: 'Inte hänvisad, skälet okänt',
    } satisfies Record<FunnelBucket, string>,
    definitions: {
      outcome:
        'En insats i perioden har avslutats med nationell klass A–C: börjat arbeta, börjat studera eller överförd till annan myndighet.',
      ongoing: 'En insats har börjat och pågår i dag.',
      completed: 'Insatsen är avslutad som planerat, med annat resultat än arbete, studier eller annan myndighet.',
      'dropped-out': 'Insatsen är avbruten: personens val, uteblev, sjukdom, flytt eller enhetens beslut.',
      'ended-unknown': 'Insatsen är avslutad, men varken orsak eller resultat är känt.',
      waiting: 'Hänvisad, men insatsen har inte börjat.',
      returned: 'Enheten lämnade tillbaka ansvaret.',
      withdrawn: 'Den som hänvisade tog tillbaka hänvisningen innan insatsen började.',
      'not-referred': 'Aldrig hänvisad, och någon har antecknat varför.',
      unknown: 'Varken hänvisad eller med antecknat skäl. Här vet ingen varför.',
    } satisfies Record<FunnelBucket, string>,
    definitionOf: (bucket: FunnelBucket): Definition =>
      definition(throughputText.funnel.buckets[bucket], throughputText.funnel.definitions[bucket], own),
    definition: definition(
      'Var är alla?',
      'Vuxna i hushåll med bistånd någon månad i perioden, och alla med en hänvisning eller insats som var öppen någon dag i perioden. Läget är dagens. Den som har flera insatser räknas efter den som kommit längst.',
      'Utfalls händelser, inlästa insatser och utbetalningar',
    ),
  },

  outcomes: {
    title: 'Utfall mot utbetalningar',
    chartTitle: 'Avslut som höll, prövade mot utbetalningarna',
    caption: 'Avslut efter nationell klass och avslutsorsak',
    lead: (closings: number) => `${count(closings, 'avslut', 'avslut')} till egen försörjning i perioden.`,
    heldAfter: (months: number, confirmed: number, judged: number) =>
      `Efter ${months} månader höll ${number.format(confirmed)} av ${number.format(judged)} (${formatShare(confirmed / judged)}).`,
    time: 'Tid efter avslutet',
    months: (months: number) => `${months} mån`,
    states: {
      confirmed: 'Höll',
      'taken-back': 'Tillbaka',
      waiting: 'Väntar: månaderna har inte gått',
    },
    closingsUnit: 'avslut',
    reason: 'Avslutsorsak',
    class: 'Nationell klass',
    closings: 'Avslut',
    after: (months: number) => `Höll efter ${months} månader`,
    held: (confirmed: number, judged: number) => `${number.format(confirmed)} av ${number.format(judged)}`,
    waiting: (size: number, months: number) =>
      `${count(size, 'avslut', 'avslut')} kan inte prövas efter ${months} månader än.`,
    returnedEarly: (size: number) =>
      size === 1 ? 'Ett av dem har redan kommit tillbaka.' : `${number.format(size)} av dem har redan kommit tillbaka.`,
    takenBack: (size: number) => `${number.format(size)} tillbaka`,
    none: 'inget prövat',
    employers: 'Avslut till arbete',
    employer: 'Anställning',
    subsidised: (isSubsidised: boolean) => (isSubsidised ? 'Subventionerad' : 'Utan subvention'),
    employerUnknown: 'arbetsgivare inte antecknad',
    known: (month: Month) => `Utbetalningarna är kända till och med ${monthInWords(month)}.`,
    noneKnown: 'Inga utbetalningar är inlästa än.',
    empty: 'Inga avslut till egen försörjning i perioden.',
    definition: definition(
      'Avslut som höll',
      'Avslut till egen försörjning följs av utbetalningarna. Bekräftat: inget bistånd för månaderna efter avslutsmånaden. Taget tillbaka: bistånd har betalats för någon av dem. Ett avslut prövas när alla månaderna har gått, annars skulle andelen bli för låg. Kön är huvudsökandens.',
      'Utbetalningar ur verksamhetssystemet, återbetalningar avdragna',
      {
        numerator: 'Bekräftade avslut',
        denominator: 'Avslut där alla månader har gått: bekräftade och tagna tillbaka',
      },
    ),
  },

  results: {
    title: 'Enheternas resultat',
    caption: 'Resultat för dem vars insats avslutades i perioden',
    choose: 'Välj insatser',
    intervention: 'Insats',
    ended: 'Avslutade',
    work: 'Arbete',
    studies: 'Studier',
    programme: 'Försörjning i AF:s program',
    internship: 'Praktik via AF',
    next: 'Vidare till annan insats',
    other: 'Annat eller inget',
    unknown: 'Okänt',
    strict: 'Egen försörjning',
    claimed: 'Med praktik',
    broad: 'Med annan insats',
    part: (size: number, of: number) => `${number.format(size)} av ${number.format(of)}`,
    together: 'Tillsammans',
    empty: 'Ingen av de valda insatserna avslutades i perioden.',
    note: (broad: string, claimed: string, strict: string) =>
      `Samma avslut läst på tre sätt: ${strict} egen försörjning, ${claimed} om praktik räknas in och ${broad} om även vidare till annan insats räknas in. I svaret på en skrivelse 2011 kallades motsvarande resultat för Jobbtorg resurs och arbetsträning ”hälften eller knappt hälften”.`,
    definition: definition(
      'Enheternas resultat',
      'Deltaganden som avslutades i perioden, efter resultat. Den som avslutade två insatser räknas två gånger. Egen försörjning: arbete, studier, Arbetsförmedlingens program med ersättning eller annan ersättning.',
      'Utfalls händelser och inlästa insatser; läsningen ur svar på skrivelse 2011',
      { numerator: 'Avslutade med resultatet', denominator: 'Alla avslutade, även okända' },
    ),
  },

  behind: {
    title: {
      funnel: 'Personerna bakom siffran',
      outcomes: 'Avsluten bakom siffran',
      contacts: 'Kontakterna bakom siffran',
    },
    back: 'Till Ledning',
    what: 'raderna',
    rows: (size: number) => count(size, 'rad', 'rader'),
    logged: 'Vilka hushåll du öppnar här skrivs i loggen.',
    household: 'Hushåll',
    person: 'Person',
    gender: 'Kön',
    genders: { woman: 'kvinna', man: 'man' },
    latest: 'Senaste insats',
    referred: 'Hänvisad',
    started: 'Började',
    ended: 'Slutade',
    outcome: 'Resultat',
    reason: 'Skäl',
    closedOn: 'Avslutad',
    checks: 'Prövning mot utbetalningar',
    employer: 'Arbetsgivare',
    contactOn: 'Kontakt',
    coachOn: 'Träffade coach',
    planOn: 'Plan fastställd',
    interventionOn: 'Insats började',
    endedOn: 'Väntan slut',
    empty: 'Inga rader i urvalet.',
    checkOf: (months: string, state: 'confirmed' | 'taken-back' | 'waiting') =>
      `${months} månader: ${{ confirmed: 'bekräftade', 'taken-back': 'tagna tillbaka', waiting: 'väntar' }[state]}`,
    reached: { reached: 'har nått steget', waiting: 'har inte nått steget' },
  },
} as const

/** A median in words: `6 dagar`. */
export function medianText(lead: LeadTime | undefined): string {
  const { leadTimes } = throughputText
  if (!lead || lead.started === 0) return leadTimes.none
  return lead.medianDays === null ? leadTimes.notReached : `${number.format(lead.medianDays)} ${leadTimes.days}`
}

export { dayInWords }
