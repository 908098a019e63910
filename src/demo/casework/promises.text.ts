type Status = { on: string; text: string; longer: string; figure: string | null }
export type PromiseTexts = { title: string; sentence: string; owner: string; statuses: Status[]; closing?: string }

const manager = 'Enhetschef ekonomiskt bistånd'
const controller = 'Verksamhetscontroller'
const director = 'Förvaltningschef'
const jobUnit = 'Verksamhetschef Viadidakt'

const status = (on: string, text: string, figure: string | null = null, longer = ''): Status => ({
  ...{ on, text, longer, figure },
})

/** The headings of the tertial report. */
export const decisionTexts = {
  headings: {
    '1.1': '1.1 Sammantagen bedömning med åtgärdsplan',
    '2.1': '2.1 Tillväxt, fler jobb och ökad egen försörjning',
    '2.2': '2.2 Attraktiva boende- och livsmiljöer',
    '2.3': '2.3 En stark och trygg skola',
    '2.4': '2.4 Trygg vård och omsorg',
    '2.5': '2.5 Ett rikt kultur-, idrotts- och fritidsliv',
    '2.6': '2.6 Hållbar miljö',
    '2.7': '2.7 Attraktiv arbetsgivare och effektiv organisation',
    '5.1': '5.1 Uppdrag från övergripande plan med budget',
  } as Record<string, string>,
}

