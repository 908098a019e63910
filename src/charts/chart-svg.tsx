import { renderToStaticMarkup } from 'react-dom/server'
import type { ChartSize } from './chart-parts.ts'
import type { ChartDefinition } from './chart.ts'
import { Chart } from './Chart.tsx'
import { withoutVariables } from './paint.ts'

/**
 * The chart as the text of an SVG file, in the light colours: for reports, the manual and the command line.
 * The same drawing as on a page, since it is the same component.
 */
export const chartSvg = (chart: ChartDefinition, size: ChartSize = {}): string =>
  withoutVariables(renderToStaticMarkup(<Chart chart={chart} {...size} />))
