import { physicianGroups, physicianSteps } from '../parameters/code-lists/casework.ts'
import { Table } from '../ui/Table.tsx'
import { formatNumber } from '../values/format.ts'
import type { InterventionView } from './interventions-view.ts'
import { trackText } from './participants.text.ts'
import { FigureNotes, shown } from './shown-count.page.tsx'

const groups = ['A', 'B', 'C', 'none'] as const

/** The social physician's track: how many of each group reached each dated step, and how long it took. */
export const TrackPanel = ({
  view,
  track,
}: {
  view: InterventionView
  track: NonNullable<InterventionView['track']>
}) => (
  <div className="stack">
    <h2>{trackText.caption}</h2>
    <p>{trackText.lead}</p>
    <Table
      caption={trackText.caption}
      hideCaption
      rowHeader={trackText.step}
      columns={[
        ...groups.map((group) => ({ id: group, label: trackText.group(group) })),
        { id: 'days', label: trackText.days },
      ]}
      rows={track.map(({ step, byGroup, medianDays }) => ({
        id: step,
        label: step === 'referred' ? trackText.referred : physicianSteps[step],
        cells: [
          ...groups.map((group) => (
            <>
              {shown(byGroup[group].all)}
              {Boolean(byGroup[group].all) && <span className="table-note">{trackText.womenMen(byGroup[group])}</span>}
            </>
          )),
          medianDays === null
            ? '–'
            : `${formatNumber(medianDays, medianDays % 1 ? 1 : 0)} ${trackText.from[step] ?? ''}`,
        ],
      }))}
    />
    <h2>{trackText.groupsTitle}</h2>
    <dl className="interventions-facts">
      {Object.entries(physicianGroups).map(([group, label]) => (
        <div key={group}>
          <dt>{trackText.group(group as keyof typeof physicianGroups)}</dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
    <FigureNotes isExact={view.isExact} hiddenProtected={view.hiddenProtected} />
  </div>
)
