import type { Month } from '../values/month.ts'
import { monthInWords } from '../values/month.ts'

/** What running text says of a figure beside its own words, and what never makes it another figure. */
const usual =
  'fick fått hade haft mottog erhöll uppbar hushåll hushållen ekonomiskt ekonomiska bistånd biståndet försörjningsstöd försörjningsstödet kommun kommunen kommunens stad staden nämnden socialnämnden förvaltningen socialförvaltningen enheten antal antalet stycken totalt sammanlagt period perioden tertialet kvartalet halvåret kalenderåret gång olika minst någon månad månaden månader fanns uppgick'

/** How a report says the figures that most of them have. By the id of the indicator; others are looked for by their names. */
export const figureWords: Record<string, { needs: RegExp[]; not: RegExp; words: string }> = {
  'households-per-month': {
    needs: [/hushåll/i, /bistånd|försörjningsstöd/i, /snitt|medeltal|(?:per|varje) månad/i],
    not: /per hushåll|kronor/i,
    words: usual,
  },
  households: {
    needs: [/hushåll/i, /bistånd|försörjningsstöd/i],
    not: /snitt|medeltal|(?:per|varje) månad|per hushåll|kronor/i,
    words: usual,
  },
  persons: {
    needs: [/person/i, /bistånd|försörjningsstöd/i],
    not: /vuxna|barn|snitt|medeltal|per månad/i,
    words: `${usual} person personer personerna levde ingick`,
  },
  children: {
    needs: [/barn(?:en)?(?!\p{L})/iu, /bistånd|försörjningsstöd/i],
    not: /snitt|medeltal|per månad|hushåll med barn|barnhushåll/i,
    words: `${usual} barn barnen levde bodde ingick`,
  },
  paid: {
    needs: [/utbetal|betalades|betalats/i, /bistånd|försörjningsstöd/i],
    not: /snitt|medeltal|per (?:hushåll|månad|person)/i,
    words: `${usual} betalades betalats utbetalades utbetalat utbetalt utbetalda utbetalning utbetalningar utbetalningarna utbetalningen kronor`,
  },
  'cost-per-household-month': {
    needs: [/kost|bistånd|utbetal/i, /per hushåll och månad/i],
    not: /budget/i,
    words: `${usual} kostnad kostnaden kostade betalades utbetalades utbetalt utbetalat kronor`,
  },
  applications: {
    needs: [/ansökning/i],
    not: /beviljad|avslag|avslog/i,
    words: `${usual} ansökan ansökning ansökningar ansökningarna inkom inkommit`,
  },
  decisions: {
    needs: [/beslut/i],
    not: /avslag|bifall|överklag/i,
    words: `${usual} beslut besluten fattades fattats fattade`,
  },
}

/** How a figure of the register is counted, and how far its data reach. */
export const definitionText = (definition: string, dataTo: Month | null): string =>
  `Så räknar registret: ${definition}${dataTo ? ` Registret har uppgifter till och med ${monthInWords(dataTo)}.` : ''}`
