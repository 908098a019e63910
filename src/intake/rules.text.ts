import { destinations, expectedDurations, workAbilities } from '../parameters/code-lists/casework.ts'
import { formatNumber, formatShare } from '../values/format.ts'

type When = {
  expectedDuration?: keyof typeof expectedDurations
  unemployed?: boolean
  ageBelow?: number
  workAbility?: (keyof typeof workAbilities)[]
  project?: string
  assessorsDisagree?: boolean
}

/** When a rule fits, in words: `arbetslös och under 25 år`. */
export function conditionText(when: When): string {
  const parts = [
    when.project !== undefined && `deltar i ${when.project}`,
    when.expectedDuration !== undefined && `väntad tid: ${expectedDurations[when.expectedDuration].toLowerCase()}`,
    when.unemployed !== undefined && (when.unemployed ? 'arbetslös' : 'inte arbetslös'),
    when.ageBelow !== undefined && `under ${when.ageBelow} år`,
    when.workAbility &&
      `arbetsförmåga: ${when.workAbility.map((each) => workAbilities[each].toLowerCase()).join(' eller ')}`,
    when.assessorsDisagree !== undefined &&
      (when.assessorsDisagree ? 'bedömningarna går isär' : 'bedömningarna går inte isär'),
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join(', ') : 'alltid'
}

const counted = (count: number | null): string => (count === null ? 'färre än 5' : formatNumber(count))

export const rulesText = {
  mappingForms: 'Kartläggningens områden',
  title: 'Regler för väg vidare',
  lead: 'Reglerna föreslår vart en kontakt hänvisas. Den första regeln som passar bestämmer; medarbetaren kan välja annat med ett skäl.',
  what: 'reglerna',
  inForce: 'Gäller i dag',
  since: (day: string) => `Från och med ${day}`,
  isDefault: (source: string) =>
    `Programmets egna regler, eftersom kommunen inte har beslutat om några. Källa: ${source}.`,
  order: 'Ordning',
  if: 'Om',
  then: 'Väg vidare',
  reason: 'Skäl som visas',
  otherwise: 'Passar ingen regel',
  otherwiseReason: 'Ingen regel passar',
  caseworker: destinations.caseworker,
  edit: 'Ändra reglerna',

  editor: {
    title: 'Ny version',
    lead: 'Lämna ett villkor tomt när det inte spelar någon roll. Det som är okänt om personen uppfyller inget villkor.',
    rule: (number: number) => `Regel ${number}`,
    summary: (condition: string, destination: string) => `${condition} → ${destination}`,
    reason: 'Skäl som visas för medarbetaren',
    destination: 'Väg vidare',
    expectedDuration: 'Väntad tid',
    unemployed: 'Arbetslös',
    ageBelow: 'Yngre än (år)',
    workAbility: 'Arbetsförmåga: någon av',
    project: 'Deltar i insats (nyckel)',
    assessorsDisagree: 'Bedömningarna går isär',
    any: 'Spelar ingen roll',
    yes: 'Ja',
    no: 'Nej',
    up: 'Flytta upp',
    down: 'Flytta ner',
    remove: 'Ta bort',
    of: (what: string, number: number) => `${what} regel ${number}`,
    add: 'Lägg till regel',
    from: 'Gäller från och med',
    fromHelp: 'Skriv dagen som åååå-mm-dd, i dag eller senare.',
    reasonMissing: (number: number) => `Regel ${number} saknar skäl.`,
    ageWrong: (number: number) => `Regel ${number}: skriv åldern som ett helt tal mellan 1 och 120.`,
    projectWrong: (number: number) => `Regel ${number}: nyckeln får bara ha a–z, siffror och bindestreck.`,
    try: 'Prova mot tidigare kontakter',
    save: 'Spara som ny version',
    tryFirst: 'Prova reglerna innan du sparar dem.',
    cancel: 'Avbryt',
    saved: 'Reglerna är sparade',
    refused: 'Reglerna är inte sparade',
  },

  trial: {
    title: 'Så blir det med de nya reglerna',
    what: 'provet',
    none: (from: string) => `Inga kontakter sedan ${from} att prova mot.`,
    summary: (moved: number | null, contacts: number | null, from: string) =>
      `${counted(moved)} av ${counted(contacts)} kontakter sedan ${from} får ett annat förslag än med reglerna som gäller i dag.`,
    unchanged: (contacts: number | null, from: string) =>
      `Ingen av ${counted(contacts)} kontakter sedan ${from} får ett annat förslag än med reglerna som gäller i dag.`,
    agreement: (before: number, after: number) =>
      `Medarbetarna valde det som dagens regler föreslår i ${formatShare(before)} av fallen, och det som de nya föreslår i ${formatShare(after)}.`,
    from: 'Förslag i dag',
    to: 'Nytt förslag',
    rule: 'Vilka',
    ruleOf: (number: number, condition: string) => `Regel ${number}: ${condition}`,
    noRule: 'De som ingen regel passar',
    unused: (numbers: number[]) =>
      numbers.length === 1
        ? `Regel ${numbers[0]} avgör ingen av kontakterna: ingen uppfyller villkoren, eller så passar en tidigare regel före.`
        : `Reglerna ${numbers.slice(0, -1).join(', ')} och ${numbers.at(-1)} avgör ingen av kontakterna: ingen uppfyller villkoren, eller så passar en tidigare regel före.`,
    count: 'Kontakter',
    counted,
    together: 'Övriga byten tillsammans',
    small: 'Antal under 5 visas inte var för sig, så att ingen kan pekas ut.',
  },

  versions: {
    title: 'Versioner',
    version: 'Version',
    from: 'Gäller från',
    savedBy: 'Sparad av',
    savedAt: 'Sparad',
    rules: 'Antal regler',
    none: 'Inga egna versioner är sparade.',
    program: 'Programmet',
    upcoming: 'Börjar gälla senare',
    now: 'Gäller i dag',
  },
} as const
