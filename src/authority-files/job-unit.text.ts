/** Words of the job unit's statistics. Kolada's numbers stand beside the rows, so that the form can be filled in row by row. */
export const jobUnitText = {
  columns: { all: 'Antal', women: 'Kvinnor', men: 'Män', share: 'Andel' },
  sum: 'Alla',
  source: 'Vägen till egen försörjning i Utfall och inlästa insatsfiler',
  sentence: (all: string) => `${all} personer ingår.`,
  hidden: 'Antalet personer visas inte.',
  nobody: 'Ingen ingår under perioden.',
  results: {
    name: 'Resultat vid avslut',
    definition:
      'De som avslutade en kommunal arbetsmarknadsinsats under perioden, var och en en gång, efter det senaste avslutet. Börjat arbeta är arbete med eller utan subvention på den reguljära arbetsmarknaden i minst en månad; en arbetsmarknadsanställning hos kommunen räknas som övrigt. Börjat studera är studier som ger rätt till studiemedel. Feriejobb ingår inte. Utfall vet inte om arbetet varade en månad eller om studierna gav studiemedel: det är den som registrerar som avgör.',
    rows: {
      A: { label: 'A Börjat arbeta', kolada: 'U40450, andel U40406' },
      B: { label: 'B Börjat studera', kolada: 'U40451, andel U40409' },
      C: { label: 'C Överförd till annan myndighet', kolada: 'U40452, andel U40412' },
      D: { label: 'D Slutfört uppdrag', kolada: 'U40453, andel U40415' },
      E: { label: 'E Övrigt', kolada: 'U40454, andel U40418' },
    },
    kolada: 'N40450',
  },
  durations: {
    name: 'Tid i insats vid avslut',
    definition:
      'De som avslutade en insats under perioden, efter tiden från första till sista dagen. Exakt 24 månader räknas till 6–24.',
    rows: [
      { label: 'Mindre än 3 månader', kolada: 'U40820' },
      { label: '3 upp till 6 månader', kolada: 'U40821' },
      { label: '6–24 månader', kolada: 'U40822' },
      { label: 'Mer än 24 månader', kolada: 'U40823' },
    ],
    kolada: '',
  },
  referrers: {
    name: 'Vem som anvisade',
    definition:
      'De som avslutade en insats under perioden, efter vem som tog initiativet. Utfall känner de som har hänvisats eller anvisats i Utfall; insatsfilerna säger inte vem som anvisade.',
    rows: {
      committee: { label: 'Socialtjänsten', kolada: 'U40806–U40810' },
      unknown: { label: 'Uppgift saknas', kolada: '' },
    },
    kolada: '',
  },
  ages: {
    name: 'Deltagare efter ålder',
    definition:
      'De som deltog i en insats någon dag under perioden, var och en en gång, efter åldern vid periodens slut. Klasserna är Utfalls: Koladas formulär har inte kunnat läsas.',
    under: (age: number) => `Under ${age} år`,
    between: (from: number, to: number) => `${from}–${to} år`,
    from: (age: number) => `${age} år och äldre`,
    unknown: 'Ålder saknas',
    kolada: 'U40800',
    koladaRow: 'U40811–U40819',
  },
  referred: {
    name: 'Anvisade',
    definition:
      'De som hänvisades eller anvisades till en insats i Utfall under perioden, var och en en gång. De som bara står i en insatsfil ingår inte, eftersom filen inte säger när de anvisades.',
    row: { label: 'Anvisade under perioden', kolada: 'U40803' },
  },
  missing: {
    name: 'Det som fylls i för hand',
    definition: 'Uppgifter som Kolada frågar efter och som inte finns i Utfall.',
    rows: {
      education: { label: 'Utbildning', kolada: 'U40811–U40819' },
      withoutWork: { label: 'Tid utan arbete före insatsen', kolada: 'U40811–U40819' },
    },
    sentence: 'Utbildning och tid utan arbete registreras inte i Utfall.',
  },
  file: { kolada: 'kolada', table: 'tabell', row: 'rad' },
  fileName: (from: string, to: string) => `arbetsmarknadsenhet-${from}-${to}.csv`,
} as const
