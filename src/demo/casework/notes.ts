const households = ['households-per-month', 'inflow', 'outflow', 'applications']

/** What happened along the way (002-P10, 002-P11, 002-P14), in words of our own. The figures are those that it may explain. */
const notes = {
  'fler-handlaggare': {
    ...{ kind: 'explanation', on: '2018-09-03', until: null },
    title: 'Två handläggare till',
    text: 'Varje handläggare fick färre hushåll och mer tid för planering.',
    figures: ['households-per-month', 'long-term-rolling-12', 'rejection-share'],
    source: 'Verksamhetsberättelse 2018',
  },
  'mottagning-pa-ett-stalle': {
    ...{ kind: 'explanation', on: '2018-06-01', until: null },
    title: 'Allt till och med första besöket på ett ställe',
    text: 'Korta ärenden stannar i mottagningen.',
    figures: ['applications', 'rejection-share', 'inflow'],
    source: 'Uppföljning av insatser och kostnader',
  },
  'coach-inom-en-vecka': {
    ...{ kind: 'explanation', on: '2019-03-04', until: null, figures: households },
    title: 'Coach inom en vecka',
    text: 'Den som ringer möter en arbetsmarknadscoach inom sju dagar, innan rätten till bistånd utreds.',
    source: 'Delrapport till kommunstyrelsen',
  },
  'arbetsformedlingen-gors-om': {
    ...{ kind: 'external-factor', on: '2019-01-30', until: null },
    title: 'Arbetsförmedlingen varslar och omorganiserar',
    text: 'Beslut om stöd och program kan dröja längre.',
    figures: ['households-per-month', 'outflow', 'long-term-rolling-12'],
    source: 'Arbetsförmedlingens pressmeddelande',
  },
  'norm-2019': {
    ...{ kind: 'external-factor', on: '2019-01-01', until: '2020-01-01' },
    title: 'Riksnormen höjs',
    text: 'Normen räknas upp vid årsskiftet, vilket höjer kostnaden per hushåll.',
    figures: ['cost-per-household-month', 'paid'],
    source: 'Socialtjänstförordningen',
  },
  'matbara-mal': {
    ...{ kind: 'development-area', on: '2019-05-14', until: null, figures: ['outflow', 'throughput'] },
    title: 'Mätbara mål för varje insats',
    text: 'Varje insats behöver mål som går att följa upp i båda verksamhetssystemen.',
    source: 'Delrapport till kommunstyrelsen',
  },
  'gemensamma-mal': {
    ...{ kind: 'development-area', on: '2019-05-14', until: null, figures: ['long-term-rolling-12', 'obstacles'] },
    title: 'Gemensamma mål för dem som står längst från arbete',
    text: 'För den som har arbetshinder tar vägen flera år. Nämnderna behöver enas om vad som är rimligt att nå.',
    source: 'Delrapport till kommunstyrelsen',
  },
}

/** Saved the day they tell of. */
export const demoNotes = Object.entries(notes).map(([key, body]) => ({
  kind: 'dated-note' as const,
  ...{ key, body, savedOn: body.on },
}))
