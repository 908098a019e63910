/** The upper half of code page 437, which SIE prescribes, in order from byte 128. */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
  'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

const byteOf = new Map([...upperHalf].map((character, index) => [character, index + 128]))

export const decodeCp437 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u00ff]/g, (character) => upperHalf.charAt(character.charCodeAt(0) - 128))

/** Bytes of a text; a character that the code page lacks becomes a question mark. */
export function encodeCp437(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    return code < 128 ? code : (byteOf.get(character) ?? 63)
  })
}
