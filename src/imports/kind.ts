import type { Day } from '../values/day.ts'
import type { IdentityNumber } from '../values/identity-number.ts'
import type { Problem } from './problems.text.ts'

/**
 * What a cell becomes. Text, months (`2019-04`) and days (`2019-04-30`) are strings, amounts are whole öre,
 * an identity number hides itself, and null is "not given": never zero, never a stand-in.
 */
export type Value = string | number | IdentityNumber | null

/** `today` decides the century of a ten-digit identity number. */
export type Context = { today: Day }

export type Parsed = { ok: Value } | { problem: Problem }

export type Column = {
  /** Our name, as in the data dictionary. */
  name: string
  /** The Swedish heading, which also is the first of the headings that are recognised. */
  label: string
  required: boolean
  /** Other headings that systems use, the most telling first. */
  aliases: readonly string[]
  /** Gets text that is trimmed and not empty. */
  parse: (text: string, context: Context) => Parsed
  /** What the values are called in Swedish, in the plural: månader, belopp. */
  valuesAre: string
  /** How much the values say about the column: an identity number can be told from its values, a text cannot. */
  evidence: 'none' | 'weak' | 'strong'
  /** Few different values among many rows: each is parsed once. */
  repeats: boolean
  /** Says who somebody is: shown masked when it cannot be read. */
  personal: boolean
  /** Reads the same cell as this other column when the file has no column of its own for it. */
  besides?: string
}

/** A problem of a whole row, told at one of its columns. */
export type RowProblem = { column: string; problem: Problem }

/** What the importer reads one kind of extract as. */
export type Kind = {
  name: string
  label: string
  columns: readonly Column[]
  key: KeyRule
  /** Rules between the columns. Gets the values in the order of `columns`, all of them readable. */
  check?: (values: readonly Value[]) => RowProblem[]
  /** Words in a file's name that hint at the kind. */
  fileNames: readonly string[]
  /** False for published statistics, which concern other municipalities too. */
  ownMunicipalityOnly: boolean
  /** The headings of a format that also comes without a header row, in their fixed order. */
  fixedHeader?: readonly string[]
  /** How a table with several values in a row is read; null for a table with one. */
  layoutOf?: (columns: readonly string[], title: string, fileName: string) => Layout | null
}

/** A table that was made to be looked at: values in several columns of a row, and texts that only its title has. */
export type Layout = {
  /** Our column that the values are of. */
  target: string
  /** What may say that amounts are in thousands of kronor, for all of them. */
  countedIn: string
  /** What the title says for every row, by our column. */
  given: Readonly<Record<string, string>>
  /** The columns that hold values, with what their heading says, by our column. */
  values: readonly { at: number; given: Readonly<Record<string, string>> }[]
}

/**
 * What makes two rows the same fact. The source's own key when there is one, otherwise the identifying columns:
 * never the amount or the outcome, so that a corrected row supersedes the earlier one.
 * When several rows of a file have the same identifying columns they are either numbered in the order of the file
 * (two payments alike are two payments) or refused (an adult has one obstacle a month).
 */
export type KeyRule = { own?: string; identifying: readonly string[]; repeated: 'numbered' | 'refused' }

export const positionOf = (kind: Kind, column: string): number => kind.columns.findIndex(({ name }) => name === column)
