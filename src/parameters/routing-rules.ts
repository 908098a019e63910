import type { destinations, CodeOf, expectedDurations, workAbilities } from './code-lists/casework.ts'

export type RoutingRule = {
  key: string
  /** Said to whoever registers the contact. */
  reason: string
  destination: CodeOf<typeof destinations>
  /** Every condition that is given must hold; none given: the rule always fits. */
  when: {
    expectedDuration?: CodeOf<typeof expectedDurations>
    unemployed?: boolean
    ageBelow?: number
    workAbility?: CodeOf<typeof workAbilities>[]
    project?: string
    assessorsDisagree?: boolean
  }
}

/** The entry of the catalogue that holds a municipality's own rules. */
export const routingRulesKey = 'routing'

/**
 * The rules that hold where the municipality has not decided its own, in order: the first that fits decides.
 *
 * Sources: 000-4 and 000-5 (reception function from June 2006; unemployed under 25 straight to the employment consultant),
 * 001-6 (exclusive membership of a project), 003-2 (work ability).
 */
export const defaultRoutingRules: { from: string; source: string; rules: RoutingRule[] } = {
  from: '2006-06-01',
  source: 'Uppföljning av insatser 2006; svar på skrivelse 2011 om arbetsförmåga; 100-projektet 2011–2013',
  rules: [
    {
      key: 'project',
      reason: 'Deltar i 100-projektet och stannar där så länge det pågår',
      destination: 'project',
      when: { project: '100-projektet' },
    },
    {
      key: 'short-stays',
      reason: 'Kort behov: ärendet stannar i mottagningen',
      destination: 'reception',
      when: { expectedDuration: 'short' },
    },
    {
      key: 'unemployed-under-25',
      reason: 'Arbetslös under 25 år: direkt till arbetskonsulent',
      destination: 'employment-consultant',
      when: { unemployed: true, ageBelow: 25 },
    },
    {
      key: 'assessors-disagree',
      reason: 'Bedömningarna av arbetsförmågan går isär: socialsekreteraren tar ställning',
      destination: 'caseworker',
      when: { assessorsDisagree: true },
    },
    {
      key: 'no-work-ability',
      reason: 'Arbetsförmåga saknas eller är under 25 %: ingen arbetsmarknadsinsats',
      destination: 'no-referral',
      when: { workAbility: ['below25', 'none'] },
    },
    {
      key: 'full-ability',
      reason: 'Hel arbetsförmåga: arbetsmarknadsenheten',
      destination: 'job-unit',
      when: { workAbility: ['full'] },
    },
    {
      key: 'reduced-ability',
      reason: 'Delvis nedsatt arbetsförmåga: arbetsmarknadsenheten med extra resurser',
      destination: 'job-unit-extra',
      when: { workAbility: ['reduced'] },
    },
  ],
}
