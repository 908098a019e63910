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
  'Meddelar nytt telefonnummer. Uppdaterat i verksamhetssystemet.',
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

/** Instead, where there are no children. */
export const childlessStep = 'Gå igenom planen vid nästa möte'

/** With a child below school age, and without. */
export const childrenTexts = {
  young: [
    'Förskolan fungerar bra. Följs upp vid nästa möte.',
    'Ett barn väntar på förskoleplats. Behöver vara klart innan insatsen börjar.',
    'Barnomsorgen är ordnad. Föräldern önskar arbetstider dagtid.',
  ],
  older: [
    'Skolan fungerar bra. Följs upp vid nästa möte.',
    'Önskar fritidsaktiviteter. Avgiften tas upp vid nästa ansökan.',
    'Behöver mer stöd i skolan. Föräldern har kontakt med rektor.',
  ],
}

export const followUpComments = [
  'Planen följs. Fortsätter som tidigare.',
  'Närvaron har varit god. Nästa steg är praktik.',
  'Ett mål är nått. Planen kompletteras.',
  'Hinder med resor till praktiken. Ny avstämning bokad.',
]

/** What is answered in an area where there is no obstacle, a small one and a large one. */
export const mappingAnswers: Record<string, readonly (readonly string[])[]> = {
  education: [
    ['Gymnasieexamen, vård och omsorg.', 'Eftergymnasial utbildning, validerad.'],
    ['Gymnasieskola från hemlandet, ska valideras.'],
    ['Grundskola.', 'Avbruten grundskola.'],
  ],
  'work-experience': [
    ['Tre år i butik.', 'Lokalvård och storkök i flera år.'],
    ['Kort erfarenhet från lager.', 'Feriearbete och praktik.'],
    ['Ingen ännu.'],
  ],
  health: [['Inga hinder.'], ['Behöver kunna variera arbetsställning.'], ['Utreds hos vårdcentralen.']],
  'physical-health': [['Inga hinder.'], ['Behöver kunna variera arbetsställning.'], ['Utreds hos vårdcentralen.']],
  'mental-health': [
    ['Mår bra.'],
    ['Oro inför nya situationer, vill börja på deltid.'],
    ['Har kontakt med psykiatrin.'],
  ],
  language: [['Svenska räcker för arbete.'], ['Läser sfi kurs C.'], ['Behöver tolk vid längre samtal.']],
  'social-situation': [
    ['Ordnat boende och stöd i familjen.'],
    ['Få kontakter på orten.'],
    ['Osäkert boende. Söker lägenhet.'],
  ],
  living: [['Boendet är ordnat.'], ['Trångbott. Står i bostadskö.'], ['Behöver flytta till hösten.']],
  home: [['Vardagen är ordnad.'], ['Delar på ansvaret hemma, behöver fasta tider.'], ['Vårdar en anhörig.']],
  network: [['Vänner och släkt i kommunen.'], ['Få kontakter utanför hemmet.'], ['Saknar nätverk.']],
  'children-family': [['Familjen är ett stöd.'], ['Nyligen separerad.'], ['Vårdar en anhörig.']],
  income: [
    ['Inga skulder.'],
    ['Väntar på beslut om ersättning.'],
    ['Skulder hos Kronofogden. Budgetrådgivning bokad.'],
  ],
  'work-education': [
    ['Siktar mot arbete inom vården.'],
    ['Vill läsa på komvux, osäker på vad.'],
    ['Ser inte ännu vad som skulle passa.'],
  ],
  'work-goal': [
    ['Vill arbeta inom vården och tror att det går.'],
    ['Vill arbeta, osäker på med vad.'],
    ['Tror inte på ett arbete inom det närmaste året.'],
  ],
  'daily-life': [['Fasta rutiner.'], ['Behöver stöd för att komma igång på morgonen.'], ['Vänder på dygnet.']],
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

/** What was decided, and who does it. */
export const tableDecisions: readonly (readonly [decision: string, responsible: string])[] = [
  ['Arbetsförmedlingen återkommer om planering', 'employment-service'],
  ['Coachen bokar gemensamt möte', 'job-unit'],
  ['Handläggaren tar ställning till ny insats', 'assistance'],
  ['Avvakta läkarintyg, ny avstämning om två veckor', 'assistance'],
  ['Inskrivning hos Arbetsförmedlingen görs i veckan', 'job-unit'],
]

export const tableDone = 'Genomfört. Handläggaren följer upp i planen'

export const referralReasons: Record<string, string> = {
  A: 'Läkarintyg finns men ingen sjukpenning. Prövas hos Försäkringskassan.',
  C: 'Långvarigt nedsatt arbetsförmåga. Sjuk- eller aktivitetsersättning prövas.',
}
