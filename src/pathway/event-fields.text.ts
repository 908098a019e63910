import * as lists from '../parameters/code-lists/casework.ts'
import { addDays, type Day } from '../values/day.ts'
import { formatNumber } from '../values/format.ts'
import type { PathEvent } from './event.ts'

/** One thing that an event says, in words. */
export type EventField = { name: string; label: string; text: string }

/** Labels of what each municipality names itself: areas of a mapping, interventions, goals, units, coaches. */
export type FieldNames = Readonly<Record<string, string>>

/** What an event says, field by field, in the order of `fieldText`. What is empty is left out. */
export function eventFields({ kind, body }: Pick<PathEvent, 'kind' | 'body'>, names: FieldNames = {}): EventField[] {
  if (kind === 'mapping-saved' && 'answers' in body) {
    const { answers, ...rest } = body
    return [...fieldsOf(kind, rest, names), ...answersOf(answers, names)]
  }
  return fieldsOf(kind, body, names)
}

/** What an event says on one line: `Kanal: Telefon. Ärende: Hyra eller el.` */
export const eventLine = (event: Pick<PathEvent, 'kind' | 'body'>, names: FieldNames = {}): string =>
  eventFields(event, names)
    .map(({ label, text }) => (label ? `${label}: ${text}` : text))
    .join(' · ')

const fieldsOf = (kind: string, body: object, names: FieldNames): EventField[] =>
  Object.entries(body)
    .toSorted(inOrder)
    .flatMap(([name, value]: [string, unknown]) => {
      const text = wordsFor(kind, name, value, names)
      return text === '' ? [] : [{ name, label: labelOfField(name), text }]
    })

/** What a field is called; its own name when it has none. */
export const labelOfField = (name: string): string =>
  name in fieldText ? fieldText[name as keyof typeof fieldText] : name

/** The database keeps no order among the fields of a body. */
const inOrder = ([a]: [string, unknown], [b]: [string, unknown]): number => placeOf(a) - placeOf(b)
const placeOf = (name: string) => Object.keys(fieldText).indexOf(name)

const answersOf = (answers: Record<string, { text: string; level?: number }>, names: FieldNames): EventField[] =>
  Object.entries(answers)
    .filter(([, { text, level }]) => text || level !== undefined)
    .map(([area, { text, level }]) => ({
      name: `answers.${area}`,
      label: names[area] ?? area,
      text: [level === undefined ? '' : `(${hindrances[level] ?? level})`, text].filter(Boolean).join(' '),
    }))

const hindrances = ['inget hinder', 'litet hinder', 'stort hinder', 'hindrar helt']

function wordsFor(kind: string, name: string, value: unknown, names: FieldNames): string {
  if (value === null || value === undefined || hidden.has(name)) return ''
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (typeof value === 'number') return names[`${name} ${value}`] ?? formatNumber(value)
  // Periods are half-open; people read the last day.
  if (name === 'until' && typeof value === 'string') return addDays(value as Day, -1)
  if (typeof value === 'string')
    return labelOf(kind, name, value) ?? names[value] ?? (name === 'at' ? value.replace('T', ' kl. ') : value)
  if (Array.isArray(value)) return value.map((each: unknown) => wordsFor(kind, name, each, names)).join('; ')
  return name === 'scores' ? scoresIn(value) : partsIn(kind, value, names)
}

/** A goal or an activity: its text first, what belongs to it in brackets. */
function partsIn(kind: string, value: object, names: FieldNames): string {
  const said = Object.entries(value)
    .filter(([part]) => !hidden.has(part))
    .toSorted(inOrder)
  const [first = '', ...rest] = said.map(([part, each]: [string, unknown]) => {
    const words = wordsFor(kind, part, each, names)
    return part === 'due' && words
      ? `senast ${words}`
      : part === 'fromEmploymentService'
        ? 'Arbetsförmedlingens plan'
        : words
  })
  const beside = rest.filter(Boolean).join(', ')
  return beside ? `${first} (${beside})` : first
}

const scoresIn = (scores: object): string =>
  Object.entries(scores)
    .map(([area, score]) => `${labelIn(lists.progressionAreas, area) ?? area} ${String(score)}`)
    .join(', ')

function labelOf(kind: string, name: string, code: string): string | null {
  const list = codeLists[`${kind} ${name}`] ?? codeLists[name]
  return list ? labelIn(list, code) : null
}

