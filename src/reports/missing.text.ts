const quoted = (text: string) => `”${text}”`

/** What a report lacks, in a sentence. */
export const missingText = {
  empty: (heading: string) => `Texten under ${quoted(heading)} är tom.`,
  uncommented: (heading: string, tables: string[]) =>
    `Texten under ${quoted(heading)} är tom, men ${tables.map((name) => name.toLocaleLowerCase('sv')).join(' och ')} avviker mycket och behöver en kommentar.`,
  placeholder: (words: string) => `${quoted(words)} står kvar i texten och ska ersättas.`,
  noSuchFigure: (address: string) => `Texten hänvisar till siffran ${quoted(address)}, som inte finns för perioden.`,
  leftOut: (address: string) =>
    `Ett föreslaget stycke är utelämnat, eftersom siffran ${quoted(address)} inte finns för perioden.`,
  noDefinition: (id: string) => `Siffran ${quoted(id)} saknar definition.`,
}
