/** The words around a chart. */
export const chartText = {
  asTable: 'Visa som tabell',
  asChart: 'Visa som diagram',
  saveSvg: 'SVG',
  saveCsv: 'CSV',
  of: (action: string, title: string) => `${action}: ${title}`,
  gap: 'En lucka, och .. i tabellen, betyder att värdet saknas eller är dolt.',
}
