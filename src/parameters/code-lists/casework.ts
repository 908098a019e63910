/**
 * Short lists that the work is recorded with: code and Swedish label.
 *
 * No national list was found for closures and interventions; these are put together from Kolada's outcome classes
 * (N31xxx, labour-market units), a provider contract of 2026 and the documents that Utfall is modelled on.
 */
export const contactChannels = {
  phone: 'Telefon',
  visit: 'Besök',
  'e-service': 'E-tjänst',
  letter: 'Brev eller e-post',
  other: 'Annat',
} as const

export const contactSubjects = {
  application: 'Vill ansöka om ekonomiskt bistånd',
  'emergency-help': 'Akut behov (mat, boende)',
  'no-income': 'Saknar inkomst i väntan på annan ersättning',
  'job-loss': 'Har blivit av med arbete eller ersättning',
  rent: 'Hyra eller el',
  question: 'Fråga eller råd',
} as const

export const expectedDurations = {
  short: 'Kort (någon eller några månader)',
  long: 'Lång',
  unknown: 'Vet inte',
} as const

export const workAbilities = {
  full: 'Hel arbetsförmåga',
  reduced: 'Delvis nedsatt',
  below25: 'Under 25 %',
  none: 'Ingen arbetsförmåga',
  unclear: 'Oklar',
} as const

export const assessors = {
  physician: 'Läkare',
  'trust-physician': 'Förtroendeläkare eller socialläkare',
  'social-insurance': 'Försäkringskassan',
  caseworker: 'Socialsekreterare',
  own: 'Personens egen bedömning',
} as const

/** Where a contact is routed. */
export const destinations = {
  reception: 'Stannar i mottagningen',
  'employment-consultant': 'Arbetskonsulent',
  'job-unit': 'Arbetsmarknadsenhet (jobbtorg)',
  'job-unit-extra': 'Arbetsmarknadsenhet med extra resurser (jobbtorg resurs)',
  caseworker: 'Socialsekreterare på planeringsenhet',
  project: 'Pågående projekt',
  'no-referral': 'Hänvisas inte till arbetsmarknadsinsats',
} as const

/** Why somebody is not referred to an intervention. */
export const notReferredReasons = {
  'long-sick-leave': 'Lång sjukskrivning',
  'no-work-ability': 'Arbetsförmåga saknas eller är under 25 %',
  addiction: 'Missbruk eller beroende',
  psychosocial: 'Långvariga psykosociala svårigheter',
  'parental-leave': 'Föräldraledig eller saknar barnomsorg',
  'short-need': 'Kort behov: egen försörjning är nära',
  'has-work': 'Arbetar redan',
  pension: 'Pension eller annan varaktig ersättning är på väg',
  'declined-by-person': 'Vill inte, ser ingen mening',
  other: 'Annat skäl',
} as const

export const breachCauses = {
  'no-free-time': 'Ingen ledig tid hos coach',
  'person-could-not': 'Personen kunde inte komma tidigare',
  'person-did-not-come': 'Personen uteblev',
  'coach-absent': 'Coachen var frånvarande',
  'interpreter-missing': 'Tolk saknades',
  'consent-missing': 'Samtycke saknades',
  other: 'Annan orsak',
} as const

export const meetingCancelReasons = {
  'person-cancelled': 'Personen avbokade',
  'coach-cancelled': 'Coachen avbokade',
  'no-longer-needed': 'Behövs inte längre',
  moved: 'Flyttad till annan tid',
} as const

export const consentScopes = {
  identity: 'Namn och personnummer',
  mapping: 'Kartläggning',
  plan: 'Plan och mål',
  'work-ability': 'Bedömd arbetsförmåga',
  participation: 'Insatser, närvaro och resultat',
} as const

export const sharingGrounds = {
  consent: 'Samtycke (OSL 12 kap. 2 §)',
  statute: 'Uppgiftsskyldighet enligt lag (OSL 10 kap. 28 §)',
  necessity: 'Nödvändigt för den egna verksamheten (OSL 10 kap. 2 §)',
} as const

export const mappingMethods = { simplified: 'Förenklad kartläggning', DUR: 'DUR', FIA: 'FIA' } as const

export const planKinds = {
  implementation: 'Genomförandeplan',
  work: 'Arbetsplan',
  activity: 'Individuell plan (aktivitetskrav)',
} as const

