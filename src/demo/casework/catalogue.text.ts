export type Goal = { key: string; text: string }
type Text = { name: string; purpose: string; targetGroup: string; goals: readonly Goal[] }

const work: Goal = { key: 'work', text: 'Har ett arbete, med eller utan subvention' }
const studies: Goal = { key: 'studies', text: 'Har börjat studera' }
const ready: Goal = { key: 'ready', text: 'Bedöms stå till Arbetsförmedlingens förfogande' }

/** What each intervention of the demo is called, is for and is to lead to. */
export const interventionTexts = {
  jobbtorg: {
    name: 'Jobbtorg',
    purpose: 'Stöd att söka och få arbete eller att börja studera.',
    targetGroup: 'Arbetslösa med hel arbetsförmåga.',
    goals: [work, ready],
  },
  'jobbtorg-resurs': {
    name: 'Jobbtorg Resurs',
    purpose: 'Stöd mot arbete med extra resurser, i egen takt.',
    targetGroup: 'Personer med delvis nedsatt arbetsförmåga.',
    goals: [work, { key: 'ability', text: 'Arbetsförmågan är prövad och känd' }],
  },
  jobbjakten: {
    name: 'Jobbjakten',
    purpose: 'Intensivt jobbsökande med direktkontakt med företag.',
    targetGroup: 'Arbetslösa utan a-kassa eller annan ersättning.',
    goals: [work],
  },
  arbetstraning: {
    name: 'Arbetsträning i egen regi',
    purpose: 'Pröva och träna arbetsförmågan på en av kommunens arbetsplatser.',
    targetGroup: 'Personer vars arbetsförmåga är oklar.',
    goals: [
      { key: 'ability', text: 'Arbetsförmågan är prövad och känd' },
      { key: 'routines', text: 'Kommer i tid minst fyra dagar av fem' },
    ],
  },
  arbetspraktik: {
    name: 'Arbetspraktik',
    purpose: 'Aktuella referenser från en arbetsplats.',
    targetGroup: 'Arbetslösa som saknar färska referenser.',
    goals: [{ key: 'reference', text: 'Har en ny referens från en arbetsgivare' }],
  },
  rehabilitering: {
    name: 'Arbetslivsinriktad rehabilitering',
    purpose: 'Samordnad väg tillbaka till arbete.',
    targetGroup: 'Personer med sociala eller medicinska hinder.',
    goals: [ready],
  },
  'korta-vardsparet': {
    name: 'Korta vårdspåret',
    purpose: 'Förberedande utbildning på heltid med studier och praktik inom äldreomsorgen.',
    targetGroup: 'Personer som vill arbeta inom vård och omsorg.',
    goals: [{ key: 'summer-job', text: 'Har fått sommarvikariat inom vården' }],
  },
  lokalvard: {
    name: 'Lokalvårdsutbildning',
    purpose: 'Yrkesutbildning i samarbete med arbetsgivare.',
    targetGroup: 'Personer med försörjningsstöd som vill arbeta med lokalvård.',
    goals: [work],
  },
  'steget-2': {
    name: 'Steget 2.0',
    purpose: 'Kort insats med fördjupad kartläggning och planering. Nya deltagare varje vecka.',
    targetGroup: 'Personer med beslut om kompetenshöjande verksamhet.',
    goals: [{ key: 'plan', text: 'Har en egen plan mot arbete eller studier' }],
  },
  mica: {
    name: 'MICA',
    purpose: 'Motivation, inspiration, cv och arbete: en halv dag i veckan.',
    targetGroup: 'Personer vars subventionerade anställning närmar sig slutet.',
    goals: [work],
  },
  syv: {
    name: 'SYV',
    purpose: 'Studie- och yrkesvägledning i arbetsmarknadsinsatserna.',
    targetGroup: 'Deltagare som funderar på att studera.',
    goals: [studies],
  },
  sociallakaren: {
    name: 'Socialläkaren',
    purpose: 'Klarlägga den medicinska grunden och pröva rätten till ersättning från Försäkringskassan.',
    targetGroup:
      'Grupp A: till Försäkringskassans ersättning. Grupp B: nollklassade. Grupp C: sjuk- eller aktivitetsersättning.',
    goals: [{ key: 'benefit', text: 'Har fått beslut om ersättning från Försäkringskassan' }],
  },
  '100-projektet': {
    name: '100-projektet',
    purpose: 'Fördjupat arbete med de hushåll som har haft bistånd längst och till störst kostnad.',
    targetGroup: 'Hushåll med långvarigt bistånd och socialmedicinska hinder.',
    goals: [{ key: 'self-support', text: 'Hushållet försörjer sig självt' }],
  },
  'subventionerad-anstallning': {
    name: 'Subventionerad anställning',
    purpose: 'Anställning med lönestöd som leder vidare till ett reguljärt arbete.',
    targetGroup: 'Personer som Arbetsförmedlingen bedömt ha rätt till lönestöd.',
    goals: [{ key: 'regular', text: 'Har ett reguljärt arbete efter anställningen' }],
  },
  'anstallning-utan-subvention': {
    name: 'Anställning utan subvention',
    purpose: 'Reguljärt arbete hos en arbetsgivare, med introduktion.',
    targetGroup: 'Arbetslösa som är redo för arbete.',
    goals: [work],
  },
} satisfies Record<string, Text>

export const industries: Record<string, string> = {
  Bageri: 'Livsmedel',
  Bygg: 'Bygg',
  Städ: 'Lokalvård',
  Lager: 'Lager och logistik',
  Restaurang: 'Restaurang',
  Verkstad: 'Industri',
  Handel: 'Detaljhandel',
  Omsorg: 'Vård och omsorg',
  Trädgård: 'Park och trädgård',
}

export const employerNames = [
  ...['Eken', 'Linden', 'Lönnen', 'Asken', 'Tallen', 'Rönnen', 'Hasseln', 'Björken', 'Dalen', 'Lunden', 'Hagen'],
  ...[
    'Ängen',
    'Viken',
    'Holmen',
    'Bruket',
    'Kvarnen',
    'Torget',
    'Åsen',
    'Bäcken',
    'Källan',
    'Parken',
    'Hamnen',
    'Slussen',
  ],
]
export const employersPerIndustry = 8
export const municipalEmployers = [
  'Vård- och omsorgsförvaltningen',
  'Service- och teknikförvaltningen',
  'Bildningsförvaltningen',
]
export const contactText = 'Berättade om introduktion med lönestöd och frågade om behov av personal.'
export const municipalContactText = 'Gick igenom platser för subventionerade anställningar.'
