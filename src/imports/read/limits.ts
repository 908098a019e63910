/** What a reader holds in memory at most. Wide of every real file, and narrow enough for a small server. */
export const limits = {
  /** Bytes of a file that is read whole; larger delimited files go through `openDelimited`. */
  wholeFile: 100 * 1024 * 1024,
  /** Characters of one row, quoted line breaks included. */
  rowCharacters: 1_000_000,
  columns: 1_000,
  /** Cells of a table that is read whole. */
  cells: 10_000_000,
  /** Bytes that one packed file may unfold to, in all. */
  unpacked: 200 * 1024 * 1024,
  /** How many times its packed size one part may unfold to; deflate itself stops at about 1 030. */
  unpackedRatio: 250,
} as const