export const responsibles = {
  person: 'Personen själv',
  caseworker: 'Socialsekreterare',
  coach: 'Coach',
  'employment-service': 'Arbetsförmedlingen',
  'health-care': 'Vården',
  other: 'Annan',
} as const

export const goalStates = {
  achieved: 'Uppnått',
  partly: 'Delvis uppnått',
  'not-achieved': 'Inte uppnått',
  open: 'Pågår',
} as const

/** `assigned` (anvisad) has legal effect, SoL 12 kap. 4 §. */
export const referralKinds = { signposted: 'Tipsad', referred: 'Hänvisad', assigned: 'Anvisad' } as const

export const returnReasons = {
  'cannot-support': 'Enheten kan inte stötta personen',
  'did-not-come': 'Personen kom inte',
  'wrong-intervention': 'Fel insats: en annan passar bättre',
  'health-first': 'Hälsan behöver utredas först',
  'information-missing': 'Underlag saknas',
  other: 'Annat skäl',
} as const

export const withdrawalReasons = {
  'self-supporting': 'Personen försörjer sig själv',
  'moved-away': 'Flyttat från kommunen',
  'other-intervention': 'Annan insats i stället',
  mistake: 'Skickad av misstag',
  other: 'Annat skäl',
} as const

/** In four keys. */
export const attendances = {
  present: 'Närvarande',
  partly: 'Delvis närvarande',
  'valid-absence': 'Giltig frånvaro',
  'invalid-absence': 'Ogiltig frånvaro',
} as const

export const endReasons = {
  completed: 'Fullföljd',
  'self-supporting': 'Avslutad i förtid till egen försörjning',
  'dropped-out': 'Avbrott: personens val',
  'did-not-come': 'Avbrott: kom inte',
  illness: 'Avbrott: sjukdom',
  'moved-away': 'Avbrott: flytt',
  'unit-decision': 'Avbrott: enhetens beslut',
  returned: 'Återremitterad: ansvaret går tillbaka',
  unknown: 'Okänd orsak',
} as const

/**
 * What came of it. `class` is the national class of a labour-market unit (Kolada: A work, B studies, C transferred to
 * another authority, D completed, E other). `selfSupport` is the strict sense of the seeds: work, studies, own support.
 */
export const outcomes = {
  work: { label: 'Arbete', class: 'A', selfSupport: true },
  studies: { label: 'Studier', class: 'B', selfSupport: true },
  'self-support-programme': { label: 'Självförsörjande i Arbetsförmedlingens program', class: 'C', selfSupport: true },
  'internship-employment-service': { label: 'Praktik via Arbetsförmedlingen', class: 'C', selfSupport: false },
  'ready-for-employment-service': { label: 'Står till Arbetsförmedlingens förfogande', class: 'C', selfSupport: false },
  'other-benefit': { label: 'Annan ersättning (Försäkringskassan, pension)', class: 'C', selfSupport: true },
  'next-intervention': { label: 'Vidare till annan insats', class: 'D', selfSupport: false },
  completed: { label: 'Fullföljd utan annat resultat', class: 'D', selfSupport: false },
  none: { label: 'Inget resultat', class: 'E', selfSupport: false },
  unknown: { label: 'Okänt', class: 'E', selfSupport: false },
} as const

export const outcomeClasses = {
  A: 'Börjat arbeta',
  B: 'Börjat studera',
  C: 'Överförd till annan myndighet',
  D: 'Slutfört uppdrag',
  E: 'Övrigt',
} as const

export const employerKinds = { municipal: 'Kommunal arbetsgivare', external: 'Extern arbetsgivare' } as const

export const introductionPayers = {
  'employment-service': 'Arbetsförmedlingen',
  municipality: 'Kommunen',
  employer: 'Arbetsgivaren',
  nobody: 'Ingen introduktion',
} as const

export const exitChanges = {
  health: 'Hälsa',
  routines: 'Rutiner och punktlighet',
  language: 'Språk',
  social: 'Socialt sammanhang',
  confidence: 'Självförtroende',
  skills: 'Yrkeskunskap',
  economy: 'Ekonomi',
  'hope-for-work': 'Tro på att få arbete',
} as const

