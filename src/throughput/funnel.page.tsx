import type { HorizontalBarChartDefinition } from '../charts/chart.ts'
import { notReferredReasons } from '../parameters/code-lists/casework.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatNumber, formatShare } from '../values/format.ts'
import { BehindLink } from './behind-link.page.tsx'
import type { Funnel } from './funnel.ts'
import type { SectionProps } from './management.page.tsx'
import type { ManagementView } from './throughput-view.ts'
import { throughputText } from './throughput.text.ts'

const text = throughputText.funnel

/** Every adult in exactly one place, with why for those who were never referred. */
export function FunnelSection({ view }: SectionProps) {
  const { funnel } = view
  const columns = [
    { id: 'all', label: throughputText.all },
    { id: 'share', label: throughputText.shareOf(formatNumber(funnel.persons)) },
    { id: 'women', label: throughputText.women },
    { id: 'men', label: throughputText.men },
  ]
  return (
    <Section title={text.title}>
      <Figure chart={chartOf(funnel)} definition={text.definition} isWide />
      <Table
        caption={text.caption}
        hideCaption
        rowHeader={text.bucket}
        columns={columns}
        rows={[
          ...funnel.buckets.map(({ bucket, ...size }): TableRow => ({
            id: bucket,
            label: (
              <span className="throughput-title">
                {text.buckets[bucket]} <DefinitionButton definition={text.definitionOf(bucket)} />
              </span>
            ),
            cells: cellsOf(view, { bucket }, size),
          })),
          { id: 'sum', kind: 'sum', label: throughputText.sum, cells: cellsOf(view, {}, sumOf(funnel)) },
        ]}
      />
      <Table
        caption={text.reasons}
        rowHeader={text.reason}
        columns={columns}
        rows={funnel.notReferred
          .filter(({ persons }) => persons > 0)
          .map(({ reason, ...size }) => ({
            id: reason,
            label: notReferredReasons[reason],
            cells: cellsOf(view, { bucket: 'not-referred', reason }, size),
          }))}
        empty={text.noReasons}
      />
      <p className="throughput-note">{throughputText.unknownGender}</p>
    </Section>
  )
}

type Size = { persons: number; women: number; men: number }

function cellsOf(view: ManagementView, of: Record<string, string>, { persons, women, men }: Size) {
  const link = (size: number, gender?: string) => (
    <BehindLink asked={view} figure="funnel" of={{ ...of, ...(gender && { gender }) }}>
      {formatNumber(size)}
    </BehindLink>
  )
  const { persons: whole } = view.funnel
  return [link(persons), whole === 0 ? '–' : formatShare(persons / whole), link(women, 'woman'), link(men, 'man')]
}

const sumOf = ({ persons, buckets }: Funnel): Size => ({
  persons,
  women: buckets.reduce((sum, { women }) => sum + women, 0),
  men: buckets.reduce((sum, { men }) => sum + men, 0),
})

const chartOf = ({ buckets, persons, steps }: Funnel): HorizontalBarChartDefinition => ({
  kind: 'horizontal-bars',
  title: text.chartTitle,
  description: `${text.lead(formatNumber(persons))} ${text.steps(steps)}`,
  unit: 'count',
  unitLabel: text.persons,
  categoryLabel: text.bucket,
  categories: buckets.map(({ bucket }) => ({ label: text.buckets[bucket] })),
  series: [{ id: 'persons', name: throughputText.all, values: buckets.map((each) => each.persons) }],
})
