import { wilsonInterval } from '../../calculations/effect/wilson.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { wilsonPicture } from '../pictures/wilson.ts'

export const wilsonSpec: Spec = {
  id: 'wilson',
  family: 'effect',
  title: 'Andel med osäkerhet (Wilson)',
  answers: 'Hur säker är en andel när gruppen är liten? Det enda som visas när underlaget inte räcker till en effekt.',
  definition: [
    'De andelar $p$ som ett test på 5 % inte förkastar när $x$ av $n$ har utfallet, med $\\hat p = x/n$ och $z = 1{,}96$:',
    '$$\\frac{\\hat p + z^2/2n \\pm z\\sqrt{\\hat p(1-\\hat p)/n + z^2/4n^2}}{1 + z^2/n}$$',
  ].join('\n\n'),
  choices: ['Intervallet täcker den sanna andelen i 95 fall av 100.', 'Ingen korrektion för kontinuitet.'],
  notWhen: [
    'För att påstå att en insats har effekt: andelen säger inte vad som hade hänt utan insatsen.',
    'När samma hushåll räknas flera gånger. Räkna varje hushåll en gång.',
    'Använd inte det vanliga intervallet i stället, andelen plus och minus 1,96 medelfel: i små grupper täcker det för sällan.',
  ],
  sources: [
    'Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.',
    'R: prop.test(correct = FALSE).',
  ],
  picture: {
    caption:
      'Det vanliga intervallet, andelen plus och minus 1,96 medelfel, påstår att noll av åtta är säkert noll och går under noll för en av åtta. Använd Wilsons.',
    chart: wilsonPicture,
  },
  situations: [
    {
      title: 'Tio av sjutton kursdeltagare: någonstans mellan drygt var tredje och nästan fyra av fem',
      given: { columns: ['med utfall', 'av'], rows: [[10, 17]] },
      find: intervals,
      expected: { columns: ['andel', 'lägst', 'högst'], rows: [[10 / 17, 0.3600544264299978, 0.7838894320978518]] },
    },
    {
      title: 'Ingen av åtta är inte säkert noll, och alla av åtta inte säkert alla',
      given: {
        columns: ['med utfall', 'av'],
        rows: [
          [0, 8],
          [8, 8],
        ],
      },
      find: intervals,
      expected: {
        columns: ['andel', 'lägst', 'högst'],
        rows: [
          [0, 0, 0.32440756488388],
          [1, 0.67559243511612, 1],
        ],
      },
    },
    {
      title: 'En tom grupp har ingen andel',
      given: { columns: ['med utfall', 'av'], rows: [[0, 0]] },
      find: intervals,
      expected: { refused: 'no-rows' },
    },
  ],
}

function intervals(given: SpecTable): SpecTable {
  const [counts, sizes] = [numbersOf(given, 'med utfall'), numbersOf(given, 'av')]
  const shares = Array.from(counts, (count, row) => wilsonInterval(count, sizes[row]!))
  return { columns: ['andel', 'lägst', 'högst'], rows: shares.map(({ share, lower, upper }) => [share, lower, upper]) }
}
