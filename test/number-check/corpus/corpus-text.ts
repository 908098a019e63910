/** What somebody may get wrong when a figure is written, copied or updated by hand. */
export const errorKinds = [
  'transposed digits',
  'lost minus',
  'sum',
  'difference',
  'percentage',
  'share',
  'share in words',
  'multiple in words',
  'direction',
  'stock and flow',
  'repeated figure',
  'claim',
  'product',
  'average',
  'parts of a whole',
  'placeholder',
  'gap between classes',
  'impossible date',
  'period reversed',
  'per cent for percentage points',
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** How a figure is printed when one error has been made. A reader can see it from the text alone, and it is more than rounding. */
export type Wrong = { kind: ErrorKind; text: string }

/** A figure, or the word that hangs on one, as it is printed when it is right. */
export type Figure = { text: string; wrong: Wrong[] }
export type Piece = string | Figure

/** One or more sentences that belong together, of one genre. */
export type Said = { genre: string; pieces: Piece[] }

export type Row = { label: Piece; cells: Piece[]; isPart?: boolean }
export type CorpusTable = {
  kind: 'table'
  genre: string
  caption: string
  /** The corner first. */
  heading: string[]
  rows: Row[]
  note?: string
}

export type CorpusBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; said: Said[] }
  | { kind: 'list'; items: Said[] }
  | CorpusTable

export type CorpusText = { seed: number; blocks: CorpusBlock[] }

export const figure = (text: string, ...wrong: Wrong[]): Figure => ({ text, wrong })

export const wrong = (kind: ErrorKind, ...texts: string[]): Wrong[] => texts.map((text) => ({ kind, text }))

/** Text with figures in it. */
export const say =
  (genre: string) =>
  (texts: TemplateStringsArray, ...figures: (Piece | number)[]): Said => ({
    genre,
    pieces: texts.flatMap((text, at) => {
      const piece = figures[at]
      return piece === undefined ? [text] : [text, typeof piece === 'number' ? String(piece) : piece]
    }),
  })

export const pieceText = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.text)

export const saidText = ({ pieces }: Said): string => pieces.map(pieceText).join('')

/** The statements of running text; none in a heading or a table. */
export const saidOf = (block: CorpusBlock): Said[] =>
  block.kind === 'paragraph' ? block.said : block.kind === 'list' ? block.items : []
