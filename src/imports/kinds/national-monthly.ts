import { IdentityNumber } from '../../values/identity-number.ts'
import { genders, yesOrNo } from '../../parameters/code-lists/lists.ts'
import { amountColumn, codeColumn, identityNumberColumn, keyColumn, monthColumn, numberColumn } from '../columns.ts'
import type { Column, Kind, RowProblem, Value } from '../kind.ts'
import { municipalityColumn } from '../municipality.ts'

/**
 * The municipality's monthly delivery to Socialstyrelsen: one row a household and month, tab-separated, fixed order.
 *
 * After the published record description from before 2012: the applicant's and the co-applicant's fields are known,
 * the fields of other members are not, but for their numbers when a heading names them.
 * Month 12 is the file for the whole year and no month, so its rows are refused.
 */
export const nationalMonthly: Kind = {
  name: 'national-monthly',
  label: 'Nationella månadsfilen',
  columns: [
    monthColumn({ name: 'month', label: 'Manad', required: true }),
    { ...municipalityColumn, required: true },
    keyColumn({ name: 'district', label: 'Distrikt' }),
    numberColumn({ name: 'childrenUpTo15', label: 'Barn15' }),
    amountColumn({ name: 'amount', label: 'Sbel', required: true }),
    ...adult(1),
    ...adult(2),
    ...[3, 4, 5, 6, 7, 8].map((number) =>
      identityNumberColumn({ name: `identityNumber${number}`, label: `Personnr${number}` }),
    ),
  ],
  key: { identifying: ['month', 'identityNumber1', 'district'], repeated: 'refused' },
  check: checkNationalRow,
  fileNames: ['manadsfil', 'ekb_manad', 'socialstyrelsen'],
  ownMunicipalityOnly: true,
  fixedHeader: [
    ...['Ar', 'Manad', 'Kommun', 'Distrikt', 'Barn15', 'Sbel'],
    ...[1, 2].flatMap((n) => [`Personnr${n}`, `Hhstatus${n}`, `Flykting${n}`, `Utlblank${n}`, `Kon${n}`, `Alder${n}`]),
  ],
}

/** Where the fields of the applicant (1) and the co-applicant (2) begin among the values. */
export const adultAt = { 1: 5, 2: 11 } as const

function adult(number: 1 | 2): Column[] {
  return [
    identityNumberColumn({ name: `identityNumber${number}`, label: `Personnr${number}`, required: number === 1 }),
    keyColumn({ name: `status${number}`, label: `Hhstatus${number}` }),
    codeColumn({ name: `refugee${number}`, label: `Flykting${number}` }, yesOrNo),
    codeColumn({ name: `foreignBorn${number}`, label: `Utlblank${number}` }, yesOrNo),
    codeColumn({ name: `gender${number}`, label: `Kon${number}` }, genders),
    numberColumn({ name: `age${number}`, label: `Alder${number}` }),
  ]
}

function checkNationalRow(values: readonly Value[]): RowProblem[] {
  const month = String(values[0])
  const total: RowProblem[] = month.endsWith('-12') ? [{ column: 'month', problem: 'year-total' }] : []
  return [...total, ...checkAdult(values, 1, month), ...checkAdult(values, 2, month), ...checkDistinct(values)]
}

function checkAdult(values: readonly Value[], which: 1 | 2, month: string): RowProblem[] {
  const [number, status, , , gender, age] = values.slice(adultAt[which], adultAt[which] + 6)
  if (!(number instanceof IdentityNumber)) return []
  const problems: RowProblem[] = []
  if (status !== null && Number(status) !== which) problems.push({ column: `status${which}`, problem: 'wrong-status' })
  if (gender && number.gender && gender !== number.gender)
    problems.push({ column: `gender${which}`, problem: 'gender-mismatch' })
  if (typeof age === 'number' && !isAgeIn(age, number, month))
    problems.push({ column: `age${which}`, problem: 'age-mismatch' })
  return problems
}

/** Systems give the age in the month or at the end of the year, and the description says neither: both pass. */
function isAgeIn(age: number, number: IdentityNumber, month: string): boolean {
  if (number.birthDate === null) return true
  const birthYear = Number(number.birthDate.slice(0, 4))
  const atEndOfYear = Number(month.slice(0, 4)) - birthYear
  const isBeforeBirthday = month.slice(5, 7) <= number.birthDate.slice(5, 7)
  return age === atEndOfYear || (isBeforeBirthday && age === atEndOfYear - 1)
}

function checkDistinct(values: readonly Value[]): RowProblem[] {
  const numbers = values.flatMap((value) => (value instanceof IdentityNumber ? [value.reveal()] : []))
  return new Set(numbers).size < numbers.length ? [{ column: 'identityNumber2', problem: 'same-person-twice' }] : []
}
