import { fallWithoutAction } from '../../calculations/effect/regression-to-the-mean.ts'
import { regressionToTheMeanPicture } from '../pictures/regression-to-the-mean.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'

const columns = ['kronor före', 'kronor efter', 'fall']

const costs: SpecTable = {
  columns: ['hushåll', 'kronor före', 'kronor efter'],
  rows: [
    ['A', 96_000, 88_000],
    ['B', 140_000, 104_000],
    ['C', 60_000, 72_000],
    ['D', 120_000, 116_000],
    ['E', 84_000, 90_000],
    ['F', 132_000, 0],
  ],
}

export const regressionToTheMeanSpec: Spec = {
  id: 'regression-to-the-mean',
  family: 'effect',
  title: 'De dyraste faller av sig själva (återgång mot medelvärdet)',
  answers:
    'Hur mycket sjunker kostnaden för de dyraste hushållen utan att någon gör något? En insats för dem måste ge mer än så.',
  definition:
    'De $k$ hushåll som kostade mest under en period följs till nästa, lika långa period, båda före insatsen: $\\text{fall} = (\\text{före} - \\text{efter})/\\text{före}$. Den som valdes för en hög kostnad valdes ofta också för en ovanligt dyr tid.',
  choices: [
    'Den som har lämnat biståndet räknas med noll kronor.',
    'Av lika dyra hushåll tas de som står först.',
    'Utlåtandet om en effekt räknar med detta när urvalet anges med `--selected-on`: de jämförda måste då vara lika dyra.',
  ],
  notWhen: [
    'Som ett mått på en insats: talet är vad som händer utan den. Dra det från fallet, eller jämför med andra lika dyra hushåll.',
    'När de dyraste redan hade en insats någon av perioderna.',
  ],
  sources: [
    'Galton, F. (1886). Regression towards mediocrity in hereditary stature. Journal of the Anthropological Institute 15.',
    'Barnett, A. G., van der Pols, J. C. & Dobson, A. J. (2005). Regression to the mean: what it is and how to deal with it. International Journal of Epidemiology 34.',
  ],
  picture: {
    caption:
      'De dyraste ett halvår har valts för att de var dyra just då, och faller tillbaka nästa halvår utan att något görs. Jämför med andra lika dyra hushåll i stället för med samma hushåll före.',
    chart: regressionToTheMeanPicture,
  },
  situations: [
    {
      title: 'De två dyraste av sex: mer än hälften av kostnaden försvann utan insats',
      given: costs,
      find: (table) => fall(table, 2),
      expected: { columns, rows: [[272_000, 104_000, 168 / 272]] },
    },
    {
      title: 'Alla sex: kostnaden föll också, men mindre',
      given: costs,
      find: (table) => fall(table, 6),
      expected: { columns, rows: [[632_000, 470_000, 162 / 632]] },
    },
    {
      title: 'Fler än vad som finns går inte att välja',
      given: costs,
      find: (table) => fall(table, 7),
      expected: { refused: 'too-few' },
    },
  ],
}

function fall(table: SpecTable, selected: number): SpecTable {
  const found = fallWithoutAction(numbersOf(table, 'kronor före'), numbersOf(table, 'kronor efter'), selected)
  return { columns, rows: [[found.before, found.after, found.fall]] }
}
