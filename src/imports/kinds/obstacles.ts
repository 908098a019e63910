import { obstacleHolds, obstacleOf, obstacles as obstacleList } from '../../parameters/code-lists/obstacles.ts'
import { workAbilities } from '../../parameters/code-lists/lists.ts'
import { codeColumn, monthColumn, textColumn } from '../columns.ts'
import type { Column, Kind, RowProblem, Value } from '../kind.ts'
import type { Month } from '../../values/month.ts'
import { household, identityNumber } from './household-column.ts'

/** A label of the national list, with or without the system's own number before it. */
const obstacle: Column = {
  ...codeColumn(
    {
      name: 'obstacle',
      label: 'Försörjningshinder',
      required: true,
      aliases: [
        'Förs.hinder',
        'Hinder',
        'Orsak till behov',
        'Anledning till biståndsbehov',
        'Försörjningshinderkod',
        'Orsak',
      ],
    },
    obstacleList,
  ),
  parse: (text) => {
    const code = obstacleOf(text)
    return code === null ? { problem: 'unknown-code' } : { ok: code }
  },
}

/** The municipality's own code under a national one. Without a column of its own, what the profile had to translate. */
const localObstacle: Column = {
  ...textColumn({
    name: 'localObstacle',
    label: 'Lokal kod',
    aliases: ['Lokalt försörjningshinder', 'Underkod', 'Lokal orsak'],
  }),
  parse: (text) => (text.length > 200 ? { problem: 'too-long' } : { ok: obstacleOf(text) === null ? text : null }),
  besides: 'obstacle',
}

/** The main reason why an adult needs assistance, one for each adult and month. */
export const obstacles: Kind = {
  name: 'obstacles',
  label: 'Försörjningshinder',
  columns: [
    { ...household, required: false },
    identityNumber,
    monthColumn({
      name: 'month',
      label: 'Månad',
      required: true,
      aliases: ['Avser månad', 'Avs månad', 'Avser period', 'Period', 'ConcernedMonth'],
    }),
    obstacle,
    localObstacle,
    codeColumn(
      { name: 'workAbility', label: 'Arbetsförmåga', aliases: ['Arb.förmåga', 'Bedömd arbetsförmåga'] },
      workAbilities,
    ),
  ],
  key: { identifying: ['identityNumber', 'month'], repeated: 'refused' },
  check: codeHeldThatMonth,
  fileNames: ['forsorjningshinder', 'hinder', 'obstacle'],
  ownMunicipalityOnly: true,
}

function codeHeldThatMonth(values: readonly Value[]): RowProblem[] {
  const [month, code] = [values[2], values[3]]
  const holds = typeof month !== 'string' || typeof code !== 'string' || obstacleHolds(code, month as Month)
  return holds ? [] : [{ column: 'obstacle', problem: 'code-not-valid-then' }]
}
