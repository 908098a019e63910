/** What is counted. `plural` follows "antalet"; `unit` is what one of them is called beside a number. */
export type Topic = { plural: string; unit: string; low: number; high: number }

const topic = (plural: string, unit: string, low: number, high: number): Topic => ({ plural, unit, low, high })

/** Several things of each kind that a committee follows up. Only here do the reports of one differ from those of another. */
export type Committee = {
  name: string
  short: string
  flows: Topic[]
  costs: string[]
  units: string[]
  cases: string[]
}

const everywhere: Topic[] = [
  topic('månadsanställda', 'anställda', 60, 900),
  topic('inkomna synpunkter', 'synpunkter', 20, 300),
  topic('e-tjänster i drift', 'e-tjänster', 15, 90),
  topic('avvikelserapporter', 'rapporter', 30, 700),
  topic('timmar med vikarie', 'timmar', 900, 16000),
  topic('besök på kommunens webbsidor', 'besök', 2000, 90000),
  topic('utbildningsdagar för personalen', 'dagar', 40, 900),
  topic('rekryteringsärenden', 'ärenden', 20, 190),
]

export const committees: Committee[] = [
  {
    name: 'Socialnämnden',
    short: 'SOCN',
    flows: [
      topic('hushåll med ekonomiskt bistånd', 'hushåll', 180, 1900),
      topic('nya ansökningar om ekonomiskt bistånd', 'ansökningar', 90, 1500),
      topic('avslag på ansökan om försörjningsstöd', 'avslag', 40, 700),
      topic('vårddygn i familjehem', 'vårddygn', 2000, 26000),
      topic('vårddygn på institution för vuxna', 'vårddygn', 900, 9000),
      topic('orosanmälningar', 'anmälningar', 300, 5200),
      topic('sociala kontrakt', 'kontrakt', 40, 200),
      topic('kontaktfamiljer', 'kontaktfamiljer', 30, 160),
      topic('kvinnofridsärenden', 'ärenden', 25, 240),
      topic('budget- och skuldrådgivningar', 'rådgivningar', 50, 420),
      topic('serveringstillstånd', 'tillstånd', 25, 140),
      topic('personer med arbetshinder', 'personer', 60, 400),
      topic('långvariga biståndsmottagare', 'mottagare', 70, 600),
      topic('placerade barn och unga', 'placerade', 30, 190),
      topic('återkrav av ekonomiskt bistånd', 'återkrav', 15, 140),
      topic('felaktiga utbetalningar', 'utbetalningar', 12, 120),
    ],
    costs: ['ekonomiskt bistånd', 'placeringar', 'utredningskonsulter', 'boendestöd', 'sociala kontrakt', 'familjehem'],
    units: ['Enheten för ekonomiskt bistånd', 'Avdelningen för barn och unga', 'Mottagningsgruppen', 'Vuxenenheten'],
    cases: ['utredningar', 'ärenden', 'placeringar'],
  },
  {
    name: 'Arbetsmarknadsnämnden',
    short: 'AMN',
    flows: [
      topic('deltagare i arbetsträning', 'deltagare', 30, 420),
      topic('subventionerade anställningar', 'anställningar', 20, 260),
      topic('elever i svenska för invandrare', 'elever', 90, 900),
      topic('ungdomar i det kommunala aktivitetsansvaret', 'ungdomar', 30, 300),
      topic('praktikplatser', 'platser', 25, 300),
      topic('sommarjobb', 'sommarjobb', 60, 700),
      topic('företag som har kontaktats', 'företag', 20, 190),
      topic('coachsamtal', 'samtal', 200, 4200),
      topic('avslut till arbete', 'avslut', 25, 380),
      topic('avslut till studier', 'avslut', 15, 190),
      topic('kursplatser på komvux', 'platser', 100, 1400),
      topic('betygsatta kurser', 'kurser', 120, 2600),
      topic('hänvisade från socialtjänsten', 'hänvisade', 60, 600),
      topic('nystartsjobb', 'jobb', 10, 120),
    ],
    costs: ['arbetsmarknadsinsatser', 'vuxenutbildning', 'feriejobb', 'köpta utbildningar', 'arbetskläder'],
    units: ['Jobbcenter', 'Komvux', 'Arbetsmarknadsenheten', 'Enheten för nyanlända'],
    cases: ['insatser', 'inskrivningar', 'deltaganden'],
  },
  {
    name: 'Barn- och utbildningsnämnden',
    short: 'BUN',
    flows: [
      topic('barn i förskolan', 'barn', 300, 4200),
      topic('elever i grundskolan', 'elever', 700, 9200),
      topic('elever i gymnasieskolan', 'elever', 200, 3100),
      topic('barn i fritidshem', 'barn', 250, 3300),
      topic('elever med skolskjuts', 'elever', 90, 1300),
      topic('åtgärdsprogram', 'program', 70, 900),
      topic('anmälningar om kränkande behandling', 'anmälningar', 30, 420),
      topic('barn på omsorg på obekväm tid', 'barn', 12, 90),
      topic('serverade skolluncher', 'luncher', 9000, 99000),
      topic('elevdatorer', 'datorer', 400, 8000),
      topic('legitimerade lärare', 'lärare', 80, 820),
      topic('nyinskrivna i förskolan', 'barn', 60, 700),
    ],
    costs: ['skolskjuts', 'interkommunala ersättningar', 'läromedel', 'måltider', 'vikarier', 'tilläggsbelopp'],
    units: ['Grundskolan', 'Förskolan', 'Gymnasieskolan', 'Elevhälsan'],
    cases: ['elevärenden', 'skolpliktsärenden', 'utredningar'],
  },
  {
    name: 'Vård- och omsorgsnämnden',
    short: 'VON',
    flows: [
      topic('utförda hemtjänsttimmar', 'timmar', 4000, 92000),
      topic('personer med hemtjänst', 'personer', 200, 2100),
      topic('platser i särskilt boende', 'platser', 90, 900),
      topic('boendedygn i särskilt boende', 'dygn', 9000, 98000),
      topic('trygghetslarm', 'larm', 300, 2800),
      topic('dygn i korttidsboende', 'dygn', 900, 12000),
      topic('personer med personlig assistans', 'personer', 25, 190),
      topic('rapporterade fall', 'fall', 90, 1500),
      topic('matlådor', 'matlådor', 4000, 80000),
      topic('resor till daglig verksamhet', 'resor', 900, 15000),
      topic('utskrivningsklara på sjukhus', 'personer', 20, 320),
      topic('beslut om bostadsanpassning', 'beslut', 25, 320),
    ],
    costs: ['hemtjänst', 'personlig assistans', 'hjälpmedel', 'korttidsboende', 'bemanningssjuksköterskor', 'tvätt'],
    units: ['Hemtjänsten', 'Särskilt boende', 'Hälso- och sjukvårdsenheten', 'Funktionsstöd'],
    cases: ['insatser', 'beställningar', 'avvikelser'],
  },
  {
    name: 'Kultur- och fritidsnämnden',
    short: 'KFN',
    flows: [
      topic('besök på biblioteken', 'besök', 9000, 190000),
      topic('boklån', 'lån', 12000, 180000),
      topic('besök i simhallen', 'besök', 8000, 90000),
      topic('elever i kulturskolan', 'elever', 120, 1400),
      topic('bidragsberättigade föreningar', 'föreningar', 25, 190),
      topic('bokade timmar i idrottshallar', 'timmar', 2000, 22000),
      topic('deltagare i lovaktiviteter', 'deltagare', 150, 3200),
      topic('e-boklån', 'lån', 900, 14000),
      topic('besök på fritidsgårdar', 'besök', 2500, 32000),
      topic('visade programpunkter', 'programpunkter', 40, 420),
      topic('simskoleelever', 'elever', 60, 800),
    ],
    costs: ['föreningsbidrag', 'medieinköp', 'badvatten och energi', 'arrangemang', 'lokalhyror'],
    units: ['Biblioteket', 'Kulturskolan', 'Simhallen', 'Fritidsgårdarna'],
    cases: ['bidragsärenden', 'bokningar', 'lokalärenden'],
  },
  {
    name: 'Miljö- och byggnadsnämnden',
    short: 'MBN',
    flows: [
      topic('beviljade bygglov', 'bygglov', 60, 520),
      topic('startbesked', 'startbesked', 50, 420),
      topic('livsmedelskontroller', 'kontroller', 90, 700),
      topic('strandskyddsärenden', 'ärenden', 15, 160),
      topic('tillsynsbesök', 'besök', 60, 620),
      topic('anmälda värmepumpar', 'anmälningar', 40, 380),
      topic('lantmäteriförrättningar', 'förrättningar', 20, 240),
      topic('kontrollerade avlopp', 'avlopp', 40, 460),
      topic('antagna detaljplaner', 'planer', 12, 40),
      topic('bullermätningar', 'mätningar', 12, 80),
    ],
    costs: ['provtagning', 'kartproduktion', 'juridiskt stöd', 'planarbete', 'mätinstrument'],
    units: ['Bygglovsenheten', 'Livsmedelsgruppen', 'Planavdelningen', 'Miljötillsynen'],
    cases: ['tillsynsärenden', 'lovärenden', 'klagomål'],
  },
].map((each) => ({
  ...each,
  flows: [...each.flows, ...everywhere],
  units: [...each.units, 'Staben', 'Kundtjänsten'],
}))

