/** A program that uses the library alone, as it stands in the manual; a test runs it. */
export const programExample = {
  code: `import { codesOf } from 'utfall/calculations/columns'
import { followUpOf } from 'utfall/calculations/survival/follow-up'
import { kaplanMeier } from 'utfall/calculations/survival/kaplan-meier'
import { tablesByGroup } from 'utfall/calculations/survival/risk-table'

// Månader med bistånd för sex hushåll i två enheter; 0 är att perioden ännu pågår.
const followUp = followUpOf({
  time: Float64Array.of(2, 5, 9, 1, 4, 12),
  exit: Int32Array.of(1, 1, 0, 1, 1, 0),
  causes: 1,
  group: codesOf(['Nord', 'Nord', 'Nord', 'Syd', 'Syd', 'Syd']),
})
const [nord] = tablesByGroup(followUp)
const { time, survival } = kaplanMeier(nord)
time.forEach((month, at) => console.log(month, survival[at].toFixed(3)))
`,
  prints: `2 0.667
5 0.333
9 0.333
`,
}
