import { strFromU8, unzipSync } from 'fflate'

/** The styles that a report uses, by the name that every language of Word gives them in the file. */
const standardIds: Record<string, string> = {
  normal: 'Normal',
  title: 'Title',
  subtitle: 'Subtitle',
  caption: 'Caption',
  'heading 1': 'Heading1',
  'heading 2': 'Heading2',
  'heading 3': 'Heading3',
  'toc heading': 'TOCHeading',
  'toc 1': 'TOC1',
  'toc 2': 'TOC2',
  'list paragraph': 'ListParagraph',
  hyperlink: 'Hyperlink',
}

/** A style's identity: `<w:style … w:styleId="Rubrik1"><w:name w:val="heading 1"/>`. */
const styleHead = /<w:style\b[^>]*\bw:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"\/>/g

/** What a template of ordinary size unpacks to many times over; a file made to fill the memory does not pass. */
const largestStyles = 500_000

/**
 * The styles of a Word file or template, so that a report looks like the municipality's other documents. Null for what is no Word file.
 *
 * A Swedish Word calls the style `Rubrik1` where an English one says `Heading1`; the names inside are the same.
 * The report asks for the English ones, so the styles are called that, and references to them too.
 */
export function stylesOfTemplate(file: Uint8Array): string | null {
  const xml = stylesPart(file)
  if (xml === null) return null
  const renamed = new Map(
    [...xml.matchAll(styleHead)].flatMap(([, id = '', name = '']): [string, string][] => {
      const standard = standardIds[name.toLowerCase()]
      return standard && standard !== id ? [[id, standard]] : []
    }),
  )
  return xml
    .replace(/(<w:style\b[^>]*\bw:styleId=")([^"]+)(")/g, (_, head, id, tail) => head + (renamed.get(id) ?? id) + tail)
    .replace(
      /(<w:(?:basedOn|next|link) w:val=")([^"]+)(")/g,
      (_, head, id, tail) => head + (renamed.get(id) ?? id) + tail,
    )
}

export const styleIdsIn = (styles: string): ReadonlySet<string> =>
  new Set([...styles.matchAll(styleHead)].map(([, id = '']) => id))

function stylesPart(file: Uint8Array): string | null {
  try {
    const name = 'word/styles.xml'
    const part = unzipSync(file, { filter: (each) => each.name === name && each.originalSize <= largestStyles })[name]
    const xml = part && strFromU8(part)
    return xml?.includes('<w:styles') ? xml : null
  } catch {
    return null
  }
}
