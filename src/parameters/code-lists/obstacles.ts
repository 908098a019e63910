import { obstacleGroupLabel, obstacles } from '../../imports/code-lists/obstacles.ts'

const byCode = new Map<string, (typeof obstacles)[number]>(obstacles.map((each) => [each.code, each]))

/** The Swedish label; the code itself when it is a municipality's own. */
export const obstacleLabel = (code: string): string => byCode.get(code)?.label ?? code

/** The group that national statistics are published in. */
export function obstacleGroup(code: string): string {
  const group = byCode.get(code)?.group ?? 'unknown'
  return obstacleGroupLabel[group]
}
