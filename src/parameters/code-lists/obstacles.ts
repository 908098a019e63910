import type { Month } from '../../values/month.ts'
import type { CodeEntry } from './code-list.ts'
import { codeReader } from './code-list.ts'

/**
 * National reasons for assistance (försörjningshinder), per adult and month.
 *
 * The labels are those of a case system in use, read 2026-09-21; Socialstyrelsen publishes no list of codes,
 * so the codes are ours. `from` and `until` bound the months a code may be used for, `until` not included;
 * null means that no limit is known.
 * "Språkhinder" and "SFI" are not in the list: they are local codes that a municipality's profile points to a
 * national code.
 */
export const obstacles = [
  entry('unemployed_noBenefit', 'unemployed', 'Arbetslös, ingen ersättning/stöd', [
    'Arbetslös, ingen ersättning',
    'Arbetslös, ingen ersättning eller stöd',
  ]),
  entry('unemployed_insufficient', 'unemployed', 'Arbetslös, otillräcklig ersättning/stöd', [
    'Arbetslös, otillräcklig ersättning',
    'Arbetslös, otillräcklig ersättning eller stöd',
  ]),
  entry('unemployed_awaiting', 'unemployed', 'Arbetslös, väntar på ersättning/stöd', [
    'Arbetslös, väntar på ersättning',
    'Arbetslös, väntar på ersättning eller stöd',
  ]),
  establishment('establishment_insufficient', 'Etableringsersättning otillräcklig', [
    'Arbetslös, otillräcklig etableringsersättning',
    'Otillräcklig etableringsersättning',
  ]),
  establishment('establishment_awaiting', 'Etableringsersättning, väntar på', [
    'Väntar på etableringsersättning',
    'Arbetslös, väntar på etableringsersättning',
  ]),
  establishment('establishment_notEligible', 'Etableringsers. saknas (prestationsförmåga <25%)', [
    'Etableringsersättning saknas (prestationsförmåga <25%)',
    'Etableringsersättning saknas',
    'Etableringsersättning saknas (prestationsförmåga under 25 %)',
    'Etableringsersättning saknas (prestationsförmåga mindre än 25 %)',
  ]),
  entry('sickCertified_noBenefit', 'sickCertified', 'Sjukskriven m läkarintyg, ingen sjukpenning', [
    'Sjukskriven med läkarintyg, ingen sjukpenning',
  ]),
  entry('sickCertified_insufficient', 'sickCertified', 'Sjukskriven m läkarintyg, otillräcklig sjukpenning', [
    'Sjukskriven med läkarintyg, otillräcklig sjukpenning',
  ]),
  entry('sickCertified_awaiting', 'sickCertified', 'Sjukskriven m läkarintyg, väntar på sjukpenning', [
    'Sjukskriven med läkarintyg, väntar på sjukpenning',
  ]),
  entry('disabilityBenefit_insufficient', 'disabilityBenefit', 'Sjuk/Aktivitetsersättning, otillräcklig ersättning', [
    'Sjuk- eller aktivitetsersättning, otillräcklig ersättning',
    'Sjuk-/aktivitetsersättning, otillräcklig',
    'Sjukersättning/aktivitetsersättning, otillräcklig ersättning',
    'Sjuk- eller aktivitetsersättning, otillräcklig',
  ]),
  entry('disabilityBenefit_awaiting', 'disabilityBenefit', 'Sjuk/Aktivitetsersättning, väntar på ersättning', [
    'Sjuk- eller aktivitetsersättning, väntar på ersättning',
    'Sjuk-/aktivitetsersättning, väntar på',
    'Sjukersättning/aktivitetsersättning, väntar på ersättning',
    'Sjuk- eller aktivitetsersättning, väntar på',
  ]),
  entry('pension_insufficient', 'pension', 'Pension/Äldreförsörjningsstöd otillräcklig', [
    'Pension eller äldreförsörjningsstöd, otillräcklig',
    'Otillräcklig pension',
  ]),
  entry('pension_awaiting', 'pension', 'Pension/Äldreförsörjningsstöd, Väntar på', [
    'Pension eller äldreförsörjningsstöd, väntar på',
    'Väntar på pension',
  ]),
  entry('workObstacle_social', 'workObstacleSocial', 'Arbetshinder, sociala skäl', ['Arbetshinder av sociala skäl']),
  entry('parental_insufficient', 'parental', 'Föräldrapenning otillräcklig', [
    'Otillräcklig föräldrapenning',
    'Föräldraledig, otillräcklig föräldrapenning',
  ]),
  entry('parental_awaiting', 'parental', 'Föräldrapenning, väntar på', [
    'Väntar på föräldrapenning',
    'Föräldraledig, väntar på föräldrapenning',
  ]),
  // Kolada's groups name no place for lack of childcare; it is counted with parental leave, as care of a child.
  entry('noChildcare', 'parental', 'Saknar barnomsorg', ['Barnomsorg saknas']),
  entry('fullTime_insufficient', 'fullTime', 'Arbetar heltid, otillräcklig inkomst', []),
  entry('fullTime_awaitingIncome', 'fullTime', 'Arbetar heltid, väntar på inkomst', []),
  entry('partTime_insufficient', 'partTime', 'Arbetar deltid ofrivilligt, otillräcklig inkomst', [
    'Arbetar deltid, otillräcklig inkomst',
  ]),
  entry('partTime_awaitingIncome', 'partTime', 'Arbetar deltid ofrivilligt, väntar på inkomst', [
    'Arbetar deltid, väntar på inkomst',
  ]),
  // Nor for pupils among unaccompanied youth: they have no obstacle but their studies.
  entry('unaccompaniedYouth_student', 'none', 'Ensamkommande ungdom 18-20 år, gymnasiestuderande', [
    'Ensamkommande ungdom 18–20 år, gymnasiestuderande',
  ]),
  entry('none', 'none', 'Utan försörjningshinder', [
    'Försörjningshinder saknas',
    'Inget försörjningshinder',
    'Inga försörjningshinder',
    'Saknar försörjningshinder',
    'Ej försörjningshinder',
  ]),
  entry('unknown', 'unknown', 'Uppgift saknas', ['Okänt', 'Okänd']),
] as const satisfies readonly ObstacleEntry[]

