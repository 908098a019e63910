/** The words of the tables of where every recipient is. */
export const partitionText = {
  source: 'Utfalls händelser och insatsfilen',
  columns: [
    ['persons', 'Vuxna'],
    ['share', 'Andel av alla'],
    ['women', 'Kvinnor'],
    ['men', 'Män'],
  ],
  few: 'Antalen visas inte, eftersom grupperna är för små.',
  partition: {
    name: 'Var alla vuxna med bistånd befinner sig',
    definition:
      'Vuxna som hade bistånd, eller en öppen hänvisning till en insats, någon dag i perioden. Var och en räknas en gång och står på en enda rad: den som ligger längst fram, med det som är känt i dag. Ett resultat är arbete, studier eller överföring till annan myndighet (nationell klass A–C); den som gått vidare till en annan insats har inte fått ett resultat. Den vars läge inte är känt står på en egen rad; dit räknas vuxna i hushåll med skyddade uppgifter, vars väg inte följs här. Personer vars kön inte är känt står bara i Vuxna.',
    sentence: (persons: string) => `${persons} vuxna hade bistånd eller en öppen hänvisning i perioden.`,
    outcome: (outcome: string) => `${outcome} av dem fick arbete, studier eller annan försörjning.`,
  },
  reasons: {
    name: 'Varför personer inte har hänvisats till en insats',
    definition:
      'Av de vuxna som inte har hänvisats: det senaste skäl som någon har antecknat. De som inte har något antecknat skäl är inte med. Personer vars kön inte är känt står bara i Vuxna. Hushåll med skyddade uppgifter är inte med.',
    sentence: (persons: string) => `För ${persons} vuxna är ett skäl antecknat till att de inte har hänvisats.`,
  },
} satisfies Record<string, unknown> & { columns: [string, string][] }
