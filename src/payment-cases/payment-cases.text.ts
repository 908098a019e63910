import { formatKronor, formatNumber } from '../values/format.ts'
import type { Day } from '../values/day.ts'
import { type Month, monthInWords } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import type { CaseLaw, CasePhase } from './payment-case.ts'
import type { CaseView } from './payment-cases-view.ts'
import type { SignalKind } from './signals.ts'

export const paymentCasesText = {
  title: 'Kontroll av utbetalningar',
  lead: 'Uppgifter som är värda att kontrollera, och ärenden där något kan ha betalats ut fel. De flesta har en god förklaring.',
  tabs: { signals: 'Att kontrollera', cases: 'Ärenden', sums: 'Summor', settings: 'Regler' },
  tabsLabel: 'Delar av kontrollen',
  signalsWhat: 'uppgifterna',
  casesWhat: 'ärendena',
  caseWhat: 'ärendet',
  filters: 'Urval',
  kind: 'Vad som syns',
  allKinds: 'Allt',
  search: 'Sök hushåll',
  searchHelp: 'Namn eller hushållsnummer',
  household: 'Hushåll',
  month: 'Månad',
  seen: 'Att kontrollera',
  stake: 'Belopp',
  work: 'Ärende',
  toCase: 'Till ärendet',
  open: 'Öppna ärende',
  openFor: (household: string, month: Month) => `Öppna ärende om ${household}, ${monthInWords(month)}`,
  opened: 'Ärendet är öppnat.',
  found: (count: number, stake: Ore) =>
    count === 1
      ? `1 uppgift att kontrollera, ${formatKronor(stake)}`
      : `${formatNumber(count)} uppgifter att kontrollera, ${formatKronor(stake)}`,
  limited: (shown: number) =>
    `De ${formatNumber(shown)} senaste visas. Välj en kortare period eller ett slag för att se resten.`,
  ownUnits: 'Du ser de hushåll som din roll får se.',
  hidden: (count: number) =>
    count === 1
      ? '1 hushåll med skyddade uppgifter kan saknas här.'
      : `${formatNumber(count)} hushåll med skyddade uppgifter kan saknas här.`,
  nothingTitle: 'Inget att kontrollera i perioden',
  nothing: 'Reglerna hittar inget. Välj en annan period, eller se vilka regler som är på under Regler.',
  noMatch: 'Inget hushåll i listan stämmer med sökningen.',
  otherHousehold: (key: string) => `Det andra hushållet: ${key}.`,
  own: {
    title: 'Öppna ärende om något annat',
    lead: 'För det som någon har sett eller hört utan att det syns här ovanför.',
    key: 'Hushållsnummer',
    month: 'Månad',
    monthHelp: 'Den månad som biståndet avser.',
    note: 'Vad ska kontrolleras?',
    monthExample: 'ÅÅÅÅ-MM',
    missing: 'Ange hushållsnummer, månad och vad som ska kontrolleras.',
  },
  cases: {
    count: (count: number) => (count === 1 ? '1 ärende' : `${formatNumber(count)} ärenden`),
    phase: 'Läge',
    openedOn: 'Öppnat',
    wrong: 'Fel belopp',
    claimed: 'Återkrävt',
    recovered: 'Återbetalt',
    limit: 'Väck talan senast',
    passed: 'Har gått ut',
    emptyTitle: 'Inga ärenden i perioden',
    empty: 'Öppna ett ärende från fliken Att kontrollera, eller välj en annan period.',
    none: '–',
  },
  settings: {
    title: 'Vad som letas upp',
    lead: 'Varje regel kan stängas av och ställas in. Ändringen gäller direkt och för alla.',
    isOn: 'På',
    count: (isOn: boolean, found: number) => (isOn ? `${formatNumber(found)} i perioden` : 'Av'),
    saved: 'Regeln är ändrad.',
    save: 'Spara gränsen',
    notWhole: 'Skriv ett helt tal, 0 eller mer.',
    readOnly: 'En chef ändrar reglerna.',
  },
  case: {
    back: 'Kontroll av utbetalningar',
    title: (key: string, month: Month) => `Hushåll ${key}, ${monthInWords(month)}`,
    withdrawn: 'Öppnandet är ångrat. Ärendet räknas inte och kan öppnas igen från listan.',
    facts: 'Vad det gäller',
    stake: 'Belopp att kontrollera',
    limit: 'Väck talan senast',
    limitHelp: ({ act, claim, suit, waiver, isChecked }: CaseLaw) =>
      isChecked
        ? `Återkrav prövas enligt ${act}: rätten att kräva tillbaka i ${claim}, talan inom tre år från den första utbetalningen i ${suit} och möjligheten att avstå i ${waiver}.`
        : `Återkrav prövas enligt ${claim} ${act}. Kontrollera paragrafen i lagen innan beslutet skrivs. Tiden räknas här som tre år från den första utbetalningen.`,
    limitPassed: 'Tiden för att väcka talan har gått ut.',
    household: 'Hushåll',
    wrong: 'Betalades ut fel',
    claimed: 'Återkrävt',
    recovered: 'Återbetalt',
    avoided: 'Uteblivna utbetalningar',
    steps: 'Innan ärendet kan avslutas',
    stepsExplained: 'Har uppgiften en förklaring kan ärendet avslutas direkt, utan beslut.',
    done: 'Klart',
    left: 'Kvar',
    history: 'Vad som har hänt',
    record: 'Registrera',
    undo: 'Ångra',
    undoLabel: (what: string) => `Ångra: ${what}`,
    isUndone: 'Ångrat',
    undone: 'Ångrat.',
    by: (name: string | null, on: Day) => `${on}${name ? `, ${name}` : ''}`,
    what: 'Vad har hänt?',
    on: 'Dag',
    saved: (what: string) => `Registrerat: ${what.toLowerCase()}.`,
    save: 'Spara',
    sendHelp: 'Ctrl + Enter sparar.',
    notAnAmount: 'Skriv ett belopp i kronor, till exempel 4 500.',
    choose: 'Svara på varje fråga. Belopp skrivs i kronor och månader som 2019-05.',
    none: 'Ingen',
    yes: 'Ja',
    no: 'Nej',
    nothingLeft: 'Inget mer kan registreras i ärendet.',
  },
} as const

