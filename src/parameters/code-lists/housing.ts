import { housingSituations } from '../../imports/code-lists/lists.ts'

const labels = new Map<string, string>(housingSituations.map(({ code, label }) => [code, label]))

/** The Swedish label of a housing situation; the code itself when it is not known. */
export const housingLabel = (code: string): string => labels.get(code) ?? code
