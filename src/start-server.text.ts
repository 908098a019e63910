export const serverText = {
  opening: (embedded: boolean) => (embedded ? 'Startar den inbäddade databasen' : 'Ansluter till databasen'),
  writingDemo: 'Skriver demokommunens utdrag',
  importing: (file: string) => `Läser in ${file}`,
  ready: (address: string, municipality: string) =>
    `\nUtfall för ${municipality} är igång: ${address}\nStoppa med Ctrl+C.`,
  openDoor:
    'Inloggning utan kommunens inloggningstjänst är bara för den egna datorn. Ta bort --demo och --development-sign-in, eller lyssna på 127.0.0.1.',
} as const
