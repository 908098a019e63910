import type { ReactNode } from 'react'
import {
  attendances,
  endReasons,
  goalStates,
  outcomes,
  physicianSteps,
  progressionAreas,
} from '../parameters/code-lists/casework.ts'
import type { Referral } from '../pathway/path.ts'
import { Tag } from '../ui/Tag.tsx'
import { referralsText } from './referrals.text.ts'

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="referral-part">
    <h4>{title}</h4>
    {children}
  </div>
)

/** Goals or how they ended, attendance, concern, progression, the physician's steps, and the exit conversation. */
export function Told({ referral }: { referral: Referral }) {
  const { said, state, attendance, concerns, progression, physicianSteps: taken } = referral
  return (
    <>
      {state.kind !== 'ended' && (
        <Part title={referralsText.goals}>
          <ul>
            {said.goals.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Part>
      )}
      {attendance.length > 0 && (
        <Part title={referralsText.attendance}>
          <p>{attendanceLine(referral)}</p>
        </Part>
      )}
      {concerns.length > 0 && (
        <Part title={referralsText.concerns}>
          <ul>
            {concerns.map(({ raised, answered }) => (
              <li key={raised.sequence}>
                {raised.on}: {raised.body.text}{' '}
                {answered ? (
                  <span className="muted">
                    {answered.on}. {referralsText.answer(answered.body.text)}
                  </span>
                ) : (
                  <Tag tone="warning">{referralsText.unanswered}</Tag>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {progression.length > 0 && (
        <Part title={referralsText.progression}>
          <p>{progressionLine(referral)}</p>
        </Part>
      )}
      {taken.length > 0 && (
        <Part title={referralsText.physician}>
          <ol className="referral-steps">
            {taken.map(({ sequence, on, body }) => (
              <li key={sequence}>
                <span>
                  {physicianSteps[body.step]}
                  {body.group && `, ${referralsText.group(body.group).toLowerCase()}`}
                </span>
                {on}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {state.kind === 'ended' && <Ending referral={referral} end={state.end} />}
    </>
  )
}

type End = Extract<Referral['state'], { kind: 'ended' }>['end']

const Ending = ({ referral: { said, exitInterview: held }, end }: { referral: Referral; end: End }) => (
  <>
    <Part title={referralsText.ending}>
      <p>{referralsText.endingLine(endReasons[end.reason], outcomes[end.outcome].label.toLowerCase())}</p>
      <ul>
        {end.goals.map(({ goal, state, comment }) => (
          <li key={goal}>
            {said.goals.find(({ key }) => key === goal)?.text ?? goal}: {goalStates[state].toLowerCase()}
            {comment && `. ${comment}`}
          </li>
        ))}
      </ul>
    </Part>
    <Part title={referralsText.exit}>
      <p>
        {referralsText.exitState[held?.body.state ?? 'none']}
        {held && `, ${held.on}`}
      </p>
    </Part>
  </>
)

function attendanceLine({ attendance }: Referral): string {
  const counts = (Object.keys(attendances) as (keyof typeof attendances)[]).flatMap((code) => {
    const count = attendance.filter(({ body }) => body.attendance === code).length
    return count > 0 ? `${attendances[code].toLowerCase()} ${count}` : []
  })
  return referralsText.attendanceLine(counts.join(', '), attendance.length)
}

type Scores = Partial<Record<keyof typeof progressionAreas, number>>

/** Each area from its first to its latest rating. */
function progressionLine({ progression }: Referral): string {
  return (Object.keys(progressionAreas) as (keyof typeof progressionAreas)[])
    .flatMap((area) => {
      const scores = progression.flatMap(({ body }) => (body.scores as Scores)[area] ?? [])
      if (scores.length === 0) return []
      return referralsText.progressionChange(progressionAreas[area], scores[0]!, scores.at(-1)!)
    })
    .join(' · ')
}
