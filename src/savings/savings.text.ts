import type { GateName } from '../calculations/effect/gates.ts'
import type { RefusalKind } from '../calculations/refusal.ts'
import { formatNumber, formatThousands } from '../values/format.ts'
import type { Ore } from '../values/money.ts'
import { type Month, monthInWords } from '../values/month.ts'
import type { FactorName } from './assumption.ts'
import type { CounterfactualKind } from './counterfactuals.ts'
import type { Estimated } from './estimate.ts'

/** `600 tkr`, with no-break space. */
export const thousands = (ore: Ore): string => `${formatThousands(ore)}\u00a0tkr`
/** `11,4 mnkr`. */
export const millions = (ore: Ore): string => `${formatNumber(ore / 100_000_000, 1)}\u00a0mnkr`

export const count = (size: number, one: string, more: string) => `${formatNumber(size)} ${size === 1 ? one : more}`

export const savingsText = {
  title: 'Åtgärder och besparingar',
  lead: 'Vad åtgärderna har lovat att spara, och vad utbetalningarna visar. Varje hushållsmånad räknas en gång, även om hushållet är med i flera åtgärder.',
  what: 'åtgärderna',
  back: 'Till åtgärderna',
  add: 'Ny åtgärd',
  search: 'Sök åtgärd',
  searchHelp: 'Namn eller ansvarig',
  found: (size: number) => count(size, 'åtgärd', 'åtgärder'),
  none: 'Ingen åtgärd passar sökningen.',
  emptyTitle: 'Inga åtgärder är öppnade',
  empty:
    'En åtgärd öppnas med sitt antagande: hur många, hur mycket i månaden och hur länge. Sedan visar utbetalningarna månad för månad vad den ger.',
  emptyAdd: 'Öppna den första med Ny åtgärd.',
  noDataTitle: 'Inga utbetalningar är inlästa',
  noData:
    'Löftena visas, men det går inte att se vad som har realiserats förrän utbetalningar är inlästa under Import.',
  known: (month: Month) => `Utbetalningarna är kända till och med ${monthInWords(month)}.`,
  columns: {
    action: 'Åtgärd',
    owner: 'Ansvarig',
    promised: 'Lovat, tkr',
    realised: 'Realiserat, tkr',
    verdict: 'Utlåtande',
    nextLook: 'Nästa uppföljning',
  },
  verdictTag: {
    shown: 'Effekt påvisad',
    excluded: 'Större effekt kan uteslutas',
    'cannot-tell': 'Går inte att avgöra',
    computing: 'Beräknas',
  },
  dueForLook: 'Uppföljning i dag eller försenad',
  findings: (size: number) => count(size, 'anmärkning', 'anmärkningar'),
  since: (from: Month) => `från ${monthInWords(from)}`,
  sinceUntil: (from: Month, last: Month) => `${monthInWords(from)}–${monthInWords(last)}`,
  year: 'År',
  computingTitle: 'Beräknas …',
  computing:
    'Vad åtgärderna har sparat räknas ut på nytt, eftersom utbetalningarna eller åtgärderna har ändrats. I en stor kommun tar det upp till en minut. Resultatet visas här när det är klart; sidan behöver inte laddas om.',
  computed: 'Beräkningen är klar.',
  notKnown: '–',
  economy: 'Konjunktur',
} as const

