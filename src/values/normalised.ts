const accents: Record<string, string> = { å: 'a', ä: 'a', à: 'a', á: 'a', ö: 'o', ø: 'o', é: 'e', è: 'e', ü: 'u' }

/** A heading or label as it is compared: lower case, without accents, blanks and punctuation. Keeps `<` and `+`. */
export const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäàáöøéèü]/g, (letter) => accents[letter] ?? letter)
    .replace(/[^a-z0-9<+]/g, '')
