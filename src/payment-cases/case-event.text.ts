import { formatKronor } from '../values/format.ts'
import { type Month, monthInWords } from '../values/month.ts'
import type { CaseEventKind } from './case-bodies.ts'
import type { CaseEvent } from './payment-case.ts'
import { seenWithoutSignal, signalText } from './payment-cases.text.ts'

export const eventName: Record<CaseEventKind, string> = {
  opened: 'Ärendet öppnades',
  'information-requested': 'Uppgifter begärdes',
  'household-heard': 'Hushållet fick yttra sig',
  decided: 'Beslut',
  'recovery-claimed': 'Återkrav',
  recovered: 'Återbetalning',
  avoided: 'Utbetalning som uteblir',
  'notification-considered': 'Underrättelse till annan myndighet',
  'police-report-considered': 'Polisanmälan',
  closed: 'Ärendet avslutades',
  undone: 'Något ångrades',
}

/** The same, as what somebody is about to record. */
export const offerName: Record<CaseEventKind, string> = {
  ...eventName,
  opened: 'Öppna ärendet igen',
  'information-requested': 'Begära uppgifter',
  'household-heard': 'Hushållet har fått yttra sig',
  decided: 'Besluta om utbetalningen var rätt',
  'recovery-claimed': 'Återkräva',
  recovered: 'Registrera återbetalning',
  avoided: 'Registrera utbetalning som uteblir',
  'notification-considered': 'Ta ställning till underrättelse',
  'police-report-considered': 'Ta ställning till polisanmälan',
  closed: 'Avsluta ärendet',
}

export const answerText = {
  from: {
    household: 'Hushållet',
    employer: 'Arbetsgivare',
    landlord: 'Hyresvärd',
    authority: 'Myndighet',
    bank: 'Bank',
  },
  how: { letter: 'Brev', meeting: 'Möte', telephone: 'Telefon' },
  finding: { correct: 'Rätt', wrong: 'Fel', 'cannot-tell': 'Går inte att avgöra' },
  cause: {
    household: 'Uppgifter från hushållet',
    municipality: 'Kommunens handläggning',
    'other-authority': 'En annan myndighet',
  },
  ground: {
    'own-information': 'Oriktiga eller uteblivna uppgifter',
    'should-have-known': 'Hushållet borde ha insett att det var fel',
    'repayment-condition': 'Beviljat med villkor om återbetalning',
  },
  authority: {
    'social-insurance': 'Försäkringskassan',
    pensions: 'Pensionsmyndigheten',
    'employment-service': 'Arbetsförmedlingen',
    'student-aid': 'CSN',
    migration: 'Migrationsverket',
    tax: 'Skatteverket',
    'unemployment-fund': 'Arbetslöshetskassa',
    'other-municipality': 'En annan kommun',
  },
  outcome: {
    explained: 'Uppgiften har en förklaring',
    'no-action': 'Ingen åtgärd behövs',
    corrected: 'Rättat, inget återkrav',
    repaid: 'Återbetalt',
    'repayment-goes-on': 'Återbetalningen fortsätter',
    waived: 'Kommunen avstår från återkrav',
  },
} as const

export const fieldLabel = {
  from: 'Från vem?',
  answerBy: 'Svar senast',
  how: 'Hur?',
  said: 'Vad sade hushållet?',
  finding: 'Var utbetalningen rätt?',
  wrongOre: 'Hur mycket betalades ut fel? Kronor',
  cause: 'Vad beror det på?',
  reason: 'Skäl',
  ground: 'Grund',
  ore: 'Kronor',
  oreAMonth: 'Kronor per månad',
  fromMonth: 'Från månad (ÅÅÅÅ-MM)',
  authority: 'Vilken myndighet har underrättats?',
  made: 'Har en polisanmälan gjorts?',
  outcome: 'Hur avslutas det?',
} as const

/** What was said, in a line or two. */
export function eventSentence(event: CaseEvent): string {
  switch (event.kind) {
    case 'opened': {
      const { signal, month, stakeOre, note } = event.body
      const what = signal ? signalText[signal].name : seenWithoutSignal
      return joined(`${what}, ${monthInWords(month as Month)}, ${formatKronor(stakeOre)}.`, note)
    }
    case 'information-requested':
      return `${answerText.from[event.body.from]}, svar senast ${event.body.answerBy}.`
    case 'household-heard':
      return joined(`${answerText.how[event.body.how]}.`, event.body.said)
    case 'decided': {
      const { finding, wrongOre, cause, reason } = event.body
      const wrong = cause ? `: ${formatKronor(wrongOre)}. ${answerText.cause[cause]}` : ''
      return joined(`${answerText.finding[finding]}${wrong}.`, reason)
    }
    case 'recovery-claimed':
      return `${formatKronor(event.body.ore)}. ${answerText.ground[event.body.ground]}.`
    case 'recovered':
      return `${formatKronor(event.body.ore)}.`
    case 'avoided':
      return `${formatKronor(event.body.oreAMonth)} per månad från ${monthInWords(event.body.from as Month)}.`
    case 'notification-considered': {
      const { authority, reason } = event.body
      return joined(authority ? `${answerText.authority[authority]} är underrättad.` : 'Ingen underrättelse.', reason)
    }
    case 'police-report-considered':
      return joined(event.body.made ? 'Anmälan är gjord.' : 'Ingen anmälan.', event.body.reason)
    case 'closed':
      return joined(`${answerText.outcome[event.body.outcome]}.`, event.body.reason)
    case 'undone':
      return ''
  }
}

const joined = (first: string, rest: string): string => (rest ? `${first} ${rest}` : first)
