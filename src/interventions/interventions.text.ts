import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import { formatKronor, formatNumber } from '../values/format.ts'
import type { CostReceipt } from './cost.ts'

export const interventionsText = {
  title: 'Insatser',
  lead: 'Kommunens insatser: kö, deltagare, resultat och kostnad. Siffrorna räknas fram ur hänvisningar och inlästa filer.',
  what: 'insatserna',
  one: 'insatsen',
  add: 'Ny insats',
  employers: 'Arbetsgivare',
  filters: 'Urval',
  search: 'Sök insats',
  searchPlaceholder: 'Namn eller utförare',
  kind: 'Slag',
  allKinds: 'Alla slag',
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  status: 'Läge',
  allStatuses: 'Alla lägen',
  order: 'Ordning',
  orders: { priority: 'Prioritet', name: 'Namn', waiting: 'Längst kö', ongoing: 'Flest pågående' },
  statuses: { running: 'Pågår', coming: 'Startar senare', ended: 'Avslutad' },
  found: (count: number) => (count === 1 ? '1 insats' : `${formatNumber(count)} insatser`),
  foundNone: 'Ingen insats passar urvalet',
  clear: 'Rensa urvalet',
  caption: 'Insatser med siffror för perioden',
  columns: {
    intervention: 'Insats',
    kind: 'Slag',
    provider: 'Enhet och utförare',
    places: 'Platser',
    waiting: 'Kö',
    ongoing: 'Pågår',
    started: 'Påbörjade',
    women: 'Kvinnor',
    men: 'Män',
    ended: 'Avslutade',
    selfSupport: 'Till egen försörjning',
    price: 'Pris',
  },
  womenMenNote: 'Kvinnor och män avser dem som påbörjade insatsen i perioden. Kö och pågår avser periodens sista dag.',
  households: (count: string) => `${count} hushåll`,
  whole: 'Alla insatser',
  wholeNote: (persons: number | null) =>
    persons === null ? '' : `${formatNumber(persons)} olika personer bland de avslutade`,
  onlyInFiles: 'Finns bara i inlästa filer',
  empty: 'Det finns inga insatser i katalogen än.',
  addFirst: 'Lägg till den första insatsen, eller läs in en fil med deltagare.',
  tooFew: 'för få',
  notExact:
    'Antal under fem visas som ”för få”, eftersom din roll eller enhet inte omfattar alla personer bakom siffrorna.',
  protected: (count: number) =>
    `${formatNumber(count)} hushåll i registret har skyddade uppgifter och ingår inte i siffrorna.`,
  back: 'Alla insatser',
  updated: (period: string) => `Siffrorna gäller ${period}`,
  noLimit: 'Ingen gräns',
} as const

export const priceText = {
  'per-place-month': 'Per plats och månad',
  'per-hour': 'Per timme',
  fixed: 'Fast pris per grupp eller år',
  free: 'Utan kostnad',
} as const satisfies Record<CostReceipt['model'], string>

export const priceInWords = ({ model, ore }: CatalogueBody<'intervention'>['price']): string =>
  ({
    'per-place-month': `${formatKronor(ore)} per plats och månad`,
    'per-hour': `${formatKronor(ore)} per timme`,
    fixed: `${formatKronor(ore)}, fast`,
    free: priceText.free,
  })[model]
