import type { CodeOf, endReasons, outcomes } from '../parameters/code-lists/casework.ts'

export type Ending = { outcome: CodeOf<typeof outcomes>; endReason: CodeOf<typeof endReasons> }

const unknown: Ending = { outcome: 'unknown', endReason: 'unknown' }

const completed = (outcome: Ending['outcome']): Ending => ({ outcome, endReason: 'completed' })
const left = (endReason: Ending['endReason']): Ending => ({ outcome: 'none', endReason })

/** The words that job units' systems use for a result, in small letters: words of the source, never shown. */
const endings: Readonly<Record<string, Ending>> = {
  arbete: completed('work'),
  'börjat arbeta': completed('work'),
  studier: completed('studies'),
  'börjat studera': completed('studies'),
  'självförsörjande i program': completed('self-support-programme'),
  'självförsörjande i arbetsförmedlingens program': completed('self-support-programme'),
  'praktik via arbetsförmedlingen': completed('internship-employment-service'),
  'af-praktik': completed('internship-employment-service'),
  praktik: completed('internship-employment-service'),
  'står till arbetsförmedlingens förfogande': completed('ready-for-employment-service'),
  'annan ersättning': completed('other-benefit'),
  'vidare till jobbtorg': completed('next-intervention'),
  'vidare till annan insats': completed('next-intervention'),
  'annan insats': completed('next-intervention'),
  slutfört: completed('completed'),
  fullföljt: completed('completed'),
  fullföljd: completed('completed'),
  'inget resultat': completed('none'),
  avbrott: left('dropped-out'),
  avbruten: left('dropped-out'),
  'avbrott: sjukdom': left('illness'),
  'avbrott: flytt': left('moved-away'),
  återremitterad: { outcome: 'unknown', endReason: 'returned' },
  återlämnad: { outcome: 'unknown', endReason: 'returned' },
  okänt: unknown,
  okänd: unknown,
}

/** How a participation ended, by the text of a file. Empty, or words that are not in the list, are unknown: never a guess. */
export const endingOf = (text: string | null): Ending => endings[(text ?? '').trim().toLowerCase()] ?? unknown
