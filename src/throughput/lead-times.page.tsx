import type { HorizontalBarChartDefinition } from '../charts/chart.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatNumber, formatShare } from '../values/format.ts'
import { BehindLink } from './behind-link.page.tsx'
import type { LeadTime } from './lead-times.ts'
import type { SectionProps } from './management.page.tsx'
import type { ManagementView } from './throughput-view.ts'
import { dayInWords, medianText, throughputText } from './throughput.text.ts'

const text = throughputText.leadTimes

/** How long each step takes, before and after a change of the way of working. */
export function LeadTimesSection({ view }: SectionProps) {
  const { leadTimes } = view
  return (
    <Section title={text.title}>
      {isWorthDrawing(view) ? (
        <Figure chart={chartOf(view)} definition={text.definition} isWide />
      ) : (
        <p>{sentenceOf(view)}</p>
      )}
      <Table
        caption={text.caption}
        rowHeader={text.step}
        columns={[
          { id: 'side', label: text.side, numeric: false },
          { id: 'contacts', label: text.contacts },
          { id: 'waiting', label: text.waiting },
          { id: 'median', label: text.median },
          { id: 'within', label: text.within(leadTimes.coachTargetDays) },
        ]}
        rows={leadTimes.before.flatMap((before, at) => [
          rowOf(view, 'before', before),
          rowOf(view, 'after', leadTimes.after[at]!),
        ])}
      />
      {leadTimes.elsewhere > 0 && <p className="throughput-note">{text.elsewhere(leadTimes.elsewhere)}</p>}
    </Section>
  )
}

function rowOf(view: ManagementView, side: 'before' | 'after', lead: LeadTime): TableRow {
  const { step, started, reached, medianDays, withinTarget } = lead
  const link = (of: Record<string, string>, size: number) => (
    <BehindLink asked={view} figure="contacts" of={{ side, step, ...of }}>
      {formatNumber(size)}
    </BehindLink>
  )
  return {
    id: `${step} ${side}`,
    // The two rows of a step stand together: its name is read for both and seen once.
    label: side === 'before' ? text.steps[step] : <span className="visually-hidden">{text.steps[step]}</span>,
    cells: [
      text[side](dayInWords(view.change)),
      link({}, started),
      link({ state: 'waiting' }, started - reached),
      started === 0 ? '–' : medianDays === null ? text.notReached : formatNumber(medianDays, medianDays % 1 ? 1 : 0),
      withinTarget === null || withinTarget.of === 0
        ? '–'
        : `${formatShare(withinTarget.reached / withinTarget.of)} (${withinTarget.reached} av ${withinTarget.of})`,
    ],
  }
}

/** A chart of mostly gaps says less than the table. */
function isWorthDrawing({ leadTimes: { before, after } }: ManagementView): boolean {
  const all = [...before, ...after]
  return 2 * all.filter(({ medianDays }) => medianDays !== null).length >= all.length
}

function sentenceOf({ leadTimes: { before, after }, change }: ManagementView): string {
  const coach = (leads: readonly LeadTime[]) => medianText(leads.find(({ step }) => step === 'coach'))
  return text.description(dayInWords(change), coach(before), coach(after))
}

function chartOf(view: ManagementView): HorizontalBarChartDefinition {
  const { leadTimes, change } = view
  const { before, after } = leadTimes
  const day = dayInWords(change)
  const values = (leads: readonly LeadTime[]) => leads.map(({ medianDays }) => medianDays)
  return {
    kind: 'horizontal-bars',
    title: text.chartTitle,
    description: sentenceOf(view),
    unit: 'count',
    unitLabel: text.days,
    categoryLabel: text.step,
    categories: before.map(({ step }) => ({ label: text.steps[step] })),
    series: [
      { id: 'before', name: text.before(day), values: values(before) },
      { id: 'after', name: text.after(day), values: values(after) },
    ],
  }
}
