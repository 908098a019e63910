/** Writes the one JSON document of a calculation. */
export type Print = (result: unknown) => void
