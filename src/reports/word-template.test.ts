import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sampleFigures } from '../../test/support/sample-figures.ts'
import { followUpReport } from './follow-up-report.ts'
import { standardLook } from './look.ts'
import { renderDocx } from './render/docx.ts'
import { styleIdsIn, stylesOfTemplate } from './word-template.ts'

/** As a Swedish Word writes its own styles. */
const swedishStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Garamond"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:rPr><w:color w:val="AA0000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/></w:style>
<w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/><w:basedOn w:val="Normal"/></w:style>
</w:styles>`
const template = (styles: string) =>
  zipSync({ 'word/styles.xml': strToU8(styles), 'word/document.xml': strToU8('<x/>') })

test('the styles of a Swedish template are found under the names that the report asks for', () => {
  const styles = stylesOfTemplate(template(swedishStyles))!
  expect([...styleIdsIn(styles)]).toEqual(['Normal', 'Heading1', 'Heading2', 'Caption'])
  expect(styles).toContain('<w:basedOn w:val="Heading1"/>')
  expect(styles).not.toContain('Rubrik')
})

test('a report has the template’s styles, and of its own only those that the template lacks', async () => {
  const look = { ...standardLook, wordStyles: stylesOfTemplate(template(swedishStyles)) }
  const parts = unzipSync(await renderDocx(followUpReport(sampleFigures()), look))
  const styles = strFromU8(parts['word/styles.xml']!)
  expect(styles).toContain('Garamond')
  expect(styles.match(/w:styleId="Heading1"/g)).toHaveLength(1)
  expect(styles.match(/w:styleId="Caption"/g)).toHaveLength(1)
  expect(styles).toContain('w:styleId="tableText"')
  expect(strFromU8(parts['word/document.xml']!)).toContain('w:val="Heading1"')
})

test('an English template is taken as it is', async () => {
  const file = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('x')] }] }))
  expect(stylesOfTemplate(file)).toBe(strFromU8(unzipSync(file)['word/styles.xml']!))
})

test.each([
  ['text', strToU8('no file')],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('x') })],
  ['styles larger than any template’s', template(swedishStyles + ' '.repeat(600_000))],
])('%s is no template', (_, file) => expect(stylesOfTemplate(file)).toBeNull())
