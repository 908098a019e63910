type Stated = { value: number; source: string } | null

const followUp = 'Uppföljning av insatser och kostnader'
const stated = (value: number, source = followUp): Stated => ({ value, source })
const kronor = (amount: number, source = followUp): Stated => stated(amount * 100, source)

type Part = Partial<Record<'persons' | 'share' | 'affected' | 'oreAMonth' | 'months' | 'promisedOre', Stated>>

const part = (label: string, given: Part) => ({
  ...{ label, persons: null, share: null, affected: null, oreAMonth: null, months: null, promisedOre: null },
  ...given,
})

const common = {
  ...{ attribution: 'action', counted: 'separately', intervention: null, group: null, until: null },
  ...{ baseline: { from: '2017-01', until: '2018-01' }, background: '', targetGroup: '', goal: '', nextLook: null },
  ...{ ownCosts: [], counterfactuals: [], claims: [] },
}

/** The package of actions of document 000 in the years of the demo, and one more for what has an effect to be found. */
const actions = {
  intagsfunktion: {
    ...{ name: 'Intagsfunktion', owner: 'Eva Nyberg', start: '2018-06', goal: 'Halvera det befarade underskottet' },
    background: 'Allt från information till första besök görs på ett ställe. Korta ärenden stannar där.',
    targetGroup: 'Alla som söker',
    assumptions: [part('Alla', { promisedOre: kronor(750_000) })],
  },
  sociallakare: {
    ...{ name: 'Socialläkare', owner: 'Eva Nyberg', start: '2018-09', nextLook: '2019-05-14' },
    intervention: 'Socialläkaren',
    background: 'Läkaren klarlägger den medicinska grunden och prövar om Försäkringskassans ersättning kan sökas.',
    targetGroup: 'Grupp A: till Försäkringskassans ersättning. Grupp C: sjuk- eller aktivitetsersättning.',
    goal: 'Rätt ersättning från rätt myndighet',
    assumptions: [
      part('Grupp A', { persons: stated(16), oreAMonth: kronor(6300), promisedOre: kronor(600_000) }),
      part('Grupp C', {
        ...{ persons: stated(55), share: stated(0.5), affected: stated(25) },
        ...{ oreAMonth: kronor(8400), promisedOre: kronor(1_000_000) },
      }),
    ],
    ownCosts: [
      {
        ...{ label: 'Läkartid, 320 timmar', ore: 464_000_00, from: '2018-09', until: '2020-01' },
        source: 'Avtal: 1 450 kr i timmen',
      },
    ],
  },
  jobbjakten: {
    ...{ name: 'Jobbjakten', owner: 'Eva Nyberg', start: '2018-01', until: '2018-07', intervention: 'Jobbjakten' },
    background: 'Intensivt jobbsökande i grupp med direktkontakt med företag.',
    targetGroup: 'Arbetslösa utan a-kassa eller annan ersättning',
    goal: 'Anställning, i andra hand praktik',
    assumptions: [part('Deltagare', { persons: stated(50), promisedOre: kronor(1_500_000) })],
    ownCosts: [
      {
        ...{ label: 'Två omgångar', ore: 200_000_00, from: '2018-01', until: '2018-07' },
        source: 'Insatskatalogen: 100 000 kr per omgång',
      },
    ],
  },
  unga: {
    ...{ name: 'Unga 18–25 år', owner: 'Eva Nyberg', start: '2018-09', counted: 'unclear' },
    targetGroup: 'Arbetslösa under 25 år hänvisas direkt till arbetskonsulent',
    goal: 'Egen försörjning inom en till tre månader',
    assumptions: [part('Gruppen som helhet', { persons: stated(1), oreAMonth: kronor(100_000), months: stated(4) })],
  },
  jobbtorg: {
    ...{ name: 'Fler till Jobbtorg', owner: 'Eva Nyberg', start: '2018-01', intervention: 'Jobbtorg' },
    ...{ nextLook: '2019-08-15', targetGroup: 'Arbetslösa med hel arbetsförmåga' },
    background: 'Alla arbetslösa med hel arbetsförmåga hänvisas till Jobbtorg.',
    goal: 'Kortare tid med bistånd',
    assumptions: [
      part('Deltagare', {
        ...{ persons: stated(150, 'Platser och genomströmning 2017'), share: stated(0.16, 'Bedömning') },
        ...{ oreAMonth: kronor(8700, 'Snitt per hushåll 2017'), months: stated(12, 'Bedömning') },
      }),
    ],
    ownCosts: [
      {
        ...{ label: '60 platser', ore: 16 * 174_000_00, from: '2018-01', until: '2019-05' },
        source: 'Insatskatalogen: 2 900 kr per plats och månad',
      },
    ],
    counterfactuals: [
      {
        ...{ kind: 'own-forecast', year: 2018, ore: 61_800_000_00 },
        ...{ author: 'Mats Öberg', on: '2017-11-20', source: 'Budgetprognos 2018 utan fler platser' },
      },
    ],
    claims: [{ ore: 3_000_000_00, on: '2019-02-12', source: 'Verksamhetsberättelse 2018' }],
  },
}

/** Each was opened on the first day of the month it started in. */
export const savingsActions = Object.entries(actions).map(([key, body]) => ({
  kind: 'savings-action' as const,
  ...{ key, body: { ...common, ...body }, savedOn: `${body.start}-01` },
}))
