export const publicationText = {
  sentenceWithheld:
    'Några tal i tabellen visas inte, eftersom de skyddade uppgifterna annars kan räknas ut, här eller ur en tidigare rapport.',
}
