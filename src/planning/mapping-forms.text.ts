import { mappingMethods } from '../parameters/code-lists/casework.ts'
import type { MappingMethod } from './mapping-forms.ts'

const inSentence = (method: MappingMethod) =>
  method === 'simplified' ? mappingMethods[method].toLowerCase() : mappingMethods[method]

export const mappingFormsText = {
  title: 'Kartläggningens områden',
  lead: 'Vad som frågas efter i varje metod. En ändring gäller från nästa gång någon kartlägger; det som redan är sparat ändras inte.',
  above: 'Till reglerna',
  forms: 'områdena',
  ownVersion: (version: number) => `Kommunens egna områden, version ${version}`,
  fromProgram: 'Följer med programmet',
  source: (source: string) => `Källa: ${source}`,
  heading: (method: MappingMethod) => `Områden i ${inSentence(method)}`,
  areas: 'Områden och ordning',
  area: 'Område',
  areasHint:
    'Ordningen är den som samtalet följer. Hjälptexten säger vad som ska skrivas och vad som inte behövs. Tar du bort ett område finns tidigare svar kvar i sparade versioner.',
  add: 'Lägg till område',
  label: (number: number) => `Område ${number}`,
  help: (number: number) => `Hjälptext till område ${number}`,
  hasLevel: (number: number) => `Område ${number} bedöms i fyra steg, från inget hinder till hindrar helt`,
  save: 'Spara områdena',
  saved: (method: MappingMethod) => `Områdena i ${inSentence(method)} är sparade`,
  noLabel: 'Varje område behöver ett namn, och minst ett område ska finnas.',
  unsaved: 'Ändringar som inte är sparade.',
  reset: 'Ångra ändringarna',
} as const