function labelIn(list: object, code: string): string | null {
  const found: unknown = Object.entries(list).find(([each]) => each === code)?.[1]
  if (typeof found === 'string') return found
  return found && typeof found === 'object' && 'label' in found ? String(found.label) : null
}

/** What says nothing to a reader. */
const hidden: ReadonlySet<string> = new Set(['key', 'goal', 'rule', 'rulesFrom'])

/** By the name of the field; with the kind before it where two kinds mean different things by the same name. */
const codeLists: Record<string, object> = {
  channel: lists.contactChannels,
  subjects: lists.contactSubjects,
  expectedDuration: lists.expectedDurations,
  assessor: lists.assessors,
  ability: lists.workAbilities,
  destination: lists.destinations,
  suggested: lists.destinations,
  cause: lists.breachCauses,
  ground: lists.sharingGrounds,
  scopes: lists.consentScopes,
  method: lists.mappingMethods,
  'plan-saved kind': lists.planKinds,
  'referred kind': lists.referralKinds,
  responsible: lists.responsibles,
  'table-decided responsible': lists.meetingParties,
  state: lists.goalStates,
  'exit-interview state': { offered: 'Erbjudet', held: 'Hållet', declined: 'Avböjt' },
  attendance: lists.attendances,
  outcome: lists.outcomes,
  better: lists.exitChanges,
  worse: lists.exitChanges,
  step: lists.physicianSteps,
  'physician-step group': lists.physicianGroups,
  physicianGroup: lists.physicianGroups,
  employerKind: lists.employerKinds,
  introductionPaidBy: lists.introductionPayers,
  'meeting-cancelled reason': lists.meetingCancelReasons,
  'not-referred reason': lists.notReferredReasons,
  'referral-returned reason': lists.returnReasons,
  'referral-withdrawn reason': lists.withdrawalReasons,
  'intervention-ended reason': lists.endReasons,
  'case-closed reason': lists.closureReasons,
}

const fieldText = {
  project: 'Projekt',
  text: '',
  channel: 'Kanal',
  from: 'Andra vägen registrerad för',
  stillOpen: 'En av vägarna var öppen',
  subjects: 'Gäller',
  expectedDuration: 'Väntad tid',
  unemployed: 'Arbetslös',
  note: 'Anteckning',
  assessor: 'Bedömt av',
  ability: 'Arbetsförmåga',
  comment: 'Kommentar',
  destination: 'Till',
  suggested: 'Förslag enligt reglerna',
  overrideReason: 'Skäl att välja annat',
  cause: 'Orsak',
  recipient: 'Till',
  ground: 'Grund',
  scopes: 'Uppgifter',
  until: 'Till och med',
  unit: 'Enhet',
  coach: 'Coach',
  at: 'Tid',
  minutes: 'Minuter',
  reason: 'Skäl',
  method: 'Metod',
  complete: 'Klar',
  registered: 'Inskriven',
  helpedToRegister: 'Fick hjälp att skriva in sig',
  registeredOn: 'Inskriven sedan',
  hasPlan: 'Har plan där',
  kind: 'Slag',
  goals: 'Mål',
  activities: 'Aktiviteter',
  followUpOn: 'Följs upp',
  childrenText: 'Barnen',
  agreedByPerson: 'Överenskommet med personen',
  nextOn: 'Nästa uppföljning',
  on: 'Dag',
  caseworker: 'Handläggare',
  intervention: 'Insats',
  group: 'Grupp',
  physicianGroup: 'Socialläkarens grupp',
  plannedEnd: 'Väntat slut',
  attendance: 'Närvaro',
  done: 'Gjort',
  scores: 'Skattning 0–10',
  step: 'Steg',
  outcome: 'Resultat',
  state: 'Svar',
  overall: 'Helhet, 1–5',
  better: 'Bättre',
  worse: 'Sämre',
  quote: 'Med egna ord',
  quoteConsent: 'Får återges',
  employer: 'Arbetsgivare',
  employerKind: 'Arbetsgivare är',
  subsidised: 'Subventionerad',
  introductionPaidBy: 'Introduktion betald av',
  becameRegular: 'Övergick i vanlig anställning',
  decision: 'Beslut',
  responsible: 'Ansvarig',
  due: 'Senast',
  answers: 'Svar',
} as const
