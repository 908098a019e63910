import { verdictOn } from '../../calculations/effect/verdict.ts'
import { seededRandom } from '../../calculations/random.ts'
import { effectLimits } from '../../parameters/effect-limits.ts'
import { numbersOf, type Spec, type SpecTable } from '../spec.ts'
import { verdictPicture } from '../pictures/verdict.ts'

const given = (
  treated: number,
  controls: number,
  effect: number,
  hidden: number,
  interest: number | null,
): SpecTable => ({
  columns: ['deltagare', 'jämförda', 'sann effekt', 'dold skillnad', 'minsta av intresse'],
  rows: [[treated, controls, effect, hidden, interest]],
})
const answer = (verdict: string): SpecTable => ({ columns: ['utlåtande'], rows: [[verdict]] })

export const verdictSpec: Spec = {
  id: 'verdict',
  family: 'effect',
  title: 'Utlåtandet: vad som får sägas om en effekt',
  answers:
    'Har insatsen effekt? Ett av tre svar: påvisad, större effekt kan uteslutas, eller så går det inte att avgöra.',
  definition: [
    'Intervallet är allt som entropibalansering eller AIPW rymmer. Det ska tåla att flyttas åt endera hållet med den största effekt som hittas i en period före insatsen, där sanningen är noll.',
    'Rymmer det då inte noll och är alla villkor uppfyllda är effekten **påvisad**. Ligger det då inom ±δ, bestämt i förväg, kan en **större effekt uteslutas**. Annars **går det inte att avgöra**, och svaret säger varför och vad som behövs.',
    'Villkoren är antal, kända utfall, effektivt antal jämförda, överlapp, balans, att två metoder är överens, ingen effekt i två perioder före insatsen, Rosenbaums Γ, och om de anges andra insatser samtidigt och urval på ett högt värde.',
  ].join('\n\n'),
  choices: [
    'Minst 50 deltagare, 100 jämförda och 30 effektiva jämförda. Med färre än 50 eller 100 räknas ingen effekt, bara andelar.',
    'Högst 10 % av utfallen saknas i någon grupp, högst 10 % av deltagarna har sannolikhet över 0,9 för insatsen.',
    'Skillnad efter vägning högst 0,1 standardavvikelser; metoderna högst ett medelfel från varandra.',
    'Effekten i två perioder före insatsen högst 2,24 medelfel från noll: 95 % för de två tillsammans.',
    'När en period före insatsen prövas lämnar den, det som kom efter den och det som bara stiger eller faller med den bakgrunden.',
  ],
  notWhen: [
    'Utan utfallet i två perioder före insatsen: svaret blir alltid att det inte går att avgöra.',
    'När insatsen gällde hela kommunen: jämför då med andra kommuner.',
    'När utfallet och perioderna före inte mäts i samma enhet, eller när kolumnerna i `--placebo` inte är samma utfall tidigare: en kolumn utan samband med utfallet klarar provet vad som än skiljer grupperna åt.',
    'När något kan ha skilt grupperna åt först efter starten: det syns inte i någon tidigare period.',
  ],
  sources: [
    'LaLonde, R. (1986); Dehejia, R. & Wahba, S. (1999); Imbens, G. & Xu, Y. (2024).',
    'Rambachan, A. & Roth, J. (2023). A more credible approach to parallel trends.',
  ],
  command:
    'utfall calculate effect --verdict --file hushåll.csv --treated insats --outcome månader --covariates ålder,barn,före1,före2 --placebo före1,före2 --smallest-of-interest 1',
  picture: {
    caption:
      'Grupperna skilde sig lika mycket före insatsen, då den inte kan ha haft effekt. Utan de två perioderna hade effekten sett säker ut: ta alltid med dem.',
    chart: verdictPicture,
  },
  situations: [
    {
      title: 'En stor effekt, allt av betydelse känt och lika grupper före: påvisad',
      given: given(150, 450, -1, 0, null),
      find: verdicts,
      expected: answer('shown'),
    },
    {
      title: 'Ingen effekt och ett smalt intervall: en större effekt kan uteslutas',
      given: given(300, 900, 0, 0, 0.5),
      find: verdicts,
      expected: answer('excluded'),
    },
    {
      title: 'Grupperna skilde sig redan före insatsen: det går inte att avgöra',
      given: given(150, 450, -1, -1, null),
      find: verdicts,
      expected: answer('cannot-tell'),
    },
    {
      title: 'Sjutton deltagare: bara andelar, hur stor effekten än ser ut att vara',
      given: given(17, 200, -3, 0, 1),
      find: verdicts,
      expected: answer('cannot-tell'),
    },
    {
      title: 'Utan jämförelsegrupp finns inget att avgöra',
      given: given(60, 0, -1, 0, null),
      find: verdicts,
      expected: { refused: 'no-controls' },
    },
  ],
}

function verdicts(table: SpecTable): SpecTable {
  const [treated, controls, effect, hidden, interest] = table.columns.map((column) => numbersOf(table, column)[0]!)
  const sample = drawnSample(treated!, treated! + controls!, effect!, hidden!)
  const placebos = sample.covariates.slice(1)
  const smallestOfInterest = Number.isNaN(interest) ? {} : { smallestOfInterest: interest! }
  const question = { sample, placebos, missingOutcome: { treated: 0, controls: 0 }, ...smallestOfInterest }
  return answer(verdictOn(question, effectLimits.at(-1)!.value).verdict)
}

/** Households with the outcome in two earlier periods, drawn with a fixed seed. */
function drawnSample(treatedRows: number, rows: number, effect: number, hidden: number) {
  const random = seededRandom(5)
  const treated = Uint8Array.from({ length: rows }, (_, row) => (row < treatedRows ? 1 : 0))
  const usual = Float64Array.from(treated, () => 6 + random.normal())
  const period = () => usual.map((level, row) => level + hidden * treated[row]! + 0.7 * random.normal())
  const age = Float64Array.from(treated, () => 20 + random.integer(40))
  const [before1, before2, after] = [period(), period(), period()]
  const covariates = [
    { name: 'ålder', values: age },
    { name: 'före1', values: before1 },
    { name: 'före2', values: before2 },
  ]
  return { treated, outcome: after.map((value, row) => value + effect * treated[row]!), covariates }
}
