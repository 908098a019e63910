import { BarChart, StackedBarChart } from './BarChart.tsx'
import type { ChartDefinition, ChartSize } from './chart.ts'
import { HorizontalBarChart } from './HorizontalBarChart.tsx'
import { LineChart } from './LineChart.tsx'

/** Draws any chart definition. No page is needed: it renders to the same SVG on a server. */
export function Chart({ chart, ...size }: ChartSize & { chart: ChartDefinition }) {
  switch (chart.kind) {
    case 'line':
      return <LineChart chart={chart} {...size} />
    case 'bars':
      return <BarChart chart={chart} {...size} />
    case 'stacked-bars':
      return <StackedBarChart chart={chart} {...size} />
    case 'horizontal-bars':
      return <HorizontalBarChart chart={chart} {...size} />
  }
}
