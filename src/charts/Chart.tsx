import { BalanceChart } from './BalanceChart.tsx'
import { BarChart, StackedBarChart } from './BarChart.tsx'
import type { ChartSize } from './chart-parts.ts'
import type { ChartDefinition } from './chart.ts'
import { FanChart } from './FanChart.tsx'
import { HorizontalBarChart } from './HorizontalBarChart.tsx'
import { IntervalsChart } from './IntervalsChart.tsx'
import { LineChart } from './LineChart.tsx'
import { SuppressionChart } from './SuppressionChart.tsx'
import { SurvivalChart } from './SurvivalChart.tsx'

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
    case 'survival':
      return <SurvivalChart chart={chart} {...size} />
    case 'balance':
      return <BalanceChart chart={chart} {...size} />
    case 'fan':
      return <FanChart chart={chart} {...size} />
    case 'suppression':
      return <SuppressionChart chart={chart} {...size} />
    case 'intervals':
      return <IntervalsChart chart={chart} {...size} />
  }
}
