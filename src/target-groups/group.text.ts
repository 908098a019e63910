import { formatNumber, formatShare } from '../values/format.ts'
import { householdsInWords } from './target-groups.text.ts'

const count = (value: number) => formatNumber(value)
/** How many each has: 60, or 16,7 where they do not come out even. */
const each = (households: number, caseworkers: number) =>
  formatNumber(households / caseworkers, households % caseworkers === 0 ? 0 : 1)
const fallen = (fall: number) => (fall >= 0 ? `minskade med ${formatShare(fall)}` : `ökade med ${formatShare(-fall)}`)

export const groupTableText = {
  /** A table of one group where the tables of all stand together. */
  ofGroup: (group: string, table: string) => `${group}: ${table.charAt(0).toLocaleLowerCase('sv')}${table.slice(1)}`,
  rows: { children: 'Barn', women: 'Kvinnor', men: 'Män', households: 'Hushåll' },
  assisted: {
    children: 'Barn i hushåll med bistånd',
    women: 'Kvinnor med bistånd',
    men: 'Män med bistånd',
    households: 'Hushåll med bistånd',
  },
  closed: {
    name: 'Hushåll som lämnat biståndet',
    definition:
      'Ett hushåll har lämnat biståndet när det varit utan i fler än två månader i rad. Räknas bland dem som inte hade lämnat det när gruppen gjordes. Jämförelsen är lika många hushåll som låg närmast efter i rangordningen; de skrevs ner samma dag som gruppen och byts inte ut.',
    columns: {
      open: 'I gruppen från början',
      closed: 'Har lämnat',
      share: 'Andel',
      otherOpen: 'Jämförelsen från början',
      otherClosed: 'Har lämnat',
      otherShare: 'Andel',
    },
    sentence: (closed: number, open: number, share: string) =>
      `${count(closed)} av ${householdsInWords(open)} har lämnat biståndet: ${share}.`,
    few: 'För få hushåll har lämnat biståndet, eller är kvar, för att antalet ska visas.',
  },
  cost: {
    name: 'Kostnaden före och efter',
    definition:
      'Utbetalt minus återkrav, för lika många månader före och från och med den månad då gruppen gjordes. Också hushåll som har lämnat gruppen eller biståndet räknas med. Jämförelsen är lika många hushåll som låg närmast efter i rangordningen; de skrevs ner samma dag som gruppen och byts inte ut.',
    columns: { before: 'Före', after: 'Efter', increase: 'Förändring', relative: 'Förändring, %' },
    rows: { group: 'Kostnad, målgruppen', compared: 'Kostnad, jämförelsen' },
    sentence: (own: number, others: number, months: number) =>
      `Kostnaden ${fallen(own)} i målgruppen och ${fallen(others)} i jämförelsen, över ${count(months)} månader före och efter.`,
  },
  obstacles: {
    name: 'Försörjningshinder',
    definition:
      'Vuxna i målgruppens hushåll som hade bistånd i månaden, efter registrerat försörjningshinder. Personer, inte hushåll: ett par räknas som två.',
    columns: {
      before: 'När gruppen gjordes',
      beforeShare: 'Andel av de vuxna',
      after: 'Senaste månaden',
      afterShare: 'Andel av de vuxna',
      change: 'Förändring',
      relative: 'Förändring, %',
    },
    sum: 'Vuxna med bistånd',
    sentence: (before: number, after: number, change: string) =>
      `${count(before)} sjukskrivna har blivit ${count(after)}: ${change}.`,
  },
  plans: {
    name: 'Barnens situation, kartläggningar och planer',
    definition:
      'Hushåll i målgruppen. Barnens situation, skola och barnomsorg är ordnad när kartläggningens område Barn och familj har nivå 0: står inte i vägen. En plan räknas från att den är godkänd.',
    columns: { before: 'När gruppen gjordes', beforeShare: 'Andel', after: 'I dag', afterShare: 'Andel' },
    rows: {
      childrenArranged: 'Barnomsorg och skola ordnad (av hushåll med barn)',
      childrenAsked: 'Barnens situation kartlagd (av hushåll med barn)',
      takingPart: 'Deltar i projektet enligt registrerade händelser',
      mapped: 'Kartläggning klar',
      withPlan: 'Godkänd plan',
    },
    sentence: '',
  },
  tertials: {
    name: 'Projektet tertial för tertial',
    definition:
      'Hushåll som har lämnat biståndet sedan gruppen gjordes, vid tertialets slut eller så långt underlaget räcker, och vad målgruppen kostade under tertialet. Per hushåll räknas på alla som var med från början. Jämförelsen är lika många hushåll som låg närmast efter i rangordningen; de skrevs ner samma dag som gruppen och byts inte ut.',
    columns: {
      closed: 'Har lämnat',
      share: 'Andel',
      cost: 'Kostnad',
      mean: 'Per hushåll',
      compared: 'Per hushåll i jämförelsen',
    },
    none: 'Det finns ännu inga månader i underlaget efter projektets start.',
  },
} as const

