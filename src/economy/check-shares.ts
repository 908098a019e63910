import { type PrintedFinding, whereIs } from './printed-finding.ts'
import { numberAt, placeOf, type PrintedColumn, type PrintedRow, type PrintedTable } from './read-printed-table.ts'
import { costRatio, impliedBase } from './share-base.ts'

/** Fewer than this, and one person's absence moves the share visibly. */
const fewPeople = 30

/**
 * The findings about shares: what a share must be of when its base is not printed, and whether it agrees when it is;
 * and whether women and men make the total, or lie on both sides of it when they are shares.
 */
export function checkShares(table: PrintedTable): PrintedFinding[] {
  return table.rows.flatMap((row) => [...baseOf(row), ...groupsOf(row)])

  function baseOf(row: PrintedRow): PrintedFinding[] {
    const value = (kind: PrintedColumn) => numberAt(row, placeOf(table, kind))
    const [count, percent, base, ofCost] = [value('count'), value('share'), value('base'), value('share-of-cost')]
    if (count === null || !percent) return []
    const share = percent / 100
    if (base !== null) {
      const isNear = Math.abs((count / base) * 100 - percent) <= 1
      return isNear ? [] : [{ ...whereIs(row), kind: 'share-of-base', severity: 'error', count, share, base }]
    }
    const implied = impliedBase(count, share)!
    const isChange = /förändring/i.test(table.columns.map(({ heading }) => heading).join(' '))
    return [
      {
        ...{ ...whereIs(row), kind: 'share-base', severity: 'note', count, share, base: implied },
        after: isChange ? implied + count : null,
        costRatio: ofCost === null ? null : costRatio(ofCost, percent),
      },
    ]
  }

  /** Total, women and men may stand several times beside each other, for several years. */
  function groupsOf(row: PrintedRow): PrintedFinding[] {
    return table.columns.flatMap(({ kind }, at): PrintedFinding[] => {
      if (kind !== 'total' || table.columns[at + 1]?.kind !== 'women' || table.columns[at + 2]?.kind !== 'men')
        return []
      const [total = null, women = null, men = null] = row.values.slice(at, at + 3)
      if (total === null || women === null || men === null) return []
      const few = Math.min(women, men)
      if (total === women + men)
        return few < fewPeople && few > 0 ? [{ ...whereIs(row), kind: 'few', severity: 'note', count: few }] : []
      const isBetween = total >= Math.min(women, men) && total <= Math.max(women, men)
      if (isBetween) return []
      const isShare = /[%.,]/.test(row.texts.slice(at, at + 3).join(''))
      return [{ ...whereIs(row), kind: isShare ? 'share-outside' : 'groups', severity: 'error', total, women, men }]
    })
  }
}
