import { formatSigned } from '../values/format.ts'

/** Words about the inhabitants that shares are divided by. */
export const populationText = {
  name: 'Invånare som andelarna räknas på',
  definition:
    'Folkmängden den 31 december. Koladas N01951 och N02104 är SCB:s folkmängd, alla och 18 år och äldre. Utfalls andelar delas med det senaste kända årets folkmängd: först volymfilens, sedan SCB:s, sedan Koladas. N00945 är inte folkmängd och används inte.',
  source: 'Källa: SCB:s befolkningsstatistik och Kolada, och kommunens volymfil.',
  scbAll: 'SCB, alla',
  scbChildren: 'SCB, 0–17 år',
  scbAdults: 'SCB, 18 år och äldre',
  koladaAll: 'Kolada, alla (N01951)',
  koladaAdults: 'Kolada, 18 år och äldre (N02104)',
  used: 'Utfalls andelar',
  usedFrom: (source: string) => `${source}.`,
  differ: (difference: number) =>
    `Kolada har ${formatSigned(difference, 0)} mot SCB. Båda ska vara SCB:s folkmängd samma dag: ett av värdena kan vara hämtat före en rättelse.`,
  none: 'Läs in SCB:s folkmängd efter ålder och kön, eller hämta Koladas N01951 och N02104. Utan dem räknas andelarna på volymfilens invånare, om de finns där.',
} as const
