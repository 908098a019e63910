import {
  detectableHazardRatio,
  detectableMean,
  detectableShare,
  significanceOf,
  treatedNeeded,
} from '../../calculations/effect/power.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { powerPicture } from '../pictures/power.ts'

export const powerSpec: Spec = {
  id: 'power',
  family: 'effect',
  title: 'Hur stor en effekt måste vara för att synas',
  answers: 'Räcker deltagarna? Hur stor måste effekten vara för att synas, och hur många fler behövs?',
  definition: [
    'Minsta skillnad i medelvärde som syns med styrkan 80 % på nivån 5 %: $\\delta = (z_{0,975} + z_{0,80})\\thinspace \\sigma\\sqrt{1/n_1 + 1/n_0}$. För en andel är $\\sigma = \\sqrt{p(1-p)}$, för kvoten mellan utflödeschanser $e^{(z_{0,975} + z_{0,80})\\sqrt{1/d_1 + 1/d_0}}$ med $d$ utflöden.',
    'Deltagare som behövs: $n_1 = (z_{0,975} + z_{0,80})^2\\thinspace \\sigma^2(1 + 1/r)/\\delta^2$ med $r$ jämförda per deltagare.',
    'I en liten studie är en säkerställd effekt ofta överdriven. Överdriften och risken för fel tecken räknas över alla tänkbara utfall, vägda med sin sannolikhet.',
  ].join('\n\n'),
  choices: [
    'Nivån är 5 % i två riktningar och styrkan 80 %.',
    'De jämförda är vägda: det antal som räknas är det effektiva.',
  ],
  notWhen: [
    'Efteråt, med den skattade effekten som den sanna: styrkan säger då inget nytt. Sätt den minsta effekt som har betydelse i förväg.',
    'När deltagarna är få och effekten redan har blivit säkerställd: den är då oftast överdriven.',
  ],
  sources: [
    'Schoenfeld, D. (1981). The asymptotic properties of nonparametric tests for comparing survival distributions.',
    'Gelman, A. & Carlin, J. (2014). Beyond power calculations: assessing type S and type M errors.',
  ],
  picture: {
    caption:
      'Med få deltagare blir bara de effekter säkerställda som av slump är alldeles för stora. Räkna styrkan i förväg, och visa andelar när deltagarna är för få.',
    chart: powerPicture,
  },
  situations: [
    {
      title: 'Sjutton deltagare mot tvåhundra: bara mycket stora skillnader syns',
      given: { columns: ['deltagare', 'jämförda'], rows: [[17, 200]] },
      find: detectable,
      expected: {
        columns: ['andel', 'månader', 'kvot av utflöde'],
        rows: [[0.352112827978791, 3.0434256832663, 2.49361022349768]],
      },
    },
    {
      title: 'En månads skillnad när spridningen är fyra månader: 252 i varje grupp',
      given: { columns: ['skillnad', 'spridning'], rows: [[1, 4]] },
      find: needed,
      expected: { columns: ['deltagare'], rows: [[252]] },
    },
    {
      title:
        'Åtta procentenheter hos sjutton deltagare: sällan säkerställt, då 3,6 gånger för stort och ibland åt fel håll',
      given: { columns: ['deltagare', 'jämförda'], rows: [[17, 200]] },
      find: exaggeration,
      expected: {
        columns: ['styrka', 'överdrift', 'fel tecken'],
        rows: [[0.120427231147495, 3.62698846600356, 0.0755438911865159]],
      },
    },
    {
      title: 'Utan deltagare syns ingenting',
      given: { columns: ['deltagare', 'jämförda'], rows: [[0, 200]] },
      find: detectable,
      expected: { refused: 'no-treated' },
    },
  ],
}

const armsOf = (given: SpecTable) => ({
  treated: numbersOf(given, 'deltagare')[0]!,
  controls: numbersOf(given, 'jämförda')[0]!,
})

function detectable(given: SpecTable): SpecTable {
  const arms = armsOf(given)
  const row = [detectableShare(arms, 0.45), detectableMean(arms, 4.3), detectableHazardRatio(arms, 0.6)]
  return { columns: ['andel', 'månader', 'kvot av utflöde'], rows: [row] }
}

function needed(given: SpecTable): SpecTable {
  const [difference, standardDeviation] = [numbersOf(given, 'skillnad')[0]!, numbersOf(given, 'spridning')[0]!]
  return { columns: ['deltagare'], rows: [[treatedNeeded({ difference, standardDeviation })]] }
}

function exaggeration(given: SpecTable): SpecTable {
  const found = significanceOf(armsOf(given), { treated: 0.53, controls: 0.45 })
  return { columns: ['styrka', 'överdrift', 'fel tecken'], rows: [[found.power, found.exaggeration, found.wrongSign]] }
}
