import type { Gate, GateName } from '../calculations/effect/gates.ts'
import type { Required } from '../calculations/effect/required.ts'
import type { Reason, Verdict } from '../calculations/effect/verdict.ts'
import type { Share } from '../calculations/effect/wilson.ts'
import { formatNumber, formatShare } from '../values/format.ts'

/** Why an effect cannot be told, for a reader who decides about the intervention. */
const reason: Record<Reason, string> = {
  treated: 'deltagarna är för få för att visa en effekt',
  controls: 'de jämförda är för få för att visa en effekt',
  'missing-outcome': 'utfallet saknas för för många',
  'effective-controls': 'för få av de jämförda liknar deltagarna: vägda räcker de inte',
  overlap: 'för många deltagare saknar någon att jämföras med',
  balance: 'grupperna är inte lika efter vägningen',
  agreement: 'två sätt att räkna ger olika svar',
  'placebo-periods': 'utfallet är inte prövat i två perioder före insatsen',
  placebo: 'grupperna skilde sig redan före insatsen',
  'placebo-margin': 'skillnaden före insatsen är så stor att den kan förklara effekten',
  rosenbaum: 'en liten dold skillnad mellan grupperna räcker för att förklara effekten',
  contamination: 'för många hade andra insatser samtidigt',
  'regression-to-the-mean': 'deltagarna valdes för ett högt värde som de jämförda inte har',
  'interval-holds-zero': 'osäkerheten rymmer att effekten är noll',
  'interval-beyond-interest': 'osäkerheten rymmer effekter som är större än den minsta av intresse',
}

export const verdictText = { reason, sentence }

export const verdictOptionText = {
  verdict: 'pröva vad som kan sägas om effekten: alla metoder, alla villkor och ett av tre utlåtanden',
  placebo: 'kolumner med utfallet i perioder före insatsen, den senaste först, åtskilda med komma; två behövs',
  smallestOfInterest: 'minsta effekt som har betydelse, bestämd innan data är sedda',
  otherIntervention: 'kolumn som är 1 för dem som hade en annan insats samtidigt, annars 0',
  selectedOn: 'bakgrundskolumn som deltagarna valdes för att vara höga i, till exempel kostnad',
  treatedPerMonth: 'nya deltagare per månad, för att räkna om fler deltagare till månader',
}

/** What may be said of the effect. No effect stands in it below the floor: only shares with their intervals. */
function sentence(found: Verdict, smallestOfInterest = 0): string {
  const { verdict, effect, gates, reasons, shares, required } = found
  if (!effect || gates.some(isShutFloor))
    return `${unclear}${listed(reasons)}. ${shareSentence(shares)}${neededSentence(required)}`
  const { estimate, lower, upper } = effect
  const write = writer(upper - lower)
  const range = lower < 0 ? `${write(lower)} till ${write(upper)}` : `${write(lower)}–${write(upper)}`
  if (verdict === 'shown')
    return `Effekt påvisad: minst ${write(lower > 0 ? lower : upper)}, troligen ${write(estimate)} (osäkerhet ${range}).`
  if (verdict === 'excluded') return `Effekt större än ±${write(smallestOfInterest)} kan uteslutas.`
  const others = reasons.filter((each) => !each.startsWith('interval-'))
  if (others.length === reasons.length) return `${unclear}${listed(reasons)} (osäkerhet ${range}).`
  const also = others.length > 0 ? ` Dessutom: ${listed(others)}.` : ''
  return `${unclear}osäkerheten ${range} rymmer både besparing och fördyring.${neededSentence(required)}${also}`
}

const unclear = 'Det går inte att avgöra: '

const floor: readonly GateName[] = ['treated', 'controls', 'effective-controls']
const isShutFloor = ({ gate, passed }: Gate): boolean => !passed && floor.includes(gate)

const listed = (reasons: readonly Reason[]): string => reasons.map((each) => reason[each]).join('; ')

const shareSentence = ({ treated, controls }: Verdict['shares']): string =>
  `Andel med utfall över noll: deltagare ${shareText(treated)}, jämförda ${shareText(controls)}.`

const shareText = ({ share, lower, upper }: Share): string =>
  `${formatShare(share)} (${formatNumber(lower * 100, 1)}–${formatShare(upper)})`

/** Nothing when no more are needed, or nobody can say how many. */
function neededSentence(required: Required | null): string {
  if (!required?.moreTreated) return ''
  const months = required.months === null ? '' : ` eller ${formatNumber(required.months)} månader till`
  return ` ${formatNumber(required.moreTreated)} fler deltagare${months} behövs.`
}

/** Numbers with the decimals that an interval of the width can bear: two digits of the width. */
function writer(width: number): (value: number) => string {
  const decimals = width > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(width)))) : 0
  return (value) => formatNumber(value, decimals)
}
