import { formatKronor, formatNumber } from '../values/format.ts'
import type { Ore } from '../values/money.ts'
import type {
  ApplicationKind,
  DecisionOutcome,
  HouseholdMember,
  HouseholdRow,
  HouseholdStatus,
  WorkAbility,
} from './household-view.ts'

export const statusText = {
  ongoing: 'Pågående',
  paused: 'Uppehåll',
  closed: 'Avslutat',
} satisfies Record<HouseholdStatus, string>

export const memberRoleText = {
  mainApplicant: 'Registerledare',
  coApplicant: 'Medsökande',
  child: 'Barn',
} satisfies Record<HouseholdMember['role'], string>

export const genderText = { woman: 'Kvinna', man: 'Man' } as const

export const outcomeText = {
  granted: 'Bifall',
  partiallyGranted: 'Delavslag',
  rejected: 'Avslag',
} satisfies Record<DecisionOutcome, string>

export const applicationKindText = {
  new: 'Nyansökan',
  returning: 'Återansökan',
  continued: 'Fortsatt ansökan',
} satisfies Record<ApplicationKind, string>

export const workAbilityText = {
  full: 'full arbetsförmåga',
  reduced: 'delvis nedsatt arbetsförmåga',
  below25: 'arbetsförmåga under 25 %',
  none: 'saknar arbetsförmåga',
  unclear: 'oklar arbetsförmåga',
} satisfies Record<WorkAbility, string>

export const columnText = {
  name: 'Registerledare',
  key: 'Hushållsnr',
  maskedNumber: 'Personnummer',
  unit: 'Enhet',
  caseworker: 'Handläggare',
  adults: 'Vuxna',
  children: 'Barn',
  housing: 'Boende',
  obstacle: 'Försörjningshinder',
  status: 'Status',
  firstMonth: 'Första månad',
  lastMonth: 'Senaste månad',
  monthsLast12: 'Mån. av 12',
  paidLast12Ore: '12 mån., tkr',
  paidTotalOre: 'Totalt, tkr',
} satisfies Record<Exclude<keyof HouseholdRow, 'id'>, string>

const households = (count: number) => `${formatNumber(count)} hushåll`

export const listText = {
  title: 'Hushåll',
  lead: 'Hushåll med ekonomiskt bistånd som du har behörighet till. Urvalet sparas i adressen.',
  households: 'hushållen',
  filters: 'Urval',
  search: 'Sök',
  searchHint: 'Namn, hushålls- eller personnummer. Genväg: /',
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  status: 'Status',
  allStatuses: 'Alla',
  obstacle: 'Försörjningshinder',
  allObstacles: 'Alla',
  caseworker: 'Handläggare',
  allCaseworkers: 'Alla',
  minMonths: 'Månader av 12',
  anyMonths: 'Alla',
  atLeast: (months: number) => `Minst ${months}`,
  clear: 'Rensa urvalet',
  columns: 'Välj kolumner',
  columnsFromFilter: 'Kolumner som urvalet gäller visas alltid.',
  standardColumns: 'Återställ',
  done: 'Klar',
  found: households,
  foundNone: 'Inga hushåll',
  selected: (count: number, paid: Ore) =>
    `${households(count)} markerade, ${formatKronor(Math.round(paid / 100) * 100)} utbetalt de senaste 12 månaderna`,
  unselect: 'Avmarkera',
  protected: (count: number) =>
    `Skyddade uppgifter: ${households(count)} visas inte här. De nås bara av den som har utsetts för hushållet.`,
  emptyTitle: 'Inga hushåll passar urvalet',
  empty: 'Ta bort något i urvalet eller kontrollera stavningen. Hushåll på enheter som du inte arbetar med visas inte.',
  nothingYetTitle: 'Det finns inga hushåll ännu',
  nothingYet: 'Hushållen kommer med den första filen från verksamhetssystemet. Den läses in under Import.',
  tooManyTitle: 'Alla får inte plats i listan',
  tooMany: (shown: number, total: number) =>
    `Listan visar de första ${formatNumber(shown)} av ${households(total)}. Välj enhet eller sök för att se resten.`,
} as const

export const householdText = {
  page: 'Hushåll',
  title: (key: string) => `Hushåll ${key}`,
  back: 'Till listan',
  ways: 'Listan',
  previous: 'Föregående hushåll',
  next: 'Nästa hushåll',
  household: 'hushållet',
  protectedTitle: 'Skyddade uppgifter',
  protected: 'Hushållet har skyddade uppgifter. Varje läsning av sidan skrivs i loggen.',
  facts: 'I korthet',
  children: 'Barn',
  unit: 'Enhet',
  housing: 'Boende',
  lastMonth: 'Senaste månad med bistånd',
  noChildren: 'Inga barn i hushållet',
  years: (age: number | null) => (age === null ? 'ålder saknas' : `${age} år`),
  unknown: 'Uppgift saknas',
  adults: 'Vuxna',
  spells: 'Biståndsperioder',
  spellsSummary: (count: number, months: number) =>
    `${count === 1 ? '1 period' : `${formatNumber(count)} perioder`}, ${months === 1 ? '1 månad' : `${formatNumber(months)} månader`} tillsammans`,
  paidTotal: 'Utbetalt totalt',
  timeline: 'Tidslinje',
  timelineOf: (key: string) => `Tidslinje för hushåll ${key}`,
  most: (ore: Ore) => `högst ${formatKronor(ore)}`,
  empty: 'Det finns inga månader att visa för hushållet ännu.',
  lanes: { amount: 'Utbetalt', decisions: 'Beslut', obstacle: 'Hinder', interventions: 'Insats' },
  tables: 'Uppgifterna som tabell',
  tabs: {
    months: 'Månader',
    payments: 'Utbetalningar',
    decisions: 'Beslut',
    applications: 'Ansökningar',
    obstacles: 'Försörjningshinder',
    interventions: 'Insatser',
    members: 'Sammansättning',
    spells: 'Perioder',
  },
  none: 'Inget registrerat.',
  columns: {
    month: 'Månad',
    amount: 'Utbetalt',
    decision: 'Beslut',
    application: 'Ansökan',
    obstacle: 'Försörjningshinder',
    paidOn: 'Utbetald',
    purpose: 'Ändamål',
    decidedOn: 'Beslutad',
    reason: 'Orsak',
    granted: 'Beviljat',
    appliedOn: 'Inkom',
    kind: 'Typ',
    person: 'Person',
    period: 'Tid',
    local: 'Lokal kod',
    workAbility: 'Arbetsförmåga',
    intervention: 'Insats',
    outcome: 'Resultat',
    name: 'Namn',
    role: 'Roll',
    gender: 'Kön',
    age: 'Ålder',
    number: 'Personnummer',
    spell: 'Period',
    months: 'Månader',
    concerns: 'Avser',
  },
  ongoing: 'pågår',
  sentence: {
    assistance: (from: string, to: string, withAssistance: number, all: number) =>
      `Från ${from} till ${to} fick hushållet bistånd ${formatNumber(withAssistance)} av ${formatNumber(all)} månader`,
    paid: (total: Ore, mean: Ore) =>
      `, sammanlagt ${formatKronor(total)} eller i snitt ${formatKronor(Math.round(mean / 100) * 100)} per månad med bistånd.`,
    rejected: (rejected: number, all: number) =>
      ` Av ${formatNumber(all)} beslut ${rejected === 1 ? 'var 1 avslag' : `var ${formatNumber(rejected)} avslag`}.`,
    obstacle: (label: string) => ` Senaste försörjningshinder: ${label}.`,
  },
} as const