/** Groups of people, each named as a group that a share can be taken of. */
export const groups = [
  'deltagare i Jobbspåret',
  'personer som besökte öppna mottagningen',
  'ungdomar som fick feriejobb',
  'medarbetare som svarade på enkäten',
  'föräldrar i föräldraskapsstödet',
  'personer som fick en samordnad plan',
  'sökande till höstens utbildning',
  'anhöriga som fick stöd',
  'chefer som gick ledarprogrammet',
  'nyanställda under perioden',
  'personer på väntelistan',
  'brukare som intervjuades',
  'vuxna i studievägledningen',
  'personer som provade digital ansökan',
  'hushåll i det förebyggande arbetet',
  'medborgare i dialogmötena',
]

/** What a share is said of, in sentences about levels in per cent. */
export const shares = [
  'medarbetare som arbetar heltid',
  'beslut inom en vecka',
  'brukare som är nöjda med bemötandet',
  'avslut till arbete eller studier',
  'fakturor som betalas i tid',
  'ekologiska livsmedel i måltiderna',
  'ärenden med aktuell plan',
  'digitala ansökningar',
  'besvarade samtal inom fem minuter',
  'avtal som följs upp årligen',
  'fossilfria fordon',
  'medarbetare som rekommenderar arbetsplatsen',
]

/** Sentences without a figure that could be wrong, between those that have one. */
export const fillers = [
  'Arbetet fortsätter enligt plan och följs upp löpande.',
  'Förvaltningen bedömer att utvecklingen är i linje med vad som väntades.',
  'Orsakerna är flera och går inte att skilja åt med de uppgifter som finns.',
  'Samverkan med Arbetsförmedlingen och regionen har fungerat väl.',
  'En fördjupad analys lämnas i årsredovisningen.',
  'Rekryteringsläget är fortsatt svårt i flera yrkesgrupper.',
  'Rutinerna har setts över och nya arbetssätt prövas under hösten.',
  'Variationen mellan månaderna är normal och hänger samman med antalet dagar.',
  'Flera av åtgärderna får effekt först på längre sikt.',
  'Uppgifterna är hämtade ur verksamhetssystemet.',
]
