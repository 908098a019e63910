import { formatNumber, formatSigned } from '../values/format.ts'
import { type Ore, toThousands } from '../values/money.ts'
import { count, thousands } from './savings.text.ts'

/** What the actions of the sum came to. `untoldOre`: of the unexplained, what was due from actions that the payments cannot tell of. */
type SummedActions = {
  promisedOre: Ore
  /** With the actions that may be counted twice. */
  orPromisedOre: Ore
  realisedOre: Ore | null
  unexplainedOre: Ore
  untoldOre: Ore
  restOre: Ore
}

/** The tables of the ledger: names, definitions, columns and the sentence of each. */
export const tableText = {
  source: 'Åtgärdernas antaganden och utbetalningar ur verksamhetssystemet',
  /** A table of one action where the tables of all stand together. */
  ofAction: (action: string, table: string) => `${action}: ${table.toLocaleLowerCase('sv')}`,
  actions: {
    name: 'Åtgärder för att minska kostnaden',
    definition:
      'Lovat är det som antogs när åtgärden öppnades. Lovat hittills är den del som skulle ha kommit till och med den sista kända månaden, jämnt fördelad på antagandets månader. Realiserat är det som utbetalningarna visar jämfört med en matchad grupp; hushållsmånader med flera insatser delas mellan dem. Oförklarat är lovat hittills minus realiserat. Där det realiserade inte går att avgöra är allt som skulle ha kommit oförklarat.',
    columns: {
      promised: 'Lovat',
      due: 'Lovat hittills',
      realised: 'Realiserat',
      unexplained: 'Oförklarat',
      rest: 'Återstår',
    },
    sum: 'Summa',
    sumWith: 'Summa med det som kan vara räknat två gånger',
    sentence: ({ promisedOre, orPromisedOre, realisedOre, unexplainedOre, untoldOre, restOre }: SummedActions) => {
      const or =
        orPromisedOre === promisedOre ? '' : ` (eller ${thousands(orPromisedOre)} om inget är räknat två gånger)`
      const promise = `Åtgärderna lovar ${thousands(promisedOre)}${or}, varav ${thousands(restOre)} återstår.`
      if (realisedOre === null)
        return `${promise} ${thousands(unexplainedOre)} skulle ha kommit, men för ingen åtgärd kan ett utfall beräknas.`
      const untold =
        untoldOre === 0 ? '' : `, av det ${thousands(untoldOre)} för åtgärder där inget utfall kan beräknas`
      return `${promise} Troligen är ${thousands(realisedOre)} realiserat. ${thousands(unexplainedOre)} skulle ha kommit men är oförklarat${untold}.`
    },
    none: 'Inga åtgärder är öppnade.',
  },
  net: {
    name: 'Vad åtgärderna har gett efter egen kostnad',
    definition:
      'Realiserat är det som utbetalningarna visar jämfört med en matchad grupp. Det sanna värdet ligger troligen mellan lägst och högst (95 procents osäkerhet). Egen kostnad är det som åtgärden har kostat till och med den sista kända månaden, och netto är realiserat minus egen kostnad. Summan gäller kommunens egna åtgärder som räknas var för sig och vars utfall kan beräknas.',
    columns: { realised: 'Realiserat', lower: 'Lägst', upper: 'Högst', cost: 'Egen kostnad', net: 'Netto' },
    sum: 'Summa där ett utfall kan beräknas',
    sentence: (net: Ore | null, otherCost: Ore) => {
      const others = otherCost === 0 ? '' : ` Åtgärder utan beräknat utfall har kostat ${thousands(otherCost)}.`
      return net === null
        ? `För ingen åtgärd kan ett utfall beräknas.${others}`
        : `Där ett utfall kan beräknas är nettot ${thousands(net)} efter egen kostnad.${others}`
    },
  },
  change: {
    name: 'Utbetalt bistånd, förändring och orsaker',
    definition:
      'Utbetalt avser månaden som biståndet gäller, återbetalningar avdragna. Konjunkturen är vad kostnaden skulle ha ändrats om den följt andra kommuner i den officiella statistiken. Varje åtgärd har det som realiserats under månaderna, med minus för en besparing. Oförklarat är resten: delarna och resten är alltid lika med förändringen, på öret.',
    column: 'Belopp',
    before: (period: string) => `Utbetalt ${period}`,
    change: 'Förändring',
    economy: 'Konjunktur (andra kommuners förändring)',
    action: (name: string) => `Åtgärd: ${name}`,
    unexplained: 'Oförklarat',
    sentence: (change: Ore, period: string, unexplained: Ore) =>
      `Utbetalt bistånd ${period} ändrades med ${formatSigned(toThousands(change))} tkr mot året före; ${formatSigned(toThousands(unexplained))} tkr av det är oförklarat.`,
    noBefore: 'Utbetalningar för samma månader året före saknas.',
  },
  participants: {
    name: 'De som åtgärden har nått',
    definition:
      'Hushåll som började i åtgärden och hade bistånd den månaden, en gång var, med barnen och de vuxna kvinnorna och männen i dem. Vid socialläkarens spår räknas månaden för beslutet om annan ersättning.',
    column: 'Antal',
    rows: { children: 'Barn', women: 'Kvinnor', men: 'Män', households: 'Hushåll' },
    sentence: (households: number | null) =>
      households === null
        ? 'För få hushåll för att visas.'
        : `Åtgärden har nått ${count(households, 'hushåll', 'hushåll')} med bistånd.`,
    none: 'Åtgärden följs inte genom någon insats eller målgrupp.',
  },
  assumption: {
    name: 'Antagandet bredvid det som blev',
    definition:
      'Antaget är summan av antagandets delar. Utfall: hushåll med bistånd som började, vad ett sådant hushåll fick den månaden, och hur många månader med bistånd som uteblev per hushåll.',
    columns: { assumed: 'Antaget', actual: 'Utfall' },
    rows: {
      persons: 'Personer som lämnar, mot hushåll som började',
      amount: 'Kronor per månad',
      months: 'Månader per hushåll',
    },
    sentence: 'Antagandet räknar personer, utfallet hushåll: de är jämförbara bara när hushållen har en vuxen.',
  },
  months: {
    name: 'Månad för månad',
    definition: 'Ackumulerat från åtgärdens start. Netto är realiserat minus åtgärdens egen kostnad.',
    columns: {
      promised: 'Lovat',
      realised: 'Realiserat i månaden',
      cumulative: 'Realiserat',
      cost: 'Egen kostnad',
      net: 'Netto',
    },
  },
  overlap: {
    name: 'Delat med andra insatser',
    definition:
      'Hushållsmånader som uteblev delas lika mellan de insatser hushållet hade då, så att ingen krona räknas två gånger och ordningen inte spelar någon roll (Shapleys delning).',
    columns: { ore: 'Belopp' },
    claimed: 'Om åtgärden räknade allt själv',
    sharedWith: (name: string) => `räknas på ${name}`,
    sharedSmall: 'räknas på övriga, under 500 kr var',
    received: 'Åtgärdens del av andras hushållsmånader',
    credited: 'Räknas på åtgärden',
  },
  longTerm: {
    name: 'Bistånd 10 månader eller mer',
    definition:
      'Hushåll med bistånd i månaden som har haft bistånd minst 10 av de 12 månader som slutar med den, med barnen, kvinnorna och männen i dem. Rullande tolv månader, inte det nationella måttet per kalenderår.',
    columns: { change: 'Förändring', share: 'Förändring, andel' },
    none: 'Tolv månaders utbetalningar före månaden behövs.',
    sentence: (before: number, after: number, first: string, last: string, share: string) =>
      `${formatNumber(before)} hushåll i ${first}, ${formatNumber(after)} i ${last}: ${share}.`,
  },
} as const
