import { formatNumber } from '../values/format.ts'

/** Words about the reasons that cases were closed for, bilaga 2. */
export const closuresText = {
  what: 'avsluten',
  title: 'Avslutsorsaker',
  lead: 'Avslutsorsaker lämnas för den månad de registrerades, senast den 15 i månaden efter och allra senast fyra månader efter (HSLF-FS 2015:30 bilaga 2).',
  noFile:
    'Utfall gör ingen fil av dem: varken bilagans postbeskrivning eller dess kodlista har kunnat läsas. Här finns antalen att lämna och en kodlista som kommunen fyller i när den har Socialstyrelsens.',
  empty: 'Inget ärende har avslutats i Utfall.',
  month: 'Månad',
  dates: (due: string, last: string) => `Lämnas senast ${due}, allra senast ${last}.`,
  name: (month: string) => `Avslut registrerade i ${month}`,
  definition:
    'Hushåll vars ärende avslutades i Utfall, efter den månad avslutet registrerades och orsaken. Ångrade avslut ingår inte. Orsakerna är Utfalls. Hushåll med skyddade personuppgifter räknas för sig.',
  source: (codes: string | null) =>
    `Vägen till egen försörjning i Utfall.${codes ? ` Koder enligt ${codes}.` : ' Ingen kodlista är ifylld.'}`,
  households: 'Hushåll',
  all: 'Alla',
  code: (code: string | null) => (code ? `kod ${code}` : 'ingen kod'),
  hidden: 'Antalet avslut visas inte.',
  sentence: (count: number) => (count === 1 ? 'Ett avslut.' : `${formatNumber(count)} avslut.`),
  protectedToo: (count: number) =>
    count === 1
      ? 'Dessutom ett hushåll med skyddade personuppgifter.'
      : `Dessutom ${formatNumber(count)} hushåll med skyddade personuppgifter.`,
  withoutCode: (labels: string) => `Saknar kod: ${labels}.`,
  codes: {
    title: 'Koder för avslutsorsaker',
    lead: 'En kodlista gäller från en månad tills nästa tar vid. Utfalls orsaker står till vänster; lämna tomt där ingen kod finns.',
    none: 'Ingen kodlista är ifylld.',
    from: 'Gäller från och med månaden',
    fromHelp: 'Skriv ÅÅÅÅ-MM. En ny månad ger en ny lista.',
    fromWrong: 'Skriv månaden som ÅÅÅÅ-MM, till exempel 2026-01.',
    source: 'Källa',
    sourceMissing: 'Skriv vilken utgåva koderna kommer ur.',
    codeWrong: 'En kod har 1–20 tecken: bokstäver utan prickar, siffror och understreck.',
    inForce: (from: string, version: number, by: string | null) =>
      `Gäller från ${from}, version ${version}${by ? `, sparad av ${by}` : ''}.`,
    change: 'Ändra koderna',
    save: 'Spara koderna',
    cancel: 'Avbryt',
    saved: 'Koderna är sparade.',
    keys: 'Ctrl+Enter sparar.',
  },
  ivo: {
    title: 'Rapporten till IVO',
    text: 'Beslut som inte verkställts inom tre månader rapporteras varje kvartal till IVO (socialtjänstlagen 34 kap.). Utfall gör inte rapporten: mallen har inte kunnat läsas, och registret säger inte när ett beslut verkställdes, bara när något betalades.',
  },
} as const