/** The repeated scale, 0–10 on each. */
export const progressionAreas = {
  'job-search': 'Kan söka arbete',
  'work-ability': 'Tror på sin arbetsförmåga',
  health: 'Hälsa',
  'daily-structure': 'Struktur i vardagen',
  network: 'Socialt nätverk',
} as const

/** Group A–C of the social physician's track (document 000). */
export const physicianGroups = {
  A: 'Till Försäkringskassans ersättning',
  B: 'Nollklassad: underlaget kompletteras',
  C: 'Prövning av sjuk- eller aktivitetsersättning',
} as const

export const physicianSteps = {
  seen: 'Träffat läkaren',
  certificate: 'Intyg skrivet',
  application: 'Ansökan till Försäkringskassan',
  'granted-full': 'Beviljad helt',
  'granted-part': 'Beviljad delvis',
  denied: 'Avslag',
  exit: 'Biståndet upphörde',
} as const

/** Which steps of the social physician's track may follow on which. */
export const physicianStepsAfter: Readonly<Record<'none' | keyof typeof physicianSteps, readonly string[]>> = {
  none: ['seen'],
  seen: ['certificate', 'application', 'exit'],
  certificate: ['application', 'exit'],
  application: ['granted-full', 'granted-part', 'denied'],
  denied: ['application', 'certificate', 'exit'],
  'granted-part': ['exit', 'application'],
  'granted-full': ['exit'],
  exit: [],
}

/** Why a household's case is closed. `selfSupport` marks what is followed up against payments. */
export const closureReasons = {
  'work-unsubsidised': { label: 'Arbete utan subvention', class: 'A', selfSupport: true },
  'work-subsidised': { label: 'Subventionerat arbete', class: 'A', selfSupport: true },
  studies: { label: 'Studier', class: 'B', selfSupport: true },
  'sickness-benefit': { label: 'Sjukpenning eller rehabiliteringspenning', class: 'C', selfSupport: true },
  'disability-benefit': { label: 'Sjuk- eller aktivitetsersättning', class: 'C', selfSupport: true },
  pension: { label: 'Pension eller äldreförsörjningsstöd', class: 'C', selfSupport: true },
  'unemployment-benefit': { label: 'A-kassa', class: 'C', selfSupport: true },
  'establishment-benefit': { label: 'Etableringsersättning', class: 'C', selfSupport: true },
  'parental-benefit': { label: 'Föräldrapenning', class: 'C', selfSupport: true },
  'employment-service-programme': { label: 'Program hos Arbetsförmedlingen', class: 'C', selfSupport: true },
  'partner-income': { label: 'Partners inkomst', class: 'E', selfSupport: true },
  'own-assets': { label: 'Egna tillgångar', class: 'E', selfSupport: true },
  'moved-away': { label: 'Flyttat från kommunen', class: 'E', selfSupport: false },
  deceased: { label: 'Avliden', class: 'E', selfSupport: false },
  'not-reapplied': { label: 'Avslag eller ingen ny ansökan', class: 'E', selfSupport: false },
  'transferred-authority': { label: 'Överförd till annan myndighet', class: 'C', selfSupport: false },
  'advice-only': { label: 'Bara råd, ingen ansökan', class: 'E', selfSupport: false },
  other: { label: 'Annat skäl', class: 'E', selfSupport: false },
  unknown: { label: 'Okänt', class: 'E', selfSupport: false },
} as const

export const interventionKinds = {
  'work-training': 'Arbetsträning',
  internship: 'Praktik',
  'subsidised-employment': 'Subventionerad anställning',
  'unsubsidised-employment': 'Anställning utan subvention',
  course: 'Utbildning eller kurs',
  group: 'Grupp',
  guidance: 'Vägledning',
  'job-unit': 'Arbetsmarknadsenhet',
  'social-physician': 'Socialläkare',
  /** Enhanced work with some households for a time: they join and leave it, nobody is referred (document 001). */
  project: 'Projekt',
  other: 'Annat',
} as const

export const meetingParties = {
  assistance: 'Ekonomiskt bistånd',
  'job-unit': 'Arbetsmarknadsenheten',
  'employment-service': 'Arbetsförmedlingen',
} as const

export type CodeOf<List extends object> = keyof List & string

export const codesOf = <List extends object>(list: List): CodeOf<List>[] => Object.keys(list) as CodeOf<List>[]
