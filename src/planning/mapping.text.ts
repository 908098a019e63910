import { mappingMethods } from '../parameters/code-lists/casework.ts'
import type { MappingMethod } from './mapping-forms.ts'

const inSentence = (method: MappingMethod) =>
  method === 'simplified' ? mappingMethods[method].toLowerCase() : `kartläggning enligt ${mappingMethods[method]}`

export const mappingText = {
  title: 'Kartläggning',
  forms: 'kartläggningens områden',
  none: 'Ingen kartläggning är gjord än.',
  noGround: 'Kartläggningen visas inte: det finns ingen grund att dela den med din enhet.',
  start: (method: MappingMethod) => `Börja ${inSentence(method)}`,
  goOn: 'Fortsätt',
  change: 'Ändra',
  form: (method: MappingMethod, name: string) => `${mappingMethods[method]}, ${name}`,
  done: (day: string) => `Klar ${day}`,
  begun: 'Påbörjad',
  level: (area: string) => `Hur mycket står det i vägen? (${area.toLowerCase()})`,
  levels: ['Inget hinder', 'Litet hinder', 'Stort hinder', 'Hindrar helt'],
  complete: 'Kartläggningen är klar',
  missing: 'Besvara minst ett område innan kartläggningen är klar.',
  unanswered: (areas: string) => `Inte besvarat: ${areas}.`,
  formerArea: 'Område som har tagits bort',
  noAnswers: 'Inget område är besvarat än.',
  source: (source: string) => `Områdenas källa: ${source}`,
  saved: 'Kartläggningen är sparad',
  savedComplete: 'Kartläggningen är sparad och klar',
} as const

export const employmentServiceText = {
  term: 'Arbetsförmedlingen',
  unknown: 'Inte noterat',
  note: 'Notera läget',
  form: (name: string) => `Arbetsförmedlingen, ${name}`,
  registered: 'Är personen inskriven hos Arbetsförmedlingen?',
  choices: {
    already: 'Ja, sedan tidigare',
    helped: 'Ja, fick hjälp att skriva in sig nu',
    no: 'Nej',
  },
  missing: 'Svara på frågan för att spara.',
  registeredOn: 'Inskriven sedan',
  hasPlan: 'Har en plan hos Arbetsförmedlingen',
  hasPlanHint: 'Det som är planerat där skrivs in i vår plan och märks Arbetsförmedlingen.',
  tags: {
    registered: (day: string | undefined) => (day ? `Inskriven sedan ${day}` : 'Inskriven'),
    notRegistered: 'Inte inskriven',
    helped: 'Fick hjälp att skriva in sig',
    hasPlan: 'Har plan där',
    noPlan: 'Ingen plan där',
  },
  earlier: 'Tidigare uppgifter',
  noted: (day: string) => `Noterat ${day}`,
} as const
