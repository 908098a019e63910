/** One made-up user for each role. Null: every unit. */
export const demoUsers = [
  {
    name: 'Sofia Berg',
    role: 'reception',
    unitCodes: null,
    purpose: 'Tar emot den som hör av sig och ser vart hushållet hör.',
  },
  {
    name: 'Klara Strand',
    role: 'caseworker',
    unitCodes: ['EBP1'],
    purpose: 'Ser sina hushåll på Ekonomiskt bistånd planering 1.',
  },
  {
    name: 'Anders Vind',
    role: 'coach',
    unitCodes: [],
    purpose: 'Ser nyckeltal; hushållen kräver samtycke eller annan grund.',
  },
  {
    name: 'Eva Nyberg',
    role: 'manager',
    unitCodes: null,
    purpose: 'Följer enheternas hushåll, flöden och långvarigt bistånd.',
  },
  {
    name: 'Mats Öberg',
    role: 'controller',
    unitCodes: null,
    purpose: 'Läser in underlag, följer utfall mot budget och skriver rapporten.',
  },
  {
    name: 'Gunilla Ström',
    role: 'board',
    unitCodes: [],
    purpose: 'Läser nyckeltal och rapporter, aldrig enskilda personer.',
  },
  { name: 'Per Lund', role: 'administrator', unitCodes: null, purpose: 'Sköter inläsning och behörigheter.' },
] as const