export const groupText = {
  back: 'Målgrupper',
  what: 'målgruppen',
  kindRule: 'Regel',
  kindFrozen: (day: string) => `Fryst ${day}`,
  restricted: 'Begränsad till chefer',
  exclusive: 'Ett hushåll, en grupp',
  ruleSentence: (found: number, all: number, period: string) =>
    `Regeln träffar ${householdsInWords(found)} av de ${count(all)} som fick bistånd under perioden ${period}. Den frågas på nytt varje gång.`,
  frozenSentence: (members: number, ever: number, left: number) =>
    `${householdsInWords(members)} är med i dag. ${householdsInWords(ever)} har varit med${left > 0 ? `, och ${count(left)} har lämnat gruppen` : ''}.`,
  history: 'Hur gruppen har blivit till',
  historyRow: (on: string, added: number, households: number, tkr: string, elsewhere: number) =>
    `${on}: ${householdsInWords(added)} skrevs ner. Periodens ${householdsInWords(households)} hade då kostat ${tkr}.${elsewhere > 0 ? ` ${householdsInWords(elsewhere)} lämnades utanför, eftersom de redan var med i en annan grupp.` : ''}`,
  overlap: (name: string, households: number) => `${householdsInWords(households)} är också med i ${name}.`,
  warningTitle: 'De dyraste blir billigare av sig själva',
  warning: (fall: string, selected: number, before: string, after: string) =>
    `De ${householdsInWords(selected)} som var dyrast under ${before} kostade ${fall} mindre under ${after}, utan någon åtgärd. Den som väljs för ett dyrt år har ofta haft just ett dyrt år. Jämför därför med jämförelsegruppen, inte med noll.`,
  warningRose: (rise: string, selected: number, before: string, after: string) =>
    `De ${householdsInWords(selected)} som var dyrast under ${before} kostade ${rise} mer under ${after}. Oftast blir de dyraste billigare av sig själva, eftersom den som väljs för ett dyrt år ofta haft just ett dyrt år. Jämför därför med jämförelsegruppen, inte med noll.`,
  warningUnknown:
    'Den som väljs för ett dyrt år har ofta haft just ett dyrt år. De dyraste brukar kosta 12–15 % mindre året därpå utan någon åtgärd. Jämför därför med jämförelsegruppen, inte med noll.',
  joinedSince: (households: number) =>
    `${householdsInWords(households)} i jämförelsen har senare själva kommit med i målgruppen. De räknas kvar i jämförelsen, som därför kan visa mindre skillnad än den annars skulle ha gjort.`,
  notYet:
    'Underlaget har ännu ingen månad efter att gruppen gjordes. Då finns inget att jämföra med; kom tillbaka efter nästa inläsning.',
  followTitle: 'Utveckling',
  follow: 'Följ dem som kom',
  step: (on: string, households: number) => `${on} (${householdsInWords(households)})`,
  membersTitle: (shown: number) => `Hushåll i målgruppen (${count(shown)})`,
  columns: { household: 'Hushåll', stay: 'Med i gruppen', cost: 'Kostnad när de kom, kr' },
  since: (from: string) => `Sedan ${from}`,
  fromTo: (from: string, last: string) => `${from}–${last}`,
  select: 'Markera',
  selectHousehold: (key: string) => `Markera hushåll ${key}`,
  selected: (households: number) => `${householdsInWords(households)} markerade`,
  selectAll: 'Markera alla som är med',
  unselect: 'Avmarkera',
  leave: 'Låt lämna gruppen i dag',
  left: (households: number) => `${householdsInWords(households)} har lämnat målgruppen.`,
  returned: (households: number) => `${householdsInWords(households)} är med i målgruppen igen.`,
  assign: 'Fördela på handläggare',
  assignFailed: 'Några hushåll kunde inte fördelas',
  freezeTitle: 'Skriv ner hushållen',
  extendTitle: 'Utöka målgruppen',
  costliest: 'Antal dyraste',
  plan: (found: number, added: number, already: number, members: number) =>
    `Regeln träffar ${householdsInWords(found)}. ${count(added)} kommer till, ${count(already)} är eller har varit med. Målgruppen får ${householdsInWords(members)}.`,
  planElsewhere: (name: string, households: number) =>
    `${householdsInWords(households)} lämnas utanför: de är med i ${name}, och ett hushåll får bara vara med i en sådan grupp.`,
  planStays: 'De som redan är med ändras inte.',
  planLoad: (caseworkers: number, before: number, after: number) =>
    `På projektets ${count(caseworkers)} handläggare blir det ${each(after, caseworkers)} hushåll var, mot ${each(before, caseworkers)} i dag.`,
  planNone: 'Ingen kommer till. Skriv ett större antal för att utöka målgruppen.',
  freeze: 'Frys i dag',
  extend: (households: number) => `Lägg till ${householdsInWords(households)}`,
  tryIt: 'Räkna',
  done: (households: number) => `${householdsInWords(households)} är nu med i målgruppen.`,
  undone: 'Ändringen är återtagen.',
} as const

