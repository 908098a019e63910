import { describe, expect, test } from 'vitest'
import { lookOf, pngSize, standardLook } from './look.ts'

/** One pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const entry = { committee: null, accent: '#7a1f3d', logo: null, wordStyles: null }

describe('colours', () => {
  test('are the municipality’s own where they can be read on white', () => expect(lookOf(entry).accent).toBe('7a1f3d'))
  test('are darkened where they cannot', () => {
    const { accent } = lookOf({ ...entry, accent: '#ffd200' })
    expect(accent).not.toBe('ffd200')
    expect(parseInt(accent.slice(0, 2), 16)).toBeLessThan(0x90)
  })
  test('come with a darker one for headings and a pale one for tints', () => {
    const brightness = (colour: string) => parseInt(colour.slice(2, 4), 16)
    const { accent, dark, pale } = standardLook
    expect(brightness(dark)).toBeLessThan(brightness(accent))
    expect(brightness(pale)).toBeGreaterThan(0xe0)
  })
})

describe('a logo', () => {
  test('has the size that its own head says', () =>
    expect(lookOf({ ...entry, logo: { png, alt: 'Kommunens vapen' } }).logo).toMatchObject({
      width: 1,
      height: 1,
      alt: 'Kommunens vapen',
    }))
  test('that is no PNG is left out, and stops no report', () => {
    expect(pngSize(Buffer.from('GIF89a and more than twenty-four bytes'))).toBeNull()
    expect(pngSize(Buffer.from(png, 'base64').subarray(0, 12))).toBeNull()
    expect(lookOf({ ...entry, logo: { png: 'AAAA', alt: 'x' } }).logo).toBeNull()
  })
})
