export const appText = {
  apiDescription: 'Uppföljning av ekonomiskt bistånd. Samma gränssnitt som webbsidorna använder.',
  notFound: 'Adressen finns inte.',
  tooLarge: 'Filen är större än 500 MB. Dela den, till exempel per år.',
  badRequest: (detail: string) => `Begäran går inte att läsa: ${detail}. Ladda om sidan och försök igen.`,
  broken: (reference: string) =>
    `Något gick fel hos oss. Försök igen; händer det på nytt, uppge felkoden ${reference}.`,
} as const
