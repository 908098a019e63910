import type { DeliveryValue } from '../catalogue/layout-bodies.ts'
import { obstacleLabel } from '../parameters/code-lists/obstacles.ts'
import { formatNumber } from '../values/format.ts'
import type { LayoutBody, LayoutBodyField, LayoutFault, LayoutFaultKind, LayoutRemark } from './layout-schema.ts'

const adult = (n: 1 | 2) => {
  const who = n === 1 ? 'registerledaren' : 'medsökande'
  return {
    [`identity${n}`]: `Personnummer, ${who}`,
    [`status${n}`]: `Ställning i hushållet, ${who}`,
    [`refugee${n}`]: `Flykting, ${who} (finns inte i Utfall)`,
    [`foreignBorn${n}`]: `Utrikes född, ${who} (finns inte i Utfall)`,
    [`gender${n}`]: `Kön, ${who}`,
    [`age${n}`]: `Ålder vid månadens slut, ${who}`,
    [`obstacle${n}`]: `Försörjningshinder, ${who}`,
    [`intervention${n}`]: `Kommunal arbetsmarknadsinsats under månaden, ${who} (0 eller 1)`,
  }
}

/** What a field can hold. */
export const deliveryValueText = {
  year: 'År',
  month: 'Månad',
  municipality: 'Kommunkod',
  district: 'Stadsdel (finns inte i Utfall)',
  childrenUpTo15: 'Antal barn till och med 15 år',
  kronor: 'Utbetalt belopp, hela kronor',
  ...adult(1),
  ...adult(2),
  ...Object.fromEntries([3, 4, 5, 6, 7, 8].map((n) => [`identity${n}`, `Personnummer, person ${n} i hushållet`])),
} as Record<DeliveryValue, string>

const genderText: Record<string, string> = { woman: 'Kvinna', man: 'Man' }

/** A value that the register writes in a field, in words where there are words for it. */
export const ownValueText = (value: DeliveryValue, own: string): string =>
  value.startsWith('obstacle') ? obstacleLabel(own) : (value.startsWith('gender') && genderText[own]) || own

const faultText: Record<LayoutFaultKind, (detail: string) => string> = {
  'name-wrong': () => 'Namnet har 1–40 tecken: bokstäver utan prickar, siffror och understreck.',
  'name-taken': () => 'Ett fält före har samma namn.',
  'value-taken': (name) => `Fältet ${name} har redan den uppgiften.`,
  'too-narrow': (least) => `Uppgiften är ${least} tecken lång. Gör fältet minst så brett.`,
  'code-too-long': (code) => `Koden ${code} får inte plats i fältet.`,
  'code-twice': (code) => `Koden ${code} står för två olika värden.`,
  'code-of-nothing': (code) => `Utfall har inget värde ”${code}” i det här fältet.`,
}