export const phaseText: Record<CasePhase, string> = {
  opened: 'Öppnat',
  asked: 'Inväntar uppgifter',
  heard: 'Hushållet har yttrat sig',
  decided: 'Beslutat',
  closed: 'Avslutat',
  withdrawn: 'Återtaget',
}

export const stepText: Record<CaseView['steps'][number]['id'], { name: string; why: (law: CaseLaw) => string }> = {
  heard: {
    name: 'Hushållet har fått yttra sig',
    why: () =>
      'Hushållet ska få se vad som finns i ärendet och kunna svara innan något beslutas (25 § förvaltningslagen 2017:900).',
  },
  decided: { name: 'Beslut om utbetalningen var rätt', why: () => 'Rätt, fel, eller att det inte går att avgöra.' },
  notification: {
    name: 'Ställning tagen till underrättelse',
    why: ({ notification: { isDuty, act } }) =>
      isDuty
        ? `Finns det anledning att anta att en annan myndighet har betalat ut fel ska den underrättas (${act}).`
        : `Kommuner är skyldiga att underrätta en annan myndighet som kan ha betalat ut fel först från den 1 januari 2020 (${act}). Pröva ändå om någon behöver få veta.`,
  },
  'police-report': {
    name: 'Ställning tagen till polisanmälan',
    why: () =>
      'Kommunen är skyldig att anmäla när 6 § bidragsbrottslagen (2007:612) kräver det. Ett misstag är inte ett brott.',
  },
}

const months = (count: string) => (count === '1' ? '1 månad' : `${count} månader`)

/** Each signal: its name, what it says, and what its threshold counts. */
export const signalText: Record<
  SignalKind,
  { name: string; sentence: string; threshold: string; why: (threshold: string) => string }
> = {
  'two-households': {
    name: 'Samma person i två hushåll',
    sentence: 'En vuxen ingår i två hushåll som båda har bistånd för månaden.',
    threshold: 'Månader tillsammans, minst',
    why: (threshold) =>
      `En vuxen ingår i två hushåll med bistånd för samma månad, minst ${months(threshold)} i perioden. En flytt under månaden är en vanlig förklaring. Barn som bor växelvis räknas inte.`,
  },
  'after-closing': {
    name: 'Utbetalning efter avslut',
    sentence: 'Månaden ligger efter att ärendet registrerades som avslutat.',
    threshold: 'Månader efter avslutet som inte visas',
    why: (threshold) =>
      `Bistånd för en månad ${threshold === '0' ? 'efter' : `mer än ${months(threshold)} efter`} att ärendet avslutades. En ny ansökan som inte är registrerad är en vanlig förklaring.`,
  },
  'after-employment': {
    name: 'Utbetalning efter arbete utan stöd',
    sentence: 'Månaden ligger efter att en anställning utan subvention började.',
    threshold: 'Månader efter starten som inte visas',
    why: (threshold) =>
      `Bistånd för en månad ${threshold === '0' ? 'efter' : `mer än ${months(threshold)} efter`} att en anställning utan subvention började. Deltid och låg lön är vanliga förklaringar.`,
  },
  'same-twice': {
    name: 'Samma betalning två gånger',
    sentence: 'Samma belopp har betalats för samma månad och ändamål mer än en gång.',
    threshold: 'Kronor, minst',
    why: (threshold) =>
      `Samma månad, ändamål och belopp mer än en gång, från ${threshold} kronor. Det som har betalats tillbaka räknas bort.`,
  },
  'changed-later': {
    name: 'Beloppet ändrat i efterhand',
    sentence: 'En betalning för månaden har i dag ett annat belopp än när den först lästes in.',
    threshold: 'Kronor i skillnad, minst',
    why: (threshold) =>
      `En betalning har fått ett annat belopp i en senare inläsning, med en skillnad på minst ${threshold} kronor. Oftast har någon rättat ett skrivfel i verksamhetssystemet.`,
  },
  'late-recovery': {
    name: 'Rättat i efterhand',
    sentence: 'Ett återkrav eller en rättelse kom långt efter månaden.',
    threshold: 'Månader efter, minst',
    why: (threshold) =>
      `Ett återkrav eller en rättelse minst ${months(threshold)} efter månaden. Ofta en inkomst som blev känd sent.`,
  },
  'above-median': {
    name: 'Mycket mer än vanligt',
    sentence: 'Månadens bistånd är mycket högre än hushållets eget vanliga belopp.',
    threshold: 'Gånger det vanliga, mer än',
    why: (threshold) =>
      `Månadens bistånd är mer än ${threshold} gånger hushållets egen median under två år. Hyresskuld och hemutrustning är vanliga förklaringar. Hushåll med färre än sex månader visas inte.`,
  },
}

export const seenWithoutSignal = 'Öppnat utan uppgift från reglerna'
