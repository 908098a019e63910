import { expect, test } from 'vitest'
import { recognise } from './recognise.ts'

const rowsOf = (lines: string[]) => lines.map((line) => line.split(';'))
const kindOf = (header: string, lines: string[], fileName = 'uttag.csv', title = '') =>
  recognise(header.split(';'), rowsOf(lines), fileName, title)[0]?.kind.name

/** Under a file name that tells nothing. */
const tables: [kind: string, header: string, row: string][] = [
  ['organisation', 'Enhetskod;Enhet;Överordnad enhet;Från;Till', 'M1;Mottagning;EB;2015-01;2019-04'],
  [
    'households',
    'Hushållsnr;Personnummer;Namn;Roll;Från månad;Till månad;Enhet;Handläggare;Boendesituation;Skyddade uppgifter',
    '1001;189001059808;Test Person;Registerledare;2018-01;2019-01;M1;Kim;Hyresrätt;Nej',
  ],
  [
    'applications',
    'Ansökningsnr;Hushållsnr;Ansökningsdatum;Avser månad;Ansökningstyp',
    'A1;1001;2018-01-01;2018-01;Nyansökan',
  ],
  [
    'decisions',
    'Beslutsnr;Hushållsnr;Beslutsdatum;Avser månad;Beslut;Orsak;Belopp',
    'B1;1001;2018-01-03;2018-01;Bifall;;4100,00',
  ],
  [
    'payments',
    'Utbetalningsnr;Hushållsnr;Avser månad;Utbetalningsdatum;Belopp;Ändamål',
    'U1;1001;2018-01;2018-01-25;4100,00;El',
  ],
  [
    'obstacles',
    'Hushållsnr;Personnummer;Månad;Försörjningshinder;Lokal kod;Arbetsförmåga',
    '1001;189001059808;2018-01;Saknar barnomsorg;;Full',
  ],
  [
    'interventions',
    'Hushållsnr;Personnummer;Insats;Startdatum;Slutdatum;Resultat',
    '1001;189001059808;Jobbtorg;2018-01-01;2018-04-30;Arbete',
  ],
  ['budget', 'Redovisning;Konto;Benämning;Månad;Budget', 'Drift;4511;ekonomiskt bistånd;2019-01;4 100'],
  ['volumes', 'Volymmått;Typ;Från månad;Till månad;Version;Värde', 'Aktualiseringar;Flöde;2019-01;2019-04;Utfall;312'],
  ['staff', 'Nyckeltal;Från;Till;Grupp;Antal;Av;Enhet', 'Sjukfrånvaro;2019-01-01;2019-04-30;Totalt;94;1000;dagar'],
  ['ledger', 'Konto;Kontonamn;Period;Utfall', '4511;Bistånd;201901;100,50'],
  ['payments', 'Pnr;Hushålls-id;Avs månad;UtbetDatum;Bruttobelopp', '189001059808;7;201901;20190125;1 200,50'],
  ['payments', 'Ärendenr;Avser period;Utbet.datum;Belopp (kr)', '189;jan-19;2019-01-25;1200'],
  ['payments', 'Id;ServiceId;ConcernedMonth;PayDate;Amount;PaymentMethod', '701;88;2019-01;2019-01-25;1500.0;Bankgiro'],
  [
    'decisions',
    'Id;ServiceId;Date;Type;FromDate;Reason;DecisionMaker;Amount',
    '701;88;2019-01-02;Bifall;2019-01-01;Inkomst;Kim;1500',
  ],
  ['payments', 'År;Månad;Hushåll;Utbetalt belopp', '2019;1;88;100'],
  ['payments', 'household,month,amount'.replaceAll(',', ';'), '1;201901;4100'],
  ['payments', 'Ärende-ID;Utbetalningsid;Period;Betalningsdag;Att betala', '55;U1;apr 2019;25/4 2019;4120,50'],
  ['payments', 'Beslutsnr;Hushållsnr;Beslutsdatum;Avser månad;Utbetalt belopp', '5;77;2019-04-20;2019-04;4120'],
  ['decisions', 'Personnr;Ärende;Beslutsdatum;Beslutstyp', '19;77;2019-04-20;EK 12 kap 1, 7 §§ SoL, avslag'],
  ['applications', 'Hushållsnr;Ansökningsdatum;Avser månad;Ansökt belopp', '77;2019-04-20;2019-05;100'],
  ['households', 'Hushållsid;Pnr;Relation;Fr o m månad;T o m månad', '77;189001059808;Sökande;2019-01;2019-06'],
  ['obstacles', 'Pnr;År;Månad;Hinder', '189001059808;2019;4;03 Saknar barnomsorg'],
  ['budget', 'Konto;Kontonamn;Period;Budget', '4511;Bistånd;201901;100'],
  ['ledger', 'Konto;Kontonamn;Period;Belopp', '4511;Bistånd;201901;100'],
  ['interventions', 'Personnr;Insats;Insats start;Insats slut;Avslutsorsak', '189001059808;Praktik;2019-01-01;;'],
  [
    'national-monthly',
    'Ar;Manad;Kommun;Distrikt;Barn15;Sbel;Personnr1;Hhstatus1;Kon1;Alder1',
    '2019;04;0483;;2;8200;189001059808;1;2;29',
  ],
  ['official-statistics', 'År;Månad;Antal hushåll;Utbetalt ekonomiskt bistånd tkr', '2014;Januari;3914;26908'],
]

