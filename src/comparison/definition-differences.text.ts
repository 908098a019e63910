import type { KeyFigure, Origin } from './key-figures.ts'

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
  U31804:
    'Båda räknar personer 18–24 år någon gång under året, delat med SCB:s invånare 18–24 år den 31 december. Kolada ser åldern vid årets slut, Utfall i personens sista månad med bistånd.',
  N31882:
    'Båda räknar personer 65 år och äldre någon gång under året, delat med SCB:s invånare 65 år och äldre den 31 december. Utfall ser åldern i personens sista månad med bistånd.',
  N31836:
    'Båda räknar personer 0–17 år i hushåll med bistånd någon gång under året. Kolada ser åldern vid årets slut, Utfall i personens sista månad med bistånd.',
  N31847:
    'Båda räknar personer 65 år och äldre någon gång under året. Utfall ser åldern i personens sista månad med bistånd.',
  N31870: 'Båda delar personer 0–17 år med alla biståndsmottagare under året, vuxna och barn.',
  N31881: 'Båda delar personer 65 år och äldre med alla biståndsmottagare under året, vuxna och barn.',
  N31850:
    'Kolada lägger ihop barn som själva söker med hushåll av okänd typ, och Utfall gör likadant här. Utfall drar av återbetalningar.',
  N31885:
    'Kolada lägger ihop barn som själva söker med hushåll av okänd typ, och Utfall gör likadant här. Båda delar med årets alla utbetalningar.',
  N31869:
    'Kolada räknar vuxna med bistånd på grund av försörjningshinder någon gång under året. Utfall räknar försörjningshinder månad för månad, så ett årsvärde finns inte. Månadens fördelning finns under Uppföljning.',
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

const ages =
  'Kolada delar in de vuxna i femårsklasser, 18–19 och 20–24 år för de yngsta. Utfall publicerar 18–24, 25–34, 35–44, 45–54 och 55–64 år, eftersom små klasser ofta måste hållas inne. Bara publicerade värden visas.'
const householdTypes =
  'Båda använder Socialstyrelsens hushållstyper. Utfall tar hushållets sammansättning i den sista månaden med bistånd; ett hushåll som ändrats under året kan stå i en annan typ hos Kolada.'
const paidByType =
  'Båda använder Socialstyrelsens hushållstyper. Utfall lägger varje månads belopp på den typ som hushållet hade den månaden, drar av återbetalningar och räknar beloppet till månaden det avser.'
const obstacles =
  'Kolada delar vuxna med hindret med alla vuxna som fått bistånd på grund av försörjningshinder under året. Utfall räknar försörjningshinder månad för månad, så ett årsvärde finns inte. Månadens fördelning finns under Uppföljning.'
const jobUnit =
  'Kommunen lämnar uppgiften själv till Kolada en gång om året. Utfalls egen räkning med samma definitioner finns under Uppgifter till myndigheter, Arbetsmarknadsenheten.'

/** What is said of a key figure that has no words of its own. */
function common({ theme, own, unit, origin }: KeyFigure): string {
  if (theme === 'ages') return ages
  if (theme === 'household-types') return unit === 'households' ? householdTypes : paidByType
  if (theme === 'obstacles') return obstacles
  return theme === 'labour-market' && origin === 'own-report' && own === null ? jobUnit : withoutOwn[origin]
}

/** The difference in definition in a sentence or two, and that the key figure is no longer published where it is not. */
export const differenceText = (figure: KeyFigure): string =>
  [
    differences[figure.id] ?? common(figure),
    ...(figure.until === undefined ? [] : [`Nyckeltalet slutade publiceras efter ${figure.until}.`]),
  ].join(' ')
