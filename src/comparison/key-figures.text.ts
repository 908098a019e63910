import type { KeyFigure, KeyFigureUnit, Origin, Theme } from './key-figures.ts'

export const themeText: Record<Theme, string> = {
  extent: 'Hur många',
  duration: 'Hur länge',
  cost: 'Kostnader',
  obstacles: 'Försörjningshinder',
  handling: 'Handläggning',
  views: 'De sökandes bedömning',
  'labour-market': 'Arbetsmarknadsverksamheten',
}

/** As the page shows them. */
export const themeOrder = Object.keys(themeText) as Theme[]

export const unitText: Record<KeyFigureUnit, string> = {
  percent: 'procent',
  persons: 'personer',
  households: 'hushåll',
  kronor: 'kronor',
  thousands: 'tusen kronor',
  days: 'dagar',
  index: 'index',
}

/** Kolada's titles, shortened. */
export const keyFigureText: Record<string, string> = {
  N31807: 'Invånare som någon gång under året fått ekonomiskt bistånd, andel av befolkningen',
  U31803: 'Barn i familjer med ekonomiskt bistånd, andel av barn 0–17 år',
  N31910: 'Biståndshushåll, antal',
  N31848: 'Biståndsmottagare, vuxna och barn, antal',
  N31824: 'Vuxna biståndsmottagare, antal',
  N31825: 'Vuxna biståndsmottagare, andel av befolkningen 18 år och äldre',
  U31804: 'Unga vuxna med ekonomiskt bistånd, andel av invånare 18–24 år',
  N31882: 'Biståndsmottagare 65 år och äldre, andel av invånare 65 år och äldre',
  N01710: 'Personer med ekonomiskt bistånd räknat i helårsekvivalenter, antal',
  N31814: 'Långvarigt ekonomiskt bistånd, andel av vuxna biståndsmottagare',
  N31816: 'Långvarigt ekonomiskt bistånd, andel av befolkningen 18 år och äldre',
  U31801: 'Mycket långvarigt ekonomiskt bistånd, andel av vuxna biståndsmottagare',
  U31809: 'Barn i familjer med långvarigt ekonomiskt bistånd, andel av barn 0–17 år',
  U31462: 'Ej återaktualiserade ett år efter avslutat försörjningsstöd, andel',
  U31001: 'Utbetalt ekonomiskt bistånd, kronor per invånare',
  N31849: 'Utbetalt ekonomiskt bistånd, kronor per hushåll och år',
  N31857: 'Utbetalt ekonomiskt bistånd, tusen kronor',
  N31000: 'Kostnad ekonomiskt bistånd, kronor per invånare 18–64 år',
  N31001: 'Kostnad ekonomiskt bistånd, kronor per invånare',
  N31010: 'Kostnad ekonomiskt bistånd, kronor per invånare 0–64 år',
  N31002: 'Kostnad utbetalt ekonomiskt bistånd, kronor per invånare',
  N31003: 'Kostnad övrigt ekonomiskt bistånd (ej utbetalt), kronor per invånare',
  N31007: 'Intäkter ekonomiskt bistånd, kronor per invånare',
  N31008: 'Nettokostnad ekonomiskt bistånd, kronor per invånare',
  N31009: 'Nettokostnad ekonomiskt bistånd, kronor per invånare 18–64 år',
  U31004: 'Modellberäknad nettokostnad ekonomiskt bistånd, kronor per invånare',
  U31003: 'Strukturjusterad nettokostnad ekonomiskt bistånd, kronor per invånare',
  U31002: 'Resursindex ekonomiskt bistånd',
  N30001: 'Nettokostnadsavvikelse individ- och familjeomsorg',
  N31004: 'Utbetalt ekonomiskt bistånd utan flyktinghushåll, kronor per invånare',
  N31006: 'Utbetalt ekonomiskt bistånd utan flyktinghushåll, kronor per hushåll',
  N31805: 'Genomsnittlig månadsutbetalning till hushåll utan flyktinghushåll, kronor',
  N31858: 'Försörjningshinder: arbetslösa',
  N31859: 'Försörjningshinder: arbetslösa med etableringsersättning',
  N31860: 'Försörjningshinder: sjukskrivna med läkarintyg',
  N31861: 'Försörjningshinder: sjuk- eller aktivitetsersättning',
  N31862: 'Försörjningshinder: pension eller äldreförsörjningsstöd',
  N31863: 'Försörjningshinder: arbetshinder av sociala skäl',
  N31864: 'Försörjningshinder: föräldraledighet',
  N31865: 'Försörjningshinder: heltidsarbetande',
  N31866: 'Försörjningshinder: deltidsarbetande',
  N31867: 'Försörjningshinder saknas',
  N31868: 'Försörjningshinder: uppgift saknas',
  U31402: 'Väntetid från ansökan vid nybesök till beslut, dagar i medelvärde',
  U31403: 'Väntetid från ansökan vid nybesök till beslut, dagar i median',
  U31463: 'Väntetid längre än 14 dagar från ansökan vid nybesök till beslut, andel',
  U31404: 'Handläggare med socionomexamen, andel',
  U31401: 'Kvalitetsindex ekonomiskt bistånd',
  U31904: 'Effektivitetsindex ekonomiskt bistånd',
  U31341: 'Automatiserad handläggning eller administration (1 ja, 0 nej)',
  U31900: 'Socioekonomisk sorteringsnyckel (1 låg risk, 8 hög risk)',
  U31500: 'Brukarbedömning: få kontakt',
  U31501: 'Brukarbedömning: tydlig information',
  U31502: 'Brukarbedömning: visar förståelse',
  U31503: 'Brukarbedömning: inflytande',
  U31504: 'Brukarbedömning: påverka hjälpen',
  U31505: 'Brukarbedömning: helhetssyn',
  U31506: 'Brukarbedömning: förbättrad situation',
  U31902: 'Brukarbedömning: svarsfrekvens',
  U31903: 'Brukarbedömning: antal svar',
  N40450: 'Deltagare som avslutats i arbetsmarknadsverksamheten, antal',
  U40455: 'Började arbeta eller studera vid avslut i arbetsmarknadsverksamheten, andel',
  U40406: 'Resultat vid avslut: A, börjat arbeta',
  U40409: 'Resultat vid avslut: B, börjat studera',
  U40412: 'Resultat vid avslut: C, överförts till annan myndighet',
  U40415: 'Resultat vid avslut: D, slutfört uppdrag',
  U40418: 'Resultat vid avslut: E, övrigt',
  U40800: 'Deltagare i arbetsmarknadsverksamheten, antal',
  U40803: 'Anvisade till arbetsmarknadsverksamheten, antal',
  N40008: 'Kostnad arbetsmarknadsåtgärder, kronor per invånare',
  N40011: 'Nettokostnad arbetsmarknadsåtgärder, kronor per invånare',
}

