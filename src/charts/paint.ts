/**
 * The page's colour tokens with fallbacks, so that one component follows dark mode and high contrast
 * and still stands on its own as a file. Series differ in form as well as in hue; texts are never coloured.
 */
export const paint = {
  ink: 'var(--text, #16262b)',
  quiet: 'var(--text-muted, #4a5a60)',
  grid: 'var(--chart-grid, #dde5e6)',
  axis: 'var(--line-strong, #75868b)',
  reference: 'var(--chart-6, #56707a)',
  referenceFill: 'var(--chart-muted, #9fb0b4)',
  background: 'var(--surface, #ffffff)',
}

const hues = [
  'var(--chart-1, #0a5f70)',
  'var(--chart-2, #b5651d)',
  'var(--chart-3, #6b4f9e)',
  'var(--chart-4, #5b7a2c)',
  'var(--chart-5, #a23b62)',
]

/** Lines that follow colour with form, so that the series tell apart in grey print too. */
const dashes = [undefined, '7 3', '2 3', '9 3 2 3', '4 2']

export const hue = (index: number): string => hues[index % hues.length] ?? paint.ink

export const dash = (index: number): string | undefined => dashes[index % dashes.length]

/** A line's colour: quiet when it is only compared with. */
export const lineColour = (series: { role?: string }, index: number): string =>
  series.role === 'reference' ? paint.reference : hue(index)

/** A surface's colours. What is only compared with is pale with an edge: told from the rest by lightness, in grey too. */
export const fillOf = (series: { role?: string } | undefined, index: number) =>
  series?.role === 'reference'
    ? { fill: paint.referenceFill, stroke: paint.reference }
    : { fill: hue(index), stroke: hue(index) }

/** Puts the fallback colours in place of the variables: for files outside the page. */
export const withoutVariables = (svg: string): string => svg.replace(/var\(--[\w-]+,\s*(#[0-9a-f]{6})\)/gi, '$1')
