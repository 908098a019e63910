import { useState } from 'react'
import { codesOf, progressionAreas } from '../parameters/code-lists/casework.ts'
import type { Referral } from '../pathway/path.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { Select } from '../ui/Field.tsx'
import { Table } from '../ui/Table.tsx'
import { dayText } from './coaching.text.ts'
import { useRowRecord } from './day-row.page.tsx'
import { Action, ActionForm } from './fields.page.tsx'
import { progressionText as text } from './participant.text.ts'
import type { ThreadProps } from './thread.page.tsx'

type Area = keyof typeof progressionAreas
type Rating = Referral['progression'][number]

const areas = codesOf(progressionAreas)
const scores = Array.from({ length: 11 }, (_, score) => ({ value: String(score), label: String(score) }))

/** The repeated scale: each area as a small line, and all ratings in a table. */
export function Progression({ view, referral }: ThreadProps) {
  const ratings = referral.progression
  const mayRate = isOffered(view, 'progression-rated', { concerns: referral.id })
  if (!mayRate && ratings.length === 0) return null
  return (
    <>
      <h3>{text.heading}</h3>
      {ratings.length > 0 && <Ratings ratings={ratings} />}
      {mayRate && <Rate key={ratings.length} view={view} referral={referral} />}
    </>
  )
}

const Ratings = ({ ratings }: { ratings: Rating[] }) => (
  <Table
    caption={text.table}
    hideCaption
    rowHeader={text.area}
    columns={[
      { id: 'line', label: text.lineHead, numeric: false },
      ...ratings.map(({ sequence, on }) => ({ id: String(sequence), label: dayText(on) })),
    ]}
    rows={areas.map((area) => ({
      id: area,
      label: progressionAreas[area],
      cells: [
        <Line key="line" area={area} ratings={ratings} />,
        ...ratings.map(({ body }) => body.scores[area] ?? text.none),
      ],
    }))}
  />
)

const width = 128
const height = 30

/** One area over time, from 0 at the bottom to 10 at the top. The table's cells say the same. */
function Line({ area, ratings }: { area: Area; ratings: Rating[] }) {
  const points = ratings.flatMap(({ body: { scores: said } }, at) => {
    const score = said[area]
    return score === undefined ? [] : [{ at, score }]
  })
  const x = (at: number) => 3 + (at / Math.max(1, ratings.length - 1)) * (width - 6)
  const y = (score: number) => height - 3 - (score / 10) * (height - 6)
  const last = points.at(-1)
  if (!last) return null
  return (
    <svg
      role="img"
      aria-label={text.line(
        progressionAreas[area],
        points.map(({ score }) => score),
      )}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="participant-line"
    >
      <polyline points={points.map(({ at, score }) => `${x(at)},${y(score)}`).join(' ')} />
      <circle cx={x(last.at)} cy={y(last.score)} r={3} />
    </svg>
  )
}

function Rate({ view, referral }: ThreadProps) {
  const who = { ...view, personId: referral.personId, name: null }
  const { record, isPending, error } = useRowRecord(who, referral.id, view.today)
  const [said, setSaid] = useState<Partial<Record<Area, string>>>({})
  const rated = areas.filter((area) => said[area])
  const earlier = (area: Area) => {
    const last = referral.progression.findLast(({ body }) => body.scores[area] !== undefined)
    return last ? text.last(last.body.scores[area]!, last.on) : text.first
  }
  return (
    <Action label={text.open}>
      <ActionForm
        action={text.save}
        isPending={isPending}
        refusal={error}
        missing={rated.length === 0 ? text.nothing : null}
        onSend={() =>
          record('progression-rated', { scores: Object.fromEntries(rated.map((area) => [area, Number(said[area])])) })
        }
      >
        <p>{text.help}</p>
        <div className="coach-fields">
          {areas.map((area) => (
            <Select
              key={area}
              label={progressionAreas[area]}
              description={earlier(area)}
              value={said[area] ?? ''}
              onChange={(score) => setSaid({ ...said, [area]: score })}
              options={[{ value: '', label: text.notRated }, ...scores]}
            />
          ))}
        </div>
      </ActionForm>
    </Action>
  )
}