export const originText: Record<Origin, string> = {
  socialstyrelsen: 'Källa: Kolada, efter Socialstyrelsens register över ekonomiskt bistånd.',
  accounts: 'Källa: Kolada, efter SCB:s räkenskapssammandrag.',
  model: 'Källa: Kolada, beräknat av RKA.',
  'own-report': 'Källa: Kolada, efter kommunens egen rapportering.',
  survey: 'Källa: Kolada, efter brukarundersökningen.',
  population: 'Källa: Kolada, efter SCB.',
}

const month =
  'Utfall räknar en månad när det som betalats ut för den, efter återbetalningar, är större än noll, och bara månader i den egna kommunen.'
const longTerm =
  'Kolada räknar sedan 2017 månader i alla kommuner och lägger personen i den kommun som registrerade årets sista månad. Utfall ser bara den egna kommunens månader, så den som flyttat in under året saknar månader här.'

/** How a key figure differs from the figure of ours that comes nearest. */
const differences: Record<string, string> = {
  N31807: `Båda räknar vuxna och barn någon gång under året, delat med invånarna den 31 december. ${month}`,
  U31803: `Båda räknar barn 0–17 år någon gång under året. Kolada ser åldern vid årets slut, Utfall i barnets sista månad med bistånd.`,
  N31910: `Hos Kolada är vuxna barn som inte går i gymnasiet ett eget hushåll. Utfall följer ärendesystemets hushåll. ${month}`,
  N31848: `Båda räknar varje person en gång per år. ${month}`,
  N31824: `Båda räknar varje vuxen en gång per år. Utfall ser åldern i personens sista månad med bistånd. ${month}`,
  N31825: `Båda delar med invånarna 18 år och äldre den 31 december. ${month}`,
  N31814: longTerm,
  N31816: longTerm,
  U31801: `Båda räknar minst 27 av 36 månader med uppehåll på högst två månader. Kolada säger inte hur uppehåll i början och slutet räknas; Utfall räknar dem. ${longTerm}`,
  U31001:
    'Båda räknar utbetalt bistånd till alla hushåll, även flyktinghushåll. Utfall drar av återbetalningar och räknar beloppet till månaden det avser. Får inte ställas mot N31002, som saknar flyktinghushåll.',
  N31849:
    'Båda delar årets utbetalningar med antalet olika hushåll under året. Utfall drar av återbetalningar. Månadskostnaden per hushåll är ett annat mått.',
  N31857:
    'Utfall drar av återbetalningar och räknar beloppet till månaden det avser, Kolada som kommunen har rapporterat.',
}

const withoutOwn: Record<Origin, string> = {
  socialstyrelsen: 'Utfall har inget eget mått med samma avgränsning, så bara publicerade värden visas.',
  accounts:
    'Kostnaden kommer ur räkenskapssammandraget: utredning och egen personal ingår, bistånd till flyktinghushåll ingår inte. Utfall har inget mått med samma avgränsning. Får inte ställas mot U31001, som har flyktinghushållen med.',
  model: 'RKA:s modell räknar fram värdet. Det går inte att räkna fram ur kommunens egna uppgifter.',
  'own-report':
    'Kommunen lämnar uppgiften själv till Kolada en gång om året. Utfall har inget mått med exakt samma avgränsning.',
  survey: 'Värdet kommer ur en enkät till dem som söker bistånd. Det har ingen motsvarighet i registret.',
  population: 'Invånare den 31 december.',
}

/** The difference in definition in a sentence or two, and that the key figure is no longer published where it is not. */
export const differenceText = ({ id, origin, until }: KeyFigure): string =>
  [
    differences[id] ?? withoutOwn[origin],
    ...(until === undefined ? [] : [`Nyckeltalet slutade publiceras efter ${until}.`]),
  ].join(' ')
