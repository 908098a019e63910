/** What a program reads of us: one JSON document on standard output. */
export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** What a person reads of us: a line on standard error, so that standard output stays a document. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