export type Obstacle = (typeof obstacles)[number]['code']

/** The eleven groups that Kolada publishes shares for, N31858–N31868. */
export const obstacleGroupLabel = {
  unemployed: 'Arbetslösa',
  establishment: 'Arbetslösa med etableringsersättning',
  sickCertified: 'Sjukskrivna med läkarintyg',
  disabilityBenefit: 'Sjuk- eller aktivitetsersättning',
  pension: 'Pension eller äldreförsörjningsstöd',
  workObstacleSocial: 'Arbetshinder, sociala skäl',
  parental: 'Föräldralediga',
  fullTime: 'Heltidsarbetande',
  partTime: 'Deltidsarbetande',
  none: 'Försörjningshinder saknas',
  unknown: 'Uppgift saknas',
} as const

export type ObstacleGroup = keyof typeof obstacleGroupLabel

const codeOf = codeReader<Obstacle>(obstacles)

/** A system's own number before a label is passed over; a number alone differs between installations, and says nothing. */
export const obstacleOf = (text: string): Obstacle | null =>
  codeOf(text) ?? codeOf(text.replace(/^\d+\s*[-–.:)]?\s*/, ''))

const byCode = new Map<string, (typeof obstacles)[number]>(obstacles.map((each) => [each.code, each]))

/** The Swedish label; the code itself when it is a municipality's own. */
export const obstacleLabel = (code: string): string => byCode.get(code)?.label ?? code

/** The Swedish name of the group that national statistics are published in. */
export const obstacleGroup = (code: string): string => obstacleGroupLabel[byCode.get(code)?.group ?? 'unknown']

/** False for a month outside the code's validity. True for a code that is not national: it is judged elsewhere. */
export function obstacleHolds(code: string, month: Month): boolean {
  const { from, until } = byCode.get(code) ?? { from: null, until: null }
  return (from === null || month >= from) && (until === null || month < until)
}

type ObstacleEntry<Code extends string = string> = CodeEntry<Code> & {
  group: ObstacleGroup
  from: Month | null
  until: Month | null
  source: string
}

function entry<Code extends string>(
  code: Code,
  group: ObstacleGroup,
  label: string,
  aliases: readonly string[],
  limits: { from: Month | null; source: string } = {
    from: null,
    source: 'Plocklista i ett ärendesystem, avskriven 2026-09-21; grupper enligt Kolada N31858–N31868.',
  },
): ObstacleEntry<Code> {
  return { code, group, label, aliases, until: null, ...limits }
}

/** The benefit came with the act on establishment (2010:197), in force from 1 December 2010. */
function establishment<Code extends string>(
  code: Code,
  label: string,
  aliases: readonly string[],
): ObstacleEntry<Code> {
  const source = 'Lag (2010:197) om etableringsinsatser för vissa nyanlända invandrare, i kraft 2010-12-01.'
  return entry(code, 'establishment', label, aliases, { from: '2010-12' as Month, source })
}
