import type { CodeList } from './code-list.ts'

/** The outcome of a decision. Case systems often write the section of the law before it. */
export const decisionOutcomes: CodeList<'granted' | 'partiallyGranted' | 'rejected'> = [
  { code: 'granted', label: 'Bifall', aliases: ['Beviljad', 'Beviljat', 'Beviljas', 'Bifalles', 'BIF', 'B'] },
  {
    code: 'partiallyGranted',
    label: 'Delavslag',
    aliases: ['Delvis bifall', 'Delvis beviljad', 'Delvis avslag', 'Bifall delvis', 'Delbifall', 'DEL'],
  },
  { code: 'rejected', label: 'Avslag', aliases: ['Avslås', 'Avslagen', 'Avslaget', 'AVS', 'A'] },
]

export const roles: CodeList<'mainApplicant' | 'coApplicant' | 'child'> = [
  {
    code: 'mainApplicant',
    label: 'Registerledare',
    aliases: ['Huvudsökande', 'Sökande', 'RL', 'HS', 'Huvudperson', 'Applicant'],
  },
  {
    code: 'coApplicant',
    label: 'Medsökande',
    aliases: ['MS', 'Sambo', 'Make', 'Maka', 'Make/maka', 'Partner', 'Make/maka/sambo', 'CoApplicant'],
  },
  { code: 'child', label: 'Barn', aliases: ['Hemmavarande barn', 'Hemmaboende barn', 'B', 'Child'] },
]

/** Where somebody works: with the municipality itself, or with anybody else. */
export const employerKinds: CodeList<'municipal' | 'external'> = [
  { code: 'municipal', label: 'Kommunal', aliases: ['Kommunen', 'Kommun', 'Intern', 'Kommunal arbetsgivare'] },
  { code: 'external', label: 'Extern', aliases: ['Privat', 'Extern arbetsgivare', 'Annan', 'Övrig'] },
]

export const trueOrFalse: CodeList<'true' | 'false'> = [
  { code: 'true', label: 'Ja', aliases: ['J', '1', 'True', 'Sant', 'X'] },
  { code: 'false', label: 'Nej', aliases: ['N', '0', 'False', 'Falskt'] },
]

export const genders: CodeList<'woman' | 'man'> = [
  { code: 'woman', label: 'Kvinna', aliases: ['K', 'F', 'Kv', '2', 'Female'] },
  { code: 'man', label: 'Man', aliases: ['M', '1', 'Male'] },
]

export const applicationKinds: CodeList<'new' | 'returning' | 'continued'> = [
  { code: 'new', label: 'Nyansökan', aliases: ['Ny', 'Ny ansökan', 'Förstagångsansökan', 'Nybesök'] },
  {
    code: 'returning',
    label: 'Återansökan',
    aliases: ['Åter', 'Återkommande', 'Återaktualisering', 'Återaktualiserad'],
  },
  {
    code: 'continued',
    label: 'Fortsatt ansökan',
    aliases: ['Fortsatt', 'Löpande', 'Löpande ansökan', 'Fortsättningsansökan', 'Månadsansökan'],
  },
]

export const workAbilities: CodeList<'full' | 'reduced' | 'below25' | 'none' | 'unclear'> = [
  { code: 'full', label: 'Full', aliases: ['Hel', 'Full arbetsförmåga', '100', '100 %'] },
  { code: 'reduced', label: 'Delvis nedsatt', aliases: ['Nedsatt', 'Nedsatt arbetsförmåga', 'Delvis'] },
  { code: 'below25', label: 'Under 25 %', aliases: ['< 25 %', 'Mindre än 25 %', 'Mindre än 25 procent'] },
  { code: 'none', label: 'Saknas', aliases: ['Ingen', 'Ingen arbetsförmåga', 'Saknar arbetsförmåga', '0', '0 %'] },
  { code: 'unclear', label: 'Oklar', aliases: ['Oklart', 'Ej utredd', 'Utreds', 'Under utredning'] },
]

/** A plain "ja" is the least that the flag can mean; access is the same for both markings. */
export const protections: CodeList<'none' | 'confidentialityMarking' | 'protectedRegistration'> = [
  { code: 'none', label: 'Nej', aliases: ['N', 'Ingen', 'Inga', 'Inget skydd', '0', 'False', 'Falskt'] },
  {
    code: 'confidentialityMarking',
    label: 'Sekretessmarkering',
    aliases: ['Sekretess', 'Sekretessmarkerad', 'Ja', 'J', '1', 'True', 'Sant', 'X', 'Skyddad', 'Skyddade uppgifter'],
  },
  {
    code: 'protectedRegistration',
    label: 'Skyddad folkbokföring',
    aliases: ['Kvarskrivning', 'Kvarskriven', 'Skyddad folkbokförd'],
  },
]

