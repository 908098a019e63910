/** `node test/support/run-typescript.mjs test/support/count-attacks.ts FIRST COUNT`: a line for each guard, for the benchmark. */
import { attackPublications, type Guard } from './attack-publications.ts'

const [first = 1, count = 40] = process.argv.slice(3).map(Number)

const attacked = async (guard: Guard, many: number) => {
  const sums = { guard, attacks: 0, hidden: 0, withheld: 0, recovered: 0, early: 0, earlySmall: 0 }
  for (let seed = first; seed < first + many; seed++) {
    const found = await attackPublications(seed, guard)
    sums.attacks++
    sums.hidden += found.hidden
    sums.withheld += found.withheld
    sums.recovered += found.recovered.length
    sums.early += found.early
    sums.earlySmall += found.earlySmall.length
    if (found.recovered.length > 0 && guard === 'guarded') console.log(`seed ${seed}: ${found.recovered.join(' ')}`)
  }
  console.log(JSON.stringify(sums))
  return sums
}

// That the attacker can do anything at all is shown on a tenth of them.
for (const guard of ['simple', 'one by one'] as const) await attacked(guard, Math.ceil(count / 10))
const { recovered, earlySmall } = await attacked('guarded', count)
if (recovered + earlySmall > 0) process.exitCode = 1
