export const serverText = {
  opening: (embedded: boolean) => (embedded ? 'Startar den inbäddade databasen' : 'Ansluter till databasen'),
  writingDemo: 'Skriver demokommunens utdrag',
  recordingDemo: 'Skriver in tre års arbete med hushållen',
  importing: (file: string) => `Läser in ${file}`,
  ready: (address: string, municipality: string) =>
    `\nUtfall för ${municipality} är igång: ${address}\nStoppa med Ctrl+C.`,
  portTaken: (port: number) =>
    `Port ${port} används redan, kanske av Utfall i ett annat fönster. Öppna http://127.0.0.1:${port}, eller välj en annan port med --port.`,
  openDoor:
    'Inloggning utan kommunens inloggningstjänst är bara för den egna datorn. Ta bort --demo och --development-sign-in, eller lyssna på 127.0.0.1.',
} as const