export const projectText = {
  title: (name: string) => `Projekt: ${name}`,
  none: 'Målgruppen har inget projekt.',
  add: 'Starta ett projekt',
  edit: 'Ändra projektet',
  cancel: 'Avbryt',
  period: 'Projekttid',
  days: (from: string, last: string) => `${from}–${last}`,
  purpose: 'Syfte',
  roles: 'Roller',
  caseworkers: 'Handläggare i projektet',
  intervention: 'Insats där deltagandet registreras',
  noIntervention: 'Ingen',
  interventionHelp: 'Projektet och insatsen hör sedan ihop. Det går inte att ändra efteråt.',
  readBy: 'Läses av',
  readByPeople: 'Människor, vid varje tertial',
  readByRegister: (name: string, unit: string) =>
    `Registret: ${name.charAt(0).toLowerCase()}${name.slice(1)} (${unit})`,
  load: (households: number, caseworkers: number) =>
    `${householdsInWords(households)} på ${count(caseworkers)} handläggare: ${each(households, caseworkers)} hushåll var.`,
  noCaseworkers: 'Inga handläggare är utsedda.',
  goals: 'Mål',
  budget: 'Budget',
  budgetColumn: 'Belopp, tkr',
  total: 'Summa',
  breakEvenTitle: 'När projektet bär sig',
  breakEven: (households: number, kronor: string, chance: string, cost: string) =>
    `Räknat på ${householdsInWords(households)} som kostar ${kronor} i månaden och av vilka ${chance} lämnar biståndet av sig själva varje månad. Projektet kostar ${cost}.`,
  breakEvenColumns: {
    within: 'Bär sig inom',
    chance: 'Andel som måste lämna varje månad',
    more: 'Fler hushåll som har lämnat',
  },
  months: (months: number) => `${count(months)} månader`,
  never: 'Inte ens om alla lämnade direkt',
  perCent: (share: number) => formatShare(share, 2),
  more: (extra: number) => formatNumber(extra, 1),
  households: 'Hushåll',
  kronor: 'Kronor i månaden',
  chance: 'Lämnar av sig själva, % i månaden',
  name: 'Namn',
  from: 'Första dag',
  last: 'Sista dag',
  goal: 'Mål',
  unit: 'Enhet',
  baseline: 'Utgångsläge',
  target: 'Ska nås',
  addGoal: 'Lägg till ett mål',
  label: 'Post',
  amount: 'Kronor',
  addCost: 'Lägg till en post',
  role: 'Roll',
  who: 'Funktion eller namn',
  addRole: 'Lägg till en roll',
  remove: (what: string) => `Ta bort ${what}`,
  save: 'Spara projektet',
  saved: 'Projektet är sparat.',
  needed: 'Fyll i fältet.',
  notANumber: 'Skriv ett tal, till exempel 12,5.',
  notAnAmount: 'Skriv ett belopp i kronor, till exempel 150 000.',
  notADay: 'Skriv dagen som ÅÅÅÅ-MM-DD.',
  lastBeforeFirst: 'Sista dagen ligger före den första.',
  goalNeeded: 'Ett projekt behöver minst ett mål, annars går det inte att följa upp.',
  taken: 'Det finns redan ett projekt med det namnet. Välj ett annat.',
} as const
