import type { TableCell } from '../analysis/figures.ts'
import { formatFigure } from '../analysis/analysis.text.ts'
import { formatNumber, formatShare, formatSigned } from '../values/format.ts'

type SentenceParts = {
  ours: TableCell | null
  published: TableCell | null
  peers: TableCell | null
  peerCount: number
  country: TableCell | null
  /** Said after the value; empty for a percentage, which has its sign. */
  unit: string
}

const valueOf = (cell: TableCell, unit: string) =>
  `${formatFigure(cell.value ?? 0, cell.unit)}${unit === '' || unit === 'index' ? '' : ` ${unit}`}`

export const comparisonText = {
  title: 'Jämförelse med andra',
  lead: 'Kommunens egna siffror bredvid dem som är publicerade, liknande kommuner och riket. Skillnaden i definition står vid varje nyckeltal.',
  what: 'jämförelsen',
  source: 'Källa: Kolada (RKA), CC BY 4.0, och kommunens register.',
  retrieved: (latest: string, oldest: string) =>
    latest === oldest
      ? `Källa: Kolada, hämtat ${latest}. Värden kan ha ändrats sedan dess.`
      : `Källa: Kolada, senast hämtat ${latest}. Det äldsta värdet hämtades ${oldest}. Värden kan ha ändrats sedan dess.`,
  madeUpTitle: 'Påhittade siffror',
  madeUp:
    'Värdena från Kolada, SCB och Socialstyrelsen är påhittade för demonstrationen. De säger ingenting om någon verklig kommun.',
  emptyTitle: 'Inga jämförelsetal är hämtade',
  empty:
    'Läs in en fil från Kolada här nedanför, eller be den som sköter systemet att hämta dem med kommandot ”utfall fetch-kolada”. Kommunens egna siffror finns under Uppföljning.',
  emptyForBoard: 'Förvaltningen har inte hämtat några än. Kommunens egna siffror finns under Uppföljning.',
  file: {
    title: 'Läs in en fil',
    lead: 'Spara svaret från Koladas API (JSON) eller en tabell från kolada.se eller SCB (CSV eller Excel) och läs in den här. Värden som finns sedan tidigare ersätts bara där filen har andra.',
    drop: 'Dra filen hit eller',
    choose: 'Välj fil',
    formats:
      'En tabell från Kolada behöver nyckeltalens id (till exempel N31807), kommun och år. SCB:s folkmängd behöver region, ålder, kön och år.',
    reading: (name: string) => `${name} läses in.`,
    kept: (name: string) => `${name} är inläst`,
    counts: (
      { added, changed, unchanged }: { added: number; changed: number; unchanged: number },
      series: number,
    ): string =>
      `${formatNumber(added)} nya värden, ${formatNumber(changed)} ändrade och ${formatNumber(unchanged)} oförändrade, för ${series === 1 ? 'en serie' : `${formatNumber(series)} serier`}.`,
    notShown: (ids: readonly string[]) =>
      `Sparas men visas inte, eftersom Utfall inte känner nyckeltalet: ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ` och ${formatNumber(ids.length - 12)} till` : ''}.`,
    withoutOwn: 'Filen har inget värde för den egna kommunen. Kontrollera att rätt kommun var vald när den sparades.',
    refused: 'Filen lästes inte in',
    found: (columns: string) => `Kolumner i filen: ${columns}.`,
    expected: (what: string) => `Utfall letar efter ${what}.`,
    undone: (name: string) => `${name} är ångrad. De tidigare värdena gäller igen.`,
    several: 'Läs in en fil i taget.',
  },
  column: {
    ours: 'Utfall',
    published: 'Kolada, kommunen',
    peers: 'Liknande kommuner',
    country: 'Riket',
    all: 'Alla',
    women: 'Kvinnor',
    men: 'Män',
    keyFigure: 'Nyckeltal',
    place: 'Kommun',
    year: 'År',
  },
  rowOf: (name: string, id: string, year: number) => `${name} (${id}), ${year}`,
  named: (name: string, id: string) => `${name} (${id})`,
  inTheme: (name: string, theme: string) => `${name}: ${theme.toLowerCase()}`,
  overview: 'Nyckeltal, senaste året',
  overviewDefinition:
    'Varje nyckeltal med det senaste år som Kolada har för kommunen. Utfall är kommunens eget register, där hela kalenderåret finns. Liknande kommuner är det ovägda medelvärdet av dem som har ett värde. Antal och summor jämförs inte mellan kommuner av olika storlek.',
  overviewSentence: (count: number, yearsDiffer: boolean) =>
    `${count === 1 ? 'Ett nyckeltal' : `${count} nyckeltal`} har värden.${yearsDiffer ? ' Åren skiljer sig åt.' : ''}`,
  marks:
    'En punkt betyder att Utfall inte har något motsvarande mått, eller att antal inte jämförs mellan kommuner av olika storlek. Två punkter betyder att värdet saknas.',
  chooseKeyFigure: 'Nyckeltal',
  difference: 'Skillnad i definition',
  nothing: 'Inget värde finns.',
  sentence: (year: number, { ours, published, peers, peerCount, country, unit }: SentenceParts) => {
    const parts = [
      ...(ours ? [`${valueOf(ours, unit)} enligt Utfall`] : []),
      ...(published ? [`${valueOf(published, unit)} enligt Kolada`] : []),
      ...(peers
        ? [
            `${valueOf(peers, unit)} i ${peerCount === 1 ? 'den enda liknande kommun som har ett värde' : `medel för ${peerCount} liknande kommuner`}`,
          ]
        : []),
      ...(country ? [`${valueOf(country, unit)} i riket`] : []),
    ]
    return parts.length > 0 ? `${year}: ${parts.join(', ')}.` : `${year}: inget värde finns.`
  },
  chartCategory: 'År',
  ours: (name: string) => `${name} enligt Utfall`,
  places: (year: number) => `Kommunerna ${year}`,
  placesDefinition:
    'Först kommunen enligt Utfall, där det har ett motsvarande mått, sedan Koladas värden för kommunen, de kommuner den jämförs med, från högst till lägst, och riket.',
  expected: {
    name: 'Nettokostnad mot förväntad, kronor per invånare',
    definition:
      'Förväntad är RKA:s modellberäknade nettokostnad (U31004), som följer av utbildningsnivå, andelen unga vuxna, arbetslöshet och arbetslöshet utan ersättning. Faktisk är nettokostnaden (N31008). Båda kommer ur räkenskapssammandraget och är utan flyktinghushåll. Modellen gjordes om från 2020. En skillnad visar inte effektivitet: den kan bero på behov som modellen inte ser.',
    expected: 'Förväntad',
    actual: 'Faktisk',
    difference: 'Faktisk minus förväntad',
    share: 'Skillnad i procent av förväntad',
    none: 'Kolada har inte både förväntad och faktisk nettokostnad för något år.',
    sentence: (year: string, [expected, actual, , share]: readonly TableCell[]) => {
      const part = share?.value ?? 0
      const direction =
        part === 0 ? 'lika mycket som' : `${formatShare(Math.abs(part))} ${part > 0 ? 'mer än' : 'mindre än'}`
      return `${year} kostade det ekonomiska biståndet ${formatNumber(actual?.value ?? 0)} kronor per invånare netto, ${direction} de ${formatNumber(expected?.value ?? 0)} kronor som modellen väntade.`
    },
  },
  official: {
    name: 'Avstämning mot Socialstyrelsen',
    definition:
      'Socialstyrelsens publicerade månader för kommunen mot kommunens eget register. Bara månader som båda har räknas, så varje rad gäller samma månader på båda sidor. Hushåll är genomsnittet per månad. Socialstyrelsen räknar det som kommunen levererade för månaden, även sådant som senare har rättats hos kommunen; Utfall räknar det som är känt nu och drar av återbetalningar.',
    source: 'Källa: Socialstyrelsens månadsstatistik, inläst som officiell statistik, och kommunens register.',
    year: (year: number, months: number) => `${year}, ${months} ${months === 1 ? 'månad' : 'månader'}`,
    paidPublished: 'Utbetalt, Socialstyrelsen',
    paidOurs: 'Utbetalt, Utfall',
    householdsPublished: 'Hushåll per månad, Socialstyrelsen',
    householdsOurs: 'Hushåll per månad, Utfall',
    difference: 'Skillnad',
    sentence: (years: number) => (years === 1 ? 'Ett år finns på båda sidor.' : `${years} år finns på båda sidor.`),
    /** Which way it differs says what to look for first. */
    reason: (differenceOre: number, publishedOre: number) => {
      const share = publishedOre === 0 ? 0 : differenceOre / publishedOre
      const percent = `${formatSigned(share * 100, 1)} %`
      if (Math.abs(share) < 0.005) return `${percent}: avrundning och sena rättelser räcker som förklaring.`
      return differenceOre < 0
        ? `${percent}: troliga skäl är återbetalningar som Utfall drar av, eller utbetalningar som inte finns i utdraget.`
        : `${percent}: troliga skäl är utbetalningar som kom till efter leveransen, eller att leveransen saknade hushåll.`
    },
    none: 'Läs in Socialstyrelsens månadsstatistik som officiell statistik under Import, så visas avstämningen här.',
    noneForBoard: 'Socialstyrelsens månadsstatistik är inte inläst.',
  },
  peers: {
    title: 'Kommuner att jämföra med',
    kolada: (name: string) => `RKA:s grupp i Kolada: ${name}.`,
    chosen: 'Kommunen har själv valt vilka den jämförs med.',
    none: 'Kolada har ingen grupp för kommunen, och ingen är vald.',
    withoutValues: 'värden hämtas nästa gång',
    change: 'Ändra urvalet',
    add: 'Lägg till kommun',
    choose: 'Välj en kommun',
    remove: (name: string) => `Ta bort ${name}`,
    backToKolada: 'Använd RKA:s grupp',
    done: 'Klar',
    saved: 'Urvalet är sparat.',
  },
} as const
