/** The ways of forecasting a row of the statement, in the order they are shown. */
export const rowMethods = ['straight-line', 'seasonal', 'volume-times-cost', 'from-below', 'combination'] as const
export type RowMethod = (typeof rowMethods)[number]