export const housingSituations: CodeList<
  | 'firstHandLease'
  | 'secondHandLease'
  | 'lodger'
  | 'tenantOwned'
  | 'ownHouse'
  | 'withParents'
  | 'socialContract'
  | 'supportedHousing'
  | 'temporaryHousing'
  | 'homeless'
  | 'unknown'
> = [
  {
    code: 'firstHandLease',
    label: 'Hyresrätt, förstahand',
    aliases: ['Hyresrätt', 'Förstahandskontrakt', 'Eget kontrakt', 'Hyreslägenhet', 'Förstahand', 'Eget hyreskontrakt'],
  },
  {
    code: 'secondHandLease',
    label: 'Andrahand',
    aliases: ['Andrahandskontrakt', 'Hyresrätt, andrahand', 'Andra hand', 'Tredjehand', 'Andra- eller tredjehand'],
  },
  { code: 'lodger', label: 'Inneboende', aliases: ['Hyr rum', 'Inneboende hos annan'] },
  { code: 'tenantOwned', label: 'Bostadsrätt', aliases: [] },
  { code: 'ownHouse', label: 'Eget hus', aliases: ['Villa', 'Egen fastighet', 'Egnahem', 'Äganderätt', 'Småhus'] },
  { code: 'withParents', label: 'Hos föräldrar', aliases: ['Bor hos föräldrar', 'Hemmaboende', 'Bor hemma'] },
  {
    code: 'socialContract',
    label: 'Socialt kontrakt',
    aliases: ['Kommunalt kontrakt', 'Sociala kontrakt', 'Bostad med socialt kontrakt', 'Bostadssocialt kontrakt'],
  },
  {
    code: 'supportedHousing',
    label: 'Stödboende',
    aliases: ['Boende med stöd', 'Institution', 'HVB', 'Familjehem', 'Behandlingshem', 'Skyddat boende'],
  },
  {
    code: 'temporaryHousing',
    label: 'Tillfälligt boende',
    aliases: ['Akutboende', 'Jourboende', 'Vandrarhem', 'Hotell', 'Hotell eller vandrarhem', 'Tillfällig bostad'],
  },
  { code: 'homeless', label: 'Hemlös', aliases: ['Bostadslös', 'Utan bostad', 'Saknar bostad', 'Hemlöshet'] },
  { code: 'unknown', label: 'Uppgift saknas', aliases: ['Okänt', 'Okänd'] },
]

const housingLabels = new Map<string, string>(housingSituations.map(({ code, label }) => [code, label]))

/** The Swedish label of a housing situation; the code itself when it is not known. */
export const housingLabel = (code: string): string => housingLabels.get(code) ?? code

export const statements: CodeList<'operating' | 'investment'> = [
  { code: 'operating', label: 'Driftsredovisning', aliases: ['Drift', 'Driftredovisning', 'Driftbudget', 'D'] },
  {
    code: 'investment',
    label: 'Investeringsredovisning',
    aliases: ['Investering', 'Investeringar', 'Investeringsbudget', 'I'],
  },
]

export const volumeKinds: CodeList<'average' | 'stock' | 'flow'> = [
  {
    code: 'average',
    label: 'Genomsnitt',
    aliases: ['Snitt', 'Medel', 'Medelvärde', 'Snitt per månad', 'Genomsnitt per månad'],
  },
  { code: 'stock', label: 'Bestånd', aliases: ['Antal vid periodens slut', 'Stock', 'Ögonblicksbild', 'Ställning'] },
  { code: 'flow', label: 'Flöde', aliases: ['Antal under perioden', 'Summa', 'Totalt', 'Ackumulerat', 'Antal'] },
]

export const versions: CodeList<'actual' | 'forecast'> = [
  { code: 'actual', label: 'Utfall', aliases: ['Utf', 'Verkligt', 'Faktiskt'] },
  { code: 'forecast', label: 'Prognos', aliases: ['Prog', 'Helårsprognos'] },
]

export const staffGroups: CodeList<'total' | 'women' | 'men'> = [
  { code: 'total', label: 'Totalt', aliases: ['Alla', 'Samtliga', 'Total', 'T'] },
  { code: 'women', label: 'Kvinnor', aliases: ['Kvinna', 'K', 'Kv'] },
  { code: 'men', label: 'Män', aliases: ['Man', 'M'] },
]

export const yesOrNo: CodeList<'yes' | 'no'> = [
  { code: 'yes', label: 'Ja', aliases: ['1', 'J'] },
  { code: 'no', label: 'Nej', aliases: ['0', 'N'] },
]
