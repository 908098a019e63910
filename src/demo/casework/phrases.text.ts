/** What the demo's workers have written: short, plain, and about nobody. */
export const overrideReasons = [
  'Har redan kontakt med en coach',
  'Behöver först ett samtal om hälsan',
  'Börjar en anställning om några veckor',
  'Pågående kontakt med vården behöver klaras av först',
]

export const notes = [
  'Ringde upp. Allt fungerar som planerat.',
  'Lämnade blankett för nästa månads ansökan.',
  'Inkommit med hyresavi och kontoutdrag.',
  'Berättar att kontakten med Arbetsförmedlingen fungerar bra.',
  'Önskar hjälp med att skriva cv. Tas upp med coachen.',
  'Har fått tid hos vårdcentralen. Återkommer efter besöket.',
  'Barnen trivs i skolan. Förskoleplats är ordnad.',
  'Frågade om ersättning för busskort till praktiken.',
  'Kom till bokad tid. Vi gick igenom planen tillsammans.',
  'Väntar på besked från Försäkringskassan.',
]

export const nextSteps = [
  'Boka uppföljning av planen',
  'Ring och stäm av hur veckan har gått',
  'Begär in aktuellt läkarintyg',
  'Trepartssamtal med coach',
  'Kontakta Arbetsförmedlingen om planeringen',
  'Gå igenom barnens situation vid nästa möte',
  'Ta ställning till nästa insats',
]

export const reminders = ['Besked från Försäkringskassan väntas', 'Ring före lunch', 'Ta med underlag till veckobordet']

export const goals: Record<string, string> = {
  work: 'Har ett arbete som räcker till försörjningen',
  'job-search': 'Söker minst fem arbeten i veckan',
  studies: 'Har ansökt till en utbildning',
  sfi: 'Är klar med sfi kurs D',
  health: 'Har en fungerande kontakt med vården',
  'work-ability': 'Arbetsförmågan är bedömd',
  routines: 'Kommer till alla bokade aktiviteter',
  housing: 'Har ett eget hyreskontrakt',
}

export const activities: Record<string, string> = {
  search: 'Söker arbeten och lämnar redovisning varje månad',
  intervention: 'Deltar i den insats som är beslutad',
  course: 'Läser sfi enligt schema',
  care: 'Följer vårdens planering och lämnar intyg',
  benefit: 'Ansöker om ersättning från Försäkringskassan',
  register: 'Skriver in sig hos Arbetsförmedlingen',
  planning: 'Följer planeringen hos Arbetsförmedlingen',
  children: 'Ordnar förskoleplats',
}

export const childrenTexts = [
  'Barnen går i skola och förskola som fungerar. Följs upp vid nästa möte.',
  'Ett barn väntar på förskoleplats. Behöver vara klart innan insatsen börjar.',
  'Barnen har fritidsaktiviteter. Föräldern önskar arbetstider dagtid.',
]

export const followUpComments = [
  'Planen följs. Fortsätter som tidigare.',
  'Närvaron har varit god. Nästa steg är praktik.',
  'Ett mål är nått. Planen kompletteras.',
  'Hinder med barnomsorg. Ny avstämning bokad.',
]

export const mappingAnswers: Record<string, readonly string[]> = {
  education: ['Gymnasieskola från hemlandet, ska valideras.', 'Grundskola.', 'Gymnasieexamen, vård och omsorg.'],
  'work-experience': ['Tre år i butik.', 'Lokalvård och storkök.', 'Kort erfarenhet från lager.', 'Ingen ännu.'],
  health: ['Inga hinder.', 'Behöver kunna variera arbetsställning.', 'Utreds hos vårdcentralen.'],
  language: ['Svenska räcker för arbete.', 'Läser sfi kurs C.', 'Behöver tolk vid längre samtal.'],
  'social-situation': ['Ordnat boende.', 'Bor i andra hand.', 'Barn i förskola, hämtar klockan 17.'],
  living: ['Eget kontrakt.', 'Andrahand till hösten.'],
  'children-family': ['Skola och förskola fungerar.', 'Inga barn i hushållet.'],
  income: ['Inga andra inkomster.', 'Väntar på beslut om ersättning.'],
  'work-education': ['Siktar mot arbete inom vården.', 'Vill läsa på komvux.'],
  'daily-life': ['Fasta rutiner.', 'Behöver stöd för att komma igång på morgonen.'],
}

export const attendanceDone = ['Cv och ansökningar', 'Studiebesök', 'Arbetsmoment enligt schema', 'Gruppsamtal']
export const concerns = [
  'Har varit borta tre gånger den här veckan utan att höra av sig.',
  'Orkar inte hela dagar. Behöver vi se över omfattningen?',
]
export const concernAnswers = ['Tack. Jag ringer och bokar ett möte med er båda i veckan.']
export const quotes = [
  'Jag har fått en anledning att gå upp på morgonen.',
  'Det var bra att få prova på riktigt.',
  'Jag hade velat ha fler timmar.',
  'Coachen trodde på mig.',
]

export const tableDecisions = [
  'Arbetsförmedlingen återkommer om planering',
  'Coachen bokar gemensamt möte',
  'Handläggaren tar ställning till ny insats',
  'Avvakta läkarintyg, ny avstämning om två veckor',
  'Inskrivning hos Arbetsförmedlingen görs i veckan',
]

export const referralReasons: Record<string, string> = {
  A: 'Läkarintyg finns men ingen sjukpenning. Prövas hos Försäkringskassan.',
  C: 'Långvarigt nedsatt arbetsförmåga. Sjuk- eller aktivitetsersättning prövas.',
}