export const actionText = {
  what: 'åtgärden',
  title: 'Åtgärd',
  missingTitle: 'Åtgärden finns inte',
  tabs: { follow: 'Uppföljning', assumption: 'Antagande', edit: 'Ändra', versions: 'Versioner' },
  facts: {
    promised: 'Lovat',
    due: 'Lovat hittills',
    realised: 'Realiserat',
    ownCost: 'Egen kostnad hittills',
    net: 'Netto',
    unexplained: 'Oförklarat',
    rest: 'Återstår av löftet',
    breakEven: 'Kostnaden täckt',
  },
  never: 'inte ännu',
  noCost: 'ingen kostnad angiven',
  noPromise: 'inget belopp',
  cannotTell: 'går inte att avgöra',
  interval: (lower: string, upper: string) => `osäkerhet ${lower} till ${upper}`,
  owner: 'Ansvarig',
  nextLook: 'Nästa uppföljning',
  noNextLook: 'inte bestämd',
  target: 'Målgrupp',
  goal: 'Mål',
  background: 'Bakgrund',
  about: 'Om åtgärden',
  baseline: 'Jämförelseperiod',
  period: 'Tid',
  reached: 'Följs genom',
  all: 'ingen insats eller målgrupp är angiven',
  ongoing: (from: Month) => `från ${monthInWords(from)}, tills vidare`,
  findingsTitle: 'Att reda ut i löftet',
  chart: {
    title: 'Lovat och realiserat, ackumulerat',
    month: 'Månad',
    realised: 'Realiserat',
    promised: 'Lovat',
    cost: 'Egen kostnad',
    ahead: 'Om takten håller',
    unit: 'tkr',
    sentence: (realised: Ore | null, due: Ore | null, last: Month) => {
      const came =
        realised === null
          ? 'Vad som har realiserats går inte att avgöra'
          : `Troligen är ${thousands(realised)} realiserat`
      const promise = due === null ? '' : ` ${thousands(due)} skulle ha kommit till och med ${monthInWords(last)}.`
      return `${came}.${promise}`
    },
    definition:
      'Realiserat är utbetalt bistånd som inte behövdes: jämförda hushålls bistånd efter lika lång tid, minus deltagarnas, gånger vad en hushållsmånad kostar. En hushållsmånad med flera insatser delas lika mellan dem. Framskrivningen är snittet av de senaste sex månaderna.',
    source: 'Utbetalningar, deltaganden och åtgärdens antagande',
    goesOn: 'Linjen ”Om takten håller” är en framskrivning: inget av den har hänt.',
    noFew: 'Månader med färre än fem hushåll redovisas tillsammans med nästa månad.',
  },
  counterfactuals: {
    title: 'Jämfört med vad?',
    lead: (paid: string, period: string) => `Utbetalt ${period}: ${paid}. Besparingen beror på vad det jämförs med.`,
    way: 'Jämförelse',
    without: 'Utan åtgärden, tkr',
    saving: 'Skillnad, tkr',
    interval: 'Osäkerhet, tkr',
    weakness: 'Svaghet',
    unknown: 'saknas',
    none: '–',
    range: (lower: string, upper: string) => `${lower} till ${upper}`,
    by: (author: string, on: string) => `${author}, ${on}`,
    claims: 'Påstådda besparingar',
  },
  year: 'År att jämföra',
  overlap: 'Delat med andra insatser',
  ownCosts: 'Åtgärdens egen kostnad',
  noOwnCosts: 'Ingen egen kostnad är angiven. Nettot är då detsamma som det realiserade.',
  cost: 'Kostnad',
  costPeriod: 'Månader',
  costTotal: 'Hela kostnaden',
  source: 'Källa',
  physician:
    'Socialläkarens spår: besparingen räknas från månaden med beslut om annan ersättning, aldrig från hänvisning, besök eller ansökan.',
} as const

/** Why each way of counting may be wrong, in a sentence. */
export const weaknessText: Record<CounterfactualKind, string> = {
  'last-year':
    'Räknar allt som har ändrats sedan året före som åtgärdens verk: konjunktur, norm, inflöde och andra åtgärder.',
  'own-forecast': 'Är förvaltningens egen bedömning av vad som skulle ha hänt. Ingen har prövat den mot utfall.',
  similar:
    'Förutsätter att kommunen annars hade följt de andra. De kan ha haft egna åtgärder, och en enskild kommun avviker ofta av slump.',
  baseline:
    'Räknar allt som har ändrats sedan jämförelseperioden som åtgärdens verk. Den som fick bistånd bara en del av perioden räknas som billigare än den var, så skillnaden kan bli för liten.',
  'own-before':
    'Räknar alla som ändå skulle ha lämnat biståndet som åtgärdens verk. Tre månader före start är ofta dyrare än vanligt.',
  matched:
    'Jämför bara det som syns i registret. Skillnader som inte är registrerade kan finnas kvar, och påverkan på andra än deltagarna räknas inte.',
}

/** What is missing when a way of counting gives no number. */
export const missingText: Record<CounterfactualKind, string> = {
  'last-year': 'Utbetalningar för samma månader året före saknas.',
  'own-forecast': 'Ingen prognos utan åtgärden är angiven för året, eller så är året inte slut.',
  similar: 'Officiell statistik för minst fem andra kommuner behövs för båda åren.',
  baseline:
    'Utbetalningar saknas för någon månad av jämförelseperioden, eller så hade färre än fem hushåll börjat före årets slut.',
  'own-before': 'Färre än fem hushåll hade börjat före årets slut.',
  matched: 'För få deltagare eller jämförbara hushåll, eller så följs åtgärden inte genom någon insats.',
}

export const factorText: Record<FactorName, string> = {
  persons: 'Personer',
  share: 'Andel som lämnar biståndet',
  oreAMonth: 'Kronor per månad',
  months: 'Månader',
  promisedOre: 'Besparing',
}

const gateReasons: Record<GateName, string> = {
  treated: 'deltagarna är för få',
  controls: 'de jämförda hushållen är för få',
  'missing-outcome': 'utfallet saknas för för många',
  'effective-controls': 'för få av de jämförda liknar deltagarna',
  overlap: 'för många deltagare saknar någon att jämföras med',
  balance: 'grupperna är inte lika efter vägningen',
  agreement: 'två sätt att räkna ger olika svar',
  'placebo-periods': 'jämförelsen är inte prövad i två perioder före åtgärden',
  placebo: 'grupperna skilde sig redan före åtgärden',
  'placebo-margin': 'skillnaden före åtgärden är så stor att den kan förklara resultatet',
  rosenbaum: 'en liten dold skillnad räcker för att förklara resultatet',
  contamination: 'för många hade andra insatser samtidigt',
  'regression-to-the-mean': 'deltagarna valdes för höga kostnader som ändå skulle ha sjunkit',
}