export const promiseTexts = {
  'egen-forsorjning': {
    title: 'Fler i egen försörjning',
    sentence: 'Andelen invånare som försörjer sig själva ska öka, och färre hushåll ska behöva ekonomiskt bistånd.',
    owner: manager,
    statuses: [
      status('2019-02-12', 'Antalet hushåll var 2018 ungefär som året före.', 'households-per-month'),
      status(
        '2019-05-14',
        'Sedan mars möter den som söker en arbetsmarknadscoach inom en vecka.',
        'households-per-month',
        'Det är för tidigt att säga om det nya arbetssättet ger färre hushåll. Beslut från Arbetsförmedlingen dröjer längre än förut.',
      ),
    ],
  },
  'boende-och-livsmiljo': {
    title: 'Färre behöver sociala kontrakt',
    sentence: 'Den som har ett eget boende ska kunna behålla det, och fler ska ta över sina kontrakt.',
    owner: 'Enhetschef boende',
    statuses: [],
  },
  'stark-skola': {
    title: 'Färre barn växer upp med bistånd',
    sentence: 'Barn och unga ska ha trygga villkor hemma, så att de klarar skolan.',
    owner: manager,
    statuses: [status('2019-05-14', 'Barnen räknas först i varje uppföljning från och med i år.', 'share-of-children')],
  },
  'trygg-vard': {
    title: 'Färre placeringar på institution',
    sentence: 'Vuxna ska i första hand få behandling på hemmaplan.',
    owner: 'Enhetschef öppenvård',
    statuses: [
      status(
        '2019-05-14',
        'Öppenvården har fler lägenheter och får jour kvällar och helger från mitten av juni.',
        'volumes/Vårddygn på institution, vuxna/actual',
      ),
    ],
  },
  'kultur-och-fritid': {
    title: 'Tidiga insatser genom fritiden',
    sentence: 'Barn och unga ska nås tidigt genom en meningsfull fritid.',
    owner: 'Enhetschef ungdom',
    statuses: [status('2019-05-14', 'Fritidsverksamheten är öppen sju dagar i veckan under sommarlovet.')],
  },
  'hallbar-miljo': {
    title: 'Mindre papper, el och värme',
    sentence: 'Förvaltningen ska minska sin förbrukning av papper, el, värme och vatten.',
    owner: director,
    statuses: [],
  },
  'attraktiv-arbetsgivare': {
    title: 'Lägre sjukfrånvaro',
    sentence: 'Förvaltningen ska vara en arbetsplats där medarbetare mår bra och stannar.',
    owner: director,
    statuses: [
      status(
        '2019-05-14',
        'Sjukfrånvaron är lägre än i början av förra året. Enstaka fall ger stort utslag bland männen.',
        'staff/Total sjukfrånvaro/total',
      ),
    ],
  },
  'okad-overgang': {
    title: 'Ökad övergång till egen försörjning',
    sentence:
      'Socialnämnden och viadidaktnämnden ska tillsammans öka övergången till egen försörjning bland kvinnor och män med försörjningsstöd.',
    owner: manager,
    statuses: [
      status('2018-10-25', 'Utredningen är klar och föreslår tre åtgärder.'),
      status(
        '2019-05-14',
        'Två av tre åtgärder är genomförda. Delrapporten till kommunstyrelsen skrivs.',
        'outflow',
        'Coach inom en vecka och arbetsmarknadsforum är på plats. Fler subventionerade anställningar kräver ett beslut för hela kommunen.',
      ),
    ],
  },
  'e-tjanster': {
    title: 'Minst 50 e-tjänster',
    sentence: 'Verksamheten ska fortsätta utvecklas digitalt och minst 50 e-tjänster ska finnas i hela kommunen.',
    owner: 'Verksamhetsutvecklare',
    statuses: [status('2019-05-14', 'Arbetet med en digital ansökan om ekonomiskt bistånd har börjat.')],
  },
  'genomstromning-sfi': {
    title: 'Fler fullföljer SFI',
    sentence: 'Förvaltningen ska vidta åtgärder för att öka genomströmningen och måluppfyllelsen inom SFI.',
    owner: jobUnit,
    statuses: [],
  },
  jamforelser: {
    title: 'Jämförelser och goda exempel',
    sentence: 'Varje nämnd ska visa hur den lär av andra kommuner. Socialnämnden väljer ekonomiskt bistånd.',
    owner: controller,
    statuses: [
      status('2019-04-11', 'Fem kommuner med liknande förutsättningar är utvalda.', 'cost-per-household-month'),
    ],
  },
  konsulter: {
    title: 'Inga inhyrda socialsekreterare vid årets slut',
    sentence: 'Inhyrd personal ska under 2019 ersättas av egna medarbetare, utan att arbetsmiljön blir sämre.',
    owner: director,
    statuses: [
      status(
        '2019-04-11',
        'Fem konsulter slutar under våren och tre under hösten.',
        'operating-statement/consultants/actual|tkr',
      ),
    ],
  },
  'halvera-underskottet': {
    title: 'Halvera det befarade underskottet',
    sentence: 'Åtgärdsplanen ska minst halvera det underskott som befaras för ekonomiskt bistånd.',
    owner: controller,
    statuses: [
      status(
        '2019-04-11',
        'Åtgärderna pågår. Underskottet växte långsammare i april än i mars.',
        'operating-statement/assistance/variance|tkr',
      ),
    ],
  },
  'coach-inom-en-vecka': {
    title: 'Coach inom en vecka',
    sentence: 'Den som söker försörjningsstöd ska träffa en arbetsmarknadscoach inom högst en vecka.',
    owner: jobUnit,
    statuses: [status('2019-05-14', 'Arbetssättet gäller sedan mars 2019.', 'inflow')],
  },
  arbetsmarknadsforum: {
    title: 'Arbetsmarknadsforum',
    sentence: 'Ett forum ska inrättas där kommunen styr arbetsmarknadsfrågorna gemensamt.',
    owner: director,
    statuses: [status('2019-02-20', 'Forumet har haft sitt första möte.')],
    closing: 'Forumet är inrättat och möts varje månad. Om det märks på antalet hushåll får året visa.',
  },
  'lokal-overenskommelse': {
    title: 'Lokal överenskommelse med Arbetsförmedlingen',
    sentence: 'En överenskommelse om samverkan ska vara undertecknad före årets slut.',
    owner: manager,
    statuses: [],
    closing: 'Överenskommelsen är undertecknad. Enheterna och Arbetsförmedlingen möts en gång i veckan.',
  },
  'farre-langvarigt': {
    title: 'Färre med bistånd tio månader eller mer',
    sentence: 'Antalet hushåll som fått bistånd tio månader eller mer ska minska under 2018.',
    owner: manager,
    statuses: [],
    closing: 'Antalet minskade inte till målet. Arbetet fortsätter i uppdraget om ökad övergång.',
  },
  'uppfoljning-av-insatser': {
    title: 'Uppföljning av insatserna',
    sentence: 'Under 2019 utvecklas uppföljningen och utvärderingen av de insatser som erbjuds.',
    owner: controller,
    statuses: [
      status('2019-03-14', 'Varje insats har fått mål som går att svara ja eller nej på.', 'long-term-very-long'),
    ],
  },
} satisfies Record<string, PromiseTexts>

export type PromiseKey = keyof typeof promiseTexts
