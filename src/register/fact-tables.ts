/**
 * The tables of facts in two times: which columns say what a fact is about, and which say what it says.
 * All share municipality_id, source_key, known_from, known_until and import_id; household-bound ones also access_scope.
 */
export type FactTable = {
  name: string
  /** The fact's own columns, in the order that rows are given. */
  columns: readonly string[]
  /** True when the rows belong to a household or a person and carry its scope of access. */
  scoped: boolean
  /** Columns where null means "the file does not say": an earlier value is kept. */
  keepWhenMissing?: readonly string[]
  /** Columns beside what a fact says, given after `columns`: a fact that differs in them alone is the same. */
  beside?: readonly string[]
}

const scoped = (name: string, columns: string, keepWhenMissing?: string): FactTable => ({
  name,
  columns: columns.split(' '),
  scoped: true,
  ...(keepWhenMissing && { keepWhenMissing: keepWhenMissing.split(' ') }),
})

const open = (name: string, columns: string): FactTable => ({ name, columns: columns.split(' '), scoped: false })

/** Shown in the order of its file. */
const ordered = (name: string, columns: string): FactTable => ({ ...open(name, columns), beside: ['file_row'] })

export const factTables = {
  personDetail: scoped(
    'person_detail',
    'person_id name birth_date gender protection',
    'name birth_date gender protection',
  ),
  householdMember: scoped('household_member', 'household_id person_id role from_month until_month'),
  householdPeriod: scoped('household_period', 'household_id from_month until_month unit_id caseworker_id housing'),
  application: scoped('application', 'household_id applied_on concerned_month kind'),
  decision: scoped('decision', 'household_id decided_on concerned_month outcome reason amount_ore'),
  payment: scoped('payment', 'household_id concerned_month paid_on amount_ore purpose'),
  obstacle: scoped('obstacle', 'household_id person_id month code local_code work_ability'),
  participation: scoped(
    'participation',
    'household_id person_id intervention from_day until_day outcome employer_kind subsidised',
    'employer_kind subsidised',
  ),
  unitPeriod: open('unit_period', 'unit_id name parent_code from_month until_month'),
  ledgerAmount: open('ledger_amount', 'account account_name month objects amount_ore'),
  budgetAmount: open('budget_amount', 'statement account label month amount_ore'),
  volume: ordered('volume', 'label kind from_month until_month version value'),
  staffFigure: ordered('staff_figure', 'label from_day until_day staff_group numerator denominator unit_of_count'),
  officialStatistic: open('official_statistic', 'region figure statistic_group month value missing'),
} as const satisfies Record<string, FactTable>

export type FactTableName = keyof typeof factTables

export const allFactTables: FactTable[] = Object.values(factTables)

export const factTableNames = Object.keys(factTables) as FactTableName[]
