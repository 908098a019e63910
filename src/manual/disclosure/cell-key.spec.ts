import { codesOf } from '../../calculations/columns.ts'
import { cellCounts, cellKeys, perturbedCounts } from '../../calculations/disclosure/cell-key.ts'
import { defaultNoise, maximumEntropyNoise } from '../../calculations/disclosure/cell-key-noise.ts'
import { cellKeyPicture } from '../pictures/cell-key.ts'
import { numbersOf, type Spec, type SpecTable, textsOf } from '../spec.ts'

export const cellKeySpec: Spec = {
  id: 'cell-key',
  family: 'disclosure',
  title: 'Cell key-metoden: antal med slumpmässig avvikelse',
  answers:
    'Hur kan en tabell som läsaren själv får filtrera visas utan att enskilda hushåll röjs? Varje antal ändras lite, och samma hushåll ger alltid samma ändring.',
  definition: [
    'Varje hushåll har en nyckel mellan 0 och 1, som bara den kan räkna ut som har kommunens hemliga salt: de första 32 bitarna av HMAC-SHA256(salt, hushåll). Cellens nyckel är summan av hushållens nycklar utan heltalsdelen.',
    'Antalet $i$ ändras med $v$, där $|v| \\le D$, $i+v \\ge 0$ och $i+v$ aldrig är 1, …, $j_s$. Sannolikheterna är de med störst entropi $-\\sum_v p(v)\\log p(v)$ bland dem med $\\sum_v p(v)\\thinspace v = 0$ och $\\sum_v p(v)\\thinspace v^2 = V$, det vill säga $p(v) \\propto e^{av + bv^2}$. Cellens nyckel avgör vilken ändring det blir. Noll ändras aldrig.',
  ].join('\n\n'),
  choices: [
    'Största ändring D = 5, varians V = 3 och minsta visade antal 3 (jₛ = 2). Standardavvikelsen är √3 ≈ 1,7 för alla antal över noll.',
    'Alla tal ändras för sig, även summorna. Delarna behöver därför inte bli summan.',
  ],
  notWhen: [
    'I årliga tabeller där delarna måste bli summan: dölj celler i stället, eller avrunda kontrollerat.',
    'När skillnaden mellan två tal är det viktiga: två tal som har ändrats skiljer sig med standardavvikelsen √6 ≈ 2,4 från den sanna skillnaden.',
    'För belopp och andelar. Räkna andelen på de ändrade antalen om den ska visas.',
    'Med nytt salt för varje publicering: då går ändringen att medelvärdesbilda bort.',
  ],
  sources: [
    'Fraser, B. & Wooton, J. (2005). A proposed method for confidentialising tabular output to protect against differencing. UNECE.',
    'Giessing, S. (2016). Computational issues in the design of transition probabilities and disclosure risk estimation for additive noise. PSD 2016.',
    'SCB, befolkningsstatistiken från 2025.',
    'R-paketet ptable, create_cnt_ptable(D = 5, V = 3, js = 2).',
  ],
  command:
    'utfall calculate cell-key --file hushåll.csv --household hushåll --dimensions hinder,hushållstyp --salt-file salt.txt',
  picture: {
    caption:
      'I en liten grupp är avvikelsen större än månadens förändring, och den visade kurvan går upp och ned av slump. Visa hellre ett helt år, eller slå ihop grupper.',
    chart: cellKeyPicture,
  },
  situations: [
    {
      title: 'Ett hushåll visas som noll eller som minst tre, och väntevärdet är ändå ett',
      given: { columns: ['antal'], rows: [[1]] },
      find: probabilities,
      expected: {
        columns: ['visas som', 'sannolikhet'],
        rows: [
          [0, 0.7344695410835],
          [3, 0.136720190051682],
          [4, 0.0727963135922868],
          [5, 0.0374295561593293],
          [6, 0.0185843991131981],
        ],
      },
    },
    {
      title: 'Cellens nyckel är summan av hushållens nycklar utan heltalsdelen, och den väljer ändringen',
      given: {
        columns: ['område', 'nyckel'],
        rows: [
          ['norr', 0.5],
          ['norr', 0.75],
          ['norr', 0.5],
          ['syd', 0.25],
        ],
      },
      find: shownByArea,
      expected: {
        columns: ['område', 'sant antal', 'cellens nyckel', 'visas'],
        rows: [
          ['norr', 3, 0.75, 4],
          ['syd', 1, 0.25, 0],
        ],
      },
    },
    {
      title: 'Samma hushåll ger samma tal i vilken ordning de än står, och ett tomt område har inga',
      given: {
        columns: ['område', 'nyckel'],
        rows: [
          ['norr', 0.5],
          ['', 0.125],
          ['norr', 0.5],
          ['norr', 0.75],
        ],
      },
      find: shownByArea,
      expected: { columns: ['område', 'sant antal', 'cellens nyckel', 'visas'], rows: [['norr', 3, 0.75, 4]] },
    },
    {
      title: 'En varians som ett ensamt hushåll inte kan ha vägras: ett kan bara bli noll eller minst tre',
      given: { columns: ['antal', 'varians'], rows: [[1, 1.5]] },
      find: probabilities,
      expected: { refused: 'bad-option' },
    },
  ],
}

function probabilities(given: SpecTable): SpecTable {
  const count = numbersOf(given, 'antal')[0]!
  const variance = given.columns.includes('varians') ? numbersOf(given, 'varians')[0]! : defaultNoise.variance
  const noise = maximumEntropyNoise({ ...defaultNoise, variance })[count]!
  return {
    columns: ['visas som', 'sannolikhet'],
    rows: Array.from(noise.changes, (change, at) => [count + change, noise.probabilities[at]!]),
  }
}

function shownByArea(given: SpecTable): SpecTable {
  const { codes, labels } = codesOf(textsOf(given, 'område'))
  const counts = cellCounts(codes, labels.length)
  const keys = cellKeys(codes, labels.length, numbersOf(given, 'nyckel'))
  const shown = perturbedCounts(counts, keys, maximumEntropyNoise(defaultNoise))
  return {
    columns: ['område', 'sant antal', 'cellens nyckel', 'visas'],
    rows: labels.map((label, cell) => [label, counts[cell]!, keys[cell]!, shown[cell]!]),
  }
}
