/** Six to eight digits and four more: what an identity number looks like, wherever it has ended up. */
const identityNumberLike = /\d{6,8}[-+–−\s]?[\dA-Za-z]\d{3}(?!\d)/g

/**
 * What was found in a cell, safe to show: identity numbers and names are cut to their first characters,
 * long texts shortened, characters that steer a screen or a file removed.
 */
export function shown(found: string, personal: boolean): string {
  const printable = found.slice(0, 500).replace(/[\u0000-\u001f\u007f]/g, ' ')
  return (personal ? masked(printable) : printable.replace(identityNumberLike, masked)).slice(0, 80)
}

const masked = (text: string): string => text.slice(0, 4) + '*'.repeat(Math.max(0, text.length - 4))
