/** The database cannot be used as it is. The message is Swedish, for the person at the terminal, and says what to do. */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal'
}