const cannotTell = 'Det går inte att avgöra: '

/** One of the three things that are said of a saving, and why when it cannot be told. */
export function verdictSentence(
  estimated: Estimated,
  lowerOre: Ore | null,
  upperOre: Ore | null,
  bestOre: Ore | null,
): string {
  switch (estimated.kind) {
    case 'computing':
      return 'Beräknas: vad utbetalningarna visar är inte klart än.'
    case 'concerns-all':
      return `${cannotTell}åtgärden följs inte genom någon insats eller målgrupp, så det finns inga deltagare att jämföra. Se jämförelserna med förra året, prognosen och andra kommuner.`
    case 'economy':
      return `${cannotTell}beloppet gäller konjunkturen och räknas inte som kommunens egen åtgärd.`
    case 'not-begun':
      return `${cannotTell}åtgärden har inte börjat under de månader som är kända.`
    case 'refused':
      return `${cannotTell}${refusedBecause(estimated.refusal)}.`
    case 'estimated':
  }
  const { verdict, gates } = estimated.savings
  const reasons = gates.filter(({ passed }) => !passed).map(({ gate }) => gateReasons[gate])
  if (lowerOre === null || upperOre === null || bestOre === null) return `${cannotTell}${reasons.join('; ')}.`
  const range = `${thousands(lowerOre)} till ${thousands(upperOre)}`
  if (verdict === 'shown') {
    const least = thousands(lowerOre > 0 ? lowerOre : upperOre)
    return `Effekt påvisad: minst ${least}, troligen ${thousands(bestOre)} (osäkerhet ${range}).`
  }
  if (verdict === 'excluded') return `Effekt större än ±${thousands(estimated.smallestOfInterestOre)} kan uteslutas.`
  if (lowerOre <= 0 && upperOre >= 0)
    return `${cannotTell}osäkerheten ${range} rymmer både besparing och fördyring.${reasons.length ? ` Dessutom: ${reasons.join('; ')}.` : ''}`
  return `${cannotTell}${reasons.length ? reasons.join('; ') : 'osäkerheten är för stor'} (osäkerhet ${range}).`
}

/** How many have begun of how many, and how many it takes, where the payments cannot tell. `households` is null when they are too few to be shown. */
export function begunSentence(households: number | null, persons: number | null, least: number): string {
  const begun =
    households === null
      ? 'Färre än fem hushåll med bistånd har börjat'
      : households === 0
        ? 'Inget hushåll med bistånd har börjat ännu'
        : `${formatNumber(households)} hushåll med bistånd har börjat`
  const promised = persons === null ? '' : ` och löftet räknar med ${count(persons, 'person', 'personer')}`
  const needed =
    households !== null && households >= least
      ? ''
      : persons !== null && persons < least
        ? ` Minst ${formatNumber(least)} hushåll behövs för att avgöra, så det går inte ens när alla har börjat. Se i stället jämförelserna med kostnaden före.`
        : ` Minst ${formatNumber(least)} hushåll som har börjat behövs för att avgöra.`
  return `${begun}${promised}.${needed}`
}

const refusedBecause = (kind: RefusalKind): string =>
  kind === 'no-treated'
    ? 'inga deltagare med bistånd har börjat'
    : kind === 'no-controls'
      ? 'det finns inga jämförbara hushåll utan insatsen'
      : 'deltagarna eller de jämförda hushållen är för få'

/** A claim beside what the ways of counting give (004-3). */
export function claimSentence(claim: {
  ore: Ore
  nearest: { kind: CounterfactualKind; savingOre: Ore } | null
  nearestRoundedOre: Ore | null
  isFound: boolean
}): string {
  const { ore, nearest, nearestRoundedOre, isFound } = claim
  if (!nearest) return `Påståendet ${millions(ore)} går inte att pröva: ingen av jämförelserna ger ett tal.`
  const near = `${millions(nearest.savingOre)} (${counterfactualNames[nearest.kind].toLowerCase()})`
  if (isFound) return `Påståendet ${millions(ore)} stämmer med en av jämförelserna; närmast är ${near}.`
  return `Ingen skillnad är ${millions(ore)}. Närmast är ${near}, som avrundas till ${millions(nearestRoundedOre!)}.`
}

export const counterfactualNames: Record<CounterfactualKind, string> = {
  'last-year': 'Förra året',
  'own-forecast': 'Egen prognos utan åtgärd',
  similar: 'Liknande kommuners förändring',
  matched: 'Matchad jämförelsegrupp',
  baseline: 'Jämförelseperiodens kostnad per månad',
  'own-before': 'Deltagarnas kostnad tre månader före',
}