test.each(tables)('knows %s by its headings and values: %s', (kind, header, row) => {
  expect(kindOf(header, [row])).toBe(kind)
})

test('knows the national monthly file without a header by the order of its fields', () => {
  const columns = Array.from({ length: 12 }, (_, at) => `Kolumn ${at + 1}`)
  const [found] = recognise(columns, rowsOf(['2019;04;0483;;2;8200;189001059808;1;0;0;2;29']), 'fil.txt')
  expect(found?.kind.name).toBe('national-monthly')
  expect(found?.columns.slice(0, 3)).toEqual(['Ar', 'Manad', 'Kommun'])
  expect(found?.mapping.find(({ column }) => column === 'Sbel')?.target).toBe('amount')
})

test('knows it also when its first row has a bad number', () => {
  const rows = rowsOf(['2019;04;0483;;2;8200;9001;1;0;0;2;29', '2019;04;0483;;2;8200;189001059808;1;0;0;2;29'])
  const columns = Array.from({ length: 12 }, (_, at) => `Kolumn ${at + 1}`)
  expect(recognise(columns, rows, 'fil.txt')[0]?.kind.name).toBe('national-monthly')
})

test('finds the other members in the national monthly file without a header, wherever they begin', () => {
  const row = '2019;04;0483;;2;8200;189001059808;1;0;0;2;29;;;;;;;A;189001079806;189001109801'.split(';')
  const columns = row.map((_, at) => `Kolumn ${at + 1}`)
  const [found] = recognise(columns, [row], 'fil.txt')
  expect(found?.columns.slice(18)).toEqual(['Kolumn 19', 'Personnr3', 'Personnr4'])
})

test('takes a decision whose outcome it cannot read for no application', () => {
  expect(kindOf('Hushållsnr;Beslutsdatum;Beslutstyp', ['77;2019-04-20;EK Återkrav'])).not.toBe('applications')
})

test('knows a budget with months as headings, and takes no ledger for it', () => {
  const table = 'Konto;Benämning;jan;feb;mar'
  expect(kindOf(table, ['4511;Bistånd;1;2;3'], 'budget_2019.csv')).toBe('budget')
  const [budget] = recognise(table.split(';'), rowsOf(['4511;Bistånd;1;2;3']), 'x.csv', 'Budget 2019, tkr')
  expect(budget?.layout).toMatchObject({ target: 'amount', countedIn: 'Budget 2019, tkr', values: { length: 3 } })
  const [ledgerOrNone] = recognise(['Konto', 'Benämning', '201901', '201902'], rowsOf(['4511;B;1;2']), 'utfall.csv')
  expect(ledgerOrNone?.layout ?? null).toBeNull()
})

test('knows a SIE file by what it begins with', () => {
  expect(kindOf('#FLAGGA 0', ['#FORMAT PC8'])).toBe('ledger')
  expect(recognise(['Kolumn 1'], [['#FLAGGA 0']], 'x.se')[0]?.reason).toContain('#FLAGGA')
})

test('knows a table with months as headings only when the year is known', () => {
  const header = 'Region;Grupp;Januari;Februari;Mars'
  const lines = ['Botkyrka;Inrikes födda;257;X;--']
  expect(kindOf(header, lines, 'tabell.csv', 'Ekonomiskt bistånd, Antal hushåll, 2017')).toBe('official-statistics')
  expect(kindOf(header, lines, 'tabell.csv')).toBeUndefined()
})

test('says nothing about a file of something else', () => {
  expect(recognise(['a', 'b', 'c'], [['1', '2', '3']], 'x.csv')).toEqual([])
  expect(recognise([], [], 'tom.csv')).toEqual([])
})

test('tells in Swedish what is found and what is missing', () => {
  const [found] = recognise(['Hushållsnr', 'Avser månad', 'Ändamål'], [['1', '2019-01', 'El']], 'utbetalningar.csv')
  expect(found?.kind.name).toBe('payments')
  expect(found?.reason).toBe(
    '3 av 3 kolumner känns igen, och det som saknas är Belopp. Filnamnet tyder på utbetalningar.',
  )
})
