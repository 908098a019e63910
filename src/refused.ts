/** The input or the settings are refused, and the message says in Swedish what, where and what to do. Exit code 2; a bug is 1. */
export class Refused extends Error {
  override readonly name = 'Refused'
}