export const layoutText = {
  what: 'uppställningarna',
  title: 'Uppställningar för månadsfilen',
  lead: 'En uppställning säger vilka fält månadsfilen har, i vilken ordning, hur breda de är och med vilka koder. Den gäller från en månad tills nästa tar vid. Kommunens egna går före Utfalls.',
  source:
    'Utfalls uppställningar bygger på en postbeskrivning från före 2012. Socialstyrelsens gällande har inte kunnat läsas: koder för försörjningshinder, ändamål och insatser skriver kommunen in när den har den.',
  columns: {
    from: 'Gäller från',
    origin: 'Vems',
    fields: 'Fält',
    source: 'Källa',
    checked: 'Kontrollerad',
    saved: 'Sparad',
  },
  origin: { builtIn: 'Följer med Utfall', own: 'Kommunens egen', withdrawn: 'Kommunens egen, tillbakadragen' },
  checked: { yes: 'Ja', no: 'Nej' },
  savedBy: (at: string, by: string | null) => (by ? `${at}, ${by}` : at),
  shown: (month: string, origin: string) => `Uppställningen från ${month} (${origin.toLowerCase()})`,
  makeOwn: 'Gör en egen av den här',
  change: 'Ändra',
  withdraw: 'Dra tillbaka',
  restore: 'Använd igen',
  withdrawn: 'Uppställningen är tillbakadragen.',
  restored: 'Uppställningen används igen.',
  mayNot: 'Controller och systemförvaltare kan ändra uppställningen.',
  fields: 'Fält',
  field: {
    name: 'Fältets namn',
    value: 'Uppgift',
    width: 'Bredd, tecken',
    missing: 'Saknas uppgiften',
    codes: 'Koder i filen',
    codesHelp:
      'En per rad: Utfalls värde, likhetstecken, filens kod, till exempel Kvinna = 2. Utan koder skriver filen värdena med Utfalls egna ord.',
    codesWrong: (line: number) => `Rad ${line} har inte formen värde = kod.`,
    widthWrong: 'Skriv ett heltal mellan 1 och 60.',
    own: 'Utfalls värden',
  },
  fieldColumns: { name: 'Fält', value: 'Uppgift', place: 'Tecken', missing: 'Saknas uppgiften', codes: 'Koder' },
  codeCount: (count: number) => (count === 0 ? 'Inga' : formatNumber(count)),
  place: (first: number, last: number) => (first === last ? String(first) : `${first}–${last}`),
  width: (width: number) => `högst ${width}`,
  missing: {
    stops: 'Raden skickas inte',
    told: 'Raden skickas, och det står bland bristerna',
    empty: 'Fältet lämnas tomt',
  } satisfies Record<LayoutBodyField['missing'], string>,
  forms: {
    tab: 'Tabb mellan fälten',
    semicolon: 'Semikolon mellan fälten',
    fixed: 'Fasta positioner',
  } satisfies Record<LayoutBody['form'], string>,
  encodings: { latin1: 'ISO 8859-1 (Latin 1)', 'utf-8': 'UTF-8' } satisfies Record<LayoutBody['encoding'], string>,
  facts: ({ form, hasHeader, encoding }: Pick<LayoutBody, 'form' | 'hasHeader' | 'encoding'>): string =>
    `${layoutText.forms[form]}, ${hasHeader ? 'med' : 'utan'} rubrikrad, ${layoutText.encodings[encoding]}.`,
  form: {
    title: 'Ändra uppställningen',
    from: 'Gäller från och med månaden',
    fromHelp: 'Skriv ÅÅÅÅ-MM. En ny månad ger en ny uppställning; den förra gäller till dess.',
    fromWrong: 'Skriv månaden som ÅÅÅÅ-MM, till exempel 2026-01.',
    fromTaken: 'Kommunen har redan en uppställning från den månaden. Öppna den och ändra där.',
    source: 'Källa',
    sourceHelp: 'Vilken beskrivning den följer, och vilken utgåva.',
    sourceMissing: 'Skriv vilken beskrivning uppställningen följer.',
    isChecked: 'Jämförd med Socialstyrelsens gällande postbeskrivning',
    form: 'Så skiljs fälten åt',
    encoding: 'Teckenkodning',
    hasHeader: 'Första raden har fältens namn',
    lead: 'Ändra fälten, prova på en månad och spara. Inget skrivs i någon fil förrän månadsfilen görs.',
    edit: 'Ändra',
    close: 'Stäng',
    up: 'Flytta upp',
    down: 'Flytta ner',
    remove: 'Ta bort',
    removed: (name: string) => `${name} är borttaget.`,
    moved: (name: string, place: number) => `${name} är nu fält ${place}.`,
    add: 'Lägg till ett fält',
    newName: (number: number) => `Falt${number}`,
    save: 'Spara uppställningen',
    cancel: 'Avbryt',
    saved: 'Uppställningen är sparad.',
    summary: (count: number) => (count === 1 ? 'Ett fel att rätta.' : `${formatNumber(count)} fel att rätta.`),
    keys: 'Ctrl+Enter sparar.',
  },
  trial: {
    title: 'Prova på en månad',
    lead: 'Räkna igenom en månad med uppställningen utan att spara den eller skriva någon fil. Provet står i loggen.',
    month: 'Månad',
    run: 'Prova',
    result: (sent: number, stopped: number) =>
      `${formatNumber(sent)} rader skickas och ${formatNumber(stopped)} skickas inte.`,
    none: 'Det finns ingen månad med utbetalningar att prova på.',
  },
  versions: 'Tidigare versioner',
  versionsLead: 'Varje gång uppställningen sparas blir det en ny version. Den gamla kan användas igen.',
  versionColumns: { source: 'Källa', fields: 'Fält', use: 'Använd igen' },
  useVersion: (version: number) => `Använd version ${version} igen`,
  inForce: 'Gäller nu',
  fault: ({ kind, detail }: LayoutFault): string => faultText[kind](detail),
  remark: (remark: LayoutRemark, nameAt: (at: number) => string): string => {
    if (remark.kind === 'no-source') return 'Källan är inte ifylld.'
    return remark.kind === 'lacks'
      ? `Inget fält har uppgiften ${deliveryValueText[remark.value].toLowerCase()}.`
      : `${nameAt(remark.at)}: ${formatNumber(remark.count)} av Utfalls värden saknar kod. Rader med dem skickas inte.`
  },
  remarks: 'Att se över',
} as const

/** Words about the rows of the file before it is written. */
export const rowText = {
  title: 'Brister rad för rad',
  columns: { household: 'Hushåll', effect: 'Följd', faults: 'Brister' },
  fault: (finding: string, field: string | null) => (field ? `${field}: ${finding.toLowerCase()}` : finding),
  none: 'Ingen rad har någon brist.',
  shown: (shown: number, all: number) => `${formatNumber(shown)} av ${formatNumber(all)} rader med brister visas.`,
  only: 'Visa',
  all: 'Alla brister',
  protectedRows: (count: number) =>
    count === 1
      ? 'En rad med brister gäller ett hushåll med skyddade personuppgifter och visas inte här.'
      : `${formatNumber(count)} rader med brister gäller hushåll med skyddade personuppgifter och visas inte här.`,
  sample: 'Så blir en rad',
  sampleLead:
    'Den första raden som skickas, fält för fält. Personnummer visas som stjärnor. Där uppställningen saknar koder visas värdet i ord; i filen står då Utfalls egen beteckning.',
  noSample: 'Ingen rad kan visas.',
  sampleColumns: { field: 'Fält', value: 'Uppgift', place: 'Tecken', text: 'Innehåll' },
  empty: 'tomt',
} as const
