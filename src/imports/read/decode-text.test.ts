import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeCp437 } from './cp437.ts'
import { createDecoder, createDetector, decodeText } from './decode-text.ts'
import { UnreadableFile } from './unreadable-file.ts'

const text = 'Hushåll;Ändamål;Belopp\r\nÖrebro;försörjningsstöd;1 234,50\r\n'
const utf16be = Buffer.from(text, 'utf16le').swap16()

describe('the encoding of a Swedish file is seen in its bytes', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without one', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), 'utf-16be'],
    ['UTF-16BE without one', utf16be, 'utf-16be'],
    ['ISO-8859-1', Buffer.from(text, 'latin1'), 'iso-8859-1'],
    ['CP437', Buffer.from(encodeCp437(text)), 'cp437'],
    ['plain ASCII', Buffer.from('a;b\n'), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decodeText(bytes)
    expect(decoded.encoding).toBe(encoding)
    if (encoding !== 'utf-8' || bytes.length > 4) expect(decoded.text).toBe(text)
  })

  test.each(['Müller', 'CAFÉ', 'Örebro'])('one letter is enough: %s', (word) => {
    expect(decodeText(Buffer.from(word, 'latin1'), undefined, 'cp437')).toMatchObject({ text: word })
    expect(decodeText(encodeCp437(word)).text).toBe(word)
  })

  test('a dash of Windows-1252 without any letter', () => {
    const bytes = Buffer.concat([Buffer.from('18'), Buffer.from([0x96]), Buffer.from('24')])
    expect(decodeText(bytes)).toMatchObject({ encoding: 'windows-1252', text: '18–24' })
  })

  test('Windows-1252 when it has characters of its own', () => {
    const bytes = Buffer.concat([Buffer.from('Kostnad för ', 'latin1'), Buffer.from([0x80, 0x20, 0x96, 0x20, 0x94])])
    expect(decodeText(bytes)).toMatchObject({ encoding: 'windows-1252', text: 'Kostnad för € – ”' })
  })
})

test('the person may know better', () =>
  expect(decodeText(Buffer.from([0x86]), 'cp437')).toMatchObject({ encoding: 'cp437', text: 'å' }))

test('one broken character does not turn the rest of UTF-8 into another encoding', () => {
  const decoded = decodeText(Buffer.concat([Buffer.from('Åäö åäö '), Buffer.from([0xff])]))
  expect(decoded.encoding).toBe('utf-8')
  expect(decoded.warnings).toHaveLength(1)
})

test('where the chunks are cut makes no difference', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 5 }), (wish, size) => {
      const bytes = Buffer.from(wish.replaceAll('\0', ''))
      const detector = createDetector()
      const decoder = createDecoder('utf-8')
      let joined = ''
      for (let start = 0; start < bytes.length; start += size) {
        detector.push(bytes.subarray(start, start + size))
        joined += decoder.push(bytes.subarray(start, start + size))
      }
      expect(joined + decoder.end()).toBe(bytes.toString())
    }),
    { seed: 1 },
  ))

test.each([
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 1, 2])],
  ['control characters', Buffer.from(Array.from({ length: 200 }, (_, index) => 1 + (index % 8)))],
])('%s is not text', (_, bytes) => expect(() => decodeText(bytes)).toThrow(UnreadableFile))
