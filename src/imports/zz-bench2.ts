import { recognise } from './recognise.ts'
const columns = Array.from({ length: 1000 }, (_, at) => `Avser något med ${at} ${'långt namn '.repeat(10)}`)
const rows = Array.from({ length: 100 }, () => columns.map((_, at) => `värde ${at} ${'x'.repeat(50)}`))
let t = performance.now()
recognise(columns, rows, 'x.csv')
console.log('1000 wide', performance.now() - t)
const big = ['a'.repeat(1_000_000), 'b']
t = performance.now()
recognise(big, [['x'.repeat(1_000_000), '1'.repeat(1_000_000)]], 'x.csv')
console.log('1 MB heading', performance.now() - t)
t = performance.now()
recognise(
  'Utbetalningsnr;Hushållsnr;Avser månad;Utbetalningsdatum;Belopp;Ändamål'.split(';'),
  Array.from({ length: 100 }, () => ['U1', 'H', '2019-01', '2019-01-02', '100', 'El']),
  'x.csv',
)
console.log('normal', performance.now() - t)
