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
      'Täljare: de vars insats avslutades under perioden med resultatet. Nämnare: alla vars insats avslutades under perioden. Var och en räknas en gång, efter det senaste avslutet. A är arbete med eller utan subvention på den reguljära arbetsmarknaden i minst en sammanhängande månad; en arbetsmarknadsanställning hos kommunen räknas som E. B är studier som ger rätt till studiemedel. C är den vars försörjning gått över till en annan myndighet, till exempel genom sjukpenning, pension eller a-kassa. D är ett uppdrag som slutförts med ett utlåtande, där ansvaret gått tillbaka till den som remitterade. E är avbrott i förtid, flytt, dödsfall och annat. Feriejobb ingår inte. Utfall vet inte om arbetet varade en månad eller om studierna gav studiemedel: det är den som registrerar som avgör.',
    rows: {
      A: { label: 'A Börjat arbeta', kolada: 'U40450, andel U40406' },
      B: { label: 'B Börjat studera', kolada: 'U40451, andel U40409' },
      C: { label: 'C Överförd till annan myndighet', kolada: 'U40452, andel U40412' },
      D: { label: 'D Slutfört uppdrag', kolada: 'U40453, andel U40415' },
      E: { label: 'E Övrigt', kolada: 'U40454, andel U40418' },
    },
    workOrStudies: { label: 'varav A eller B, börjat arbeta eller studera', note: 'andel U40455' },
    kolada: 'N40450',
  },
  durations: {
    name: 'Tid i insats vid avslut',
    definition:
      'Täljare: de vars insats avslutades under perioden efter så lång tid, från första till sista dagen. Nämnare: alla vars insats avslutades under perioden. Till och med 2023 är klasserna under 3, 3–6, 6–24 och över 24 månader. Från 2024 är de högst 6, 6–12, 12–24 och över 24. Exakt 24 månader är inte över 24.',
    label: (
      { below, upTo }: { below?: number; upTo?: number },
      before: { below?: number; upTo?: number } | undefined,
    ): string => {
      const first = before?.below ?? before?.upTo
      if (below === undefined && upTo === undefined) return `Mer än ${first ?? 0} månader`
      if (first === undefined) return below === undefined ? `Högst ${upTo} månader` : `Mindre än ${below} månader`
      if (below !== undefined) return `Minst ${first} men mindre än ${below} månader`
      return before?.upTo === undefined
        ? `Minst ${first}, högst ${upTo} månader`
        : `Mer än ${first}, högst ${upTo} månader`
    },
    kolada: '',
  },
  ages: {
    name: 'Deltagare efter ålder',
    definition:
      'Täljare: de i åldersklassen som deltog i en insats någon dag under perioden, efter åldern vid periodens slut. Nämnare: alla som deltog. Var och en räknas en gång.',
    under: (age: number) => `${age - 1} år eller yngre`,
    between: (from: number, to: number) => `${from}–${to} år`,
    from: (age: number) => `${age} år eller äldre`,
    unknown: 'Ålder saknas',
    kolada: 'U40800',
    koladaRows: ['andel U40811', 'andel U40812'],
  },
  referred: {
    name: 'Anvisade',
    definition:
      'De som hänvisades eller anvisades till en insats i Utfall under perioden, var och en en gång. De som bara står i en insatsfil ingår inte, eftersom filen inte säger när de anvisades.',
    row: { label: 'Anvisade under perioden', kolada: 'U40803' },
  },
  referrals: {
    name: 'Anvisningar på socialtjänstens initiativ',
    definition:
      'Hänvisningar och anvisningar i Utfall under perioden. Samma person räknas en gång för varje anvisning, som i Koladas U40806–U40810. Utfall känner bara socialtjänstens anvisningar, så andelen av alla anvisningar räknas ut när de andras är kända.',
    sentence: (all: string) => `${all} anvisningar ingår.`,
    row: { label: 'Anvisningar från socialtjänsten', kolada: 'täljare i U40809' },
  },
  missing: {
    name: 'Det som fylls i för hand',
    definition: 'Uppgifter som Kolada frågar efter och som inte finns i Utfall.',
    rows: {
      others: {
        label: 'Anvisningar från Arbetsförmedlingen, Försäkringskassan, personen själv och andra',
        kolada: 'U40806, U40807, U40808, U40810',
      },
      education: { label: 'Utbildning', kolada: 'U40813–U40816, U40827' },
      withoutWork: { label: 'Tid utan arbete före insatsen', kolada: 'U40817–U40819, U40835' },
    },
    sentence:
      'Utbildning och tid utan arbete registreras inte i Utfall, och inte heller vad andra än socialtjänsten anvisar.',
  },
  file: { kolada: 'kolada', table: 'tabell', row: 'rad' },
  fileName: (from: string, to: string) => `arbetsmarknadsenhet-${from}-${to}.csv`,
} as const
