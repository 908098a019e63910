import type { KoladaFailure } from './kolada-client.ts'

type Told = (address: string, status: number | null) => string

/** Why Kolada gave no answer, and what to do. */
const words: Record<KoladaFailure, Told> = {
  unreachable: (address) =>
    `Kolada går inte att nå (${address}). Har servern ingen väg ut på internet, läs in en sparad fil med --from-file.`,
  'too-slow': (address) => `Kolada svarade inte i tid (${address}). Försök igen senare.`,
  busy: (address, status) =>
    `Kolada tar inte emot fler frågor just nu (svar ${status ?? '–'}, ${address}). Försök igen senare.`,
  refused: (address, status) => `Kolada avvisade frågan (svar ${status ?? '–'}, ${address}).`,
  unreadable: (address) => `Svaret från Kolada gick inte att läsa (${address}). Försök igen senare.`,
  unexpected: (address) =>
    `Svaret från Kolada har inte den väntade formen (${address}). API:et kan ha ändrats; läs in en fil med --from-file så länge.`,
}

/** A long list of ids says nothing to whoever reads it. */
export const koladaFailureText = (kind: KoladaFailure, address: string, status: number | null): string =>
  words[kind](address.length > 60 ? `${address.slice(0, 60)} …` : address, status)

export const fetchText = {
  command: 'Hämta jämförelsetal från Kolada, eller läs in dem ur filer från Kolada eller SCB',
  fromFile: 'läs filer i stället för att hämta: Koladas JSON eller tabell, SCB:s folkmängd som JSON eller CSV',
  address: 'adress till Koladas API',
  unknown: (ids: readonly string[]) => `Kolada känner inte till ${ids.join(', ')}. De övriga hämtades.`,
  noFile: 'Ingen fil kom med. Välj en fil och försök igen.',
  tooLarge: 'Filen är större än 30 MB. Spara färre nyckeltal eller kommuner i taget.',
  notReference: (file: string) =>
    `${file} är varken Koladas JSON, en tabell med nyckeltalens id, kommun och år, eller SCB:s folkmängd. Ingenting lästes in.`,
  expected: 'nyckeltal med id (N31807), kommun, år och värde; eller region, ålder, kön och år',
  kept: (from: string, { added, changed, unchanged }: { added: number; changed: number; unchanged: number }) =>
    `${from}: ${added} nya värden, ${changed} ändrade, ${unchanged} oförändrade.`,
} as const
