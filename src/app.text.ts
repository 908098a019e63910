export const appText = {
  apiDescription: 'Uppföljning av ekonomiskt bistånd. Samma gränssnitt som webbsidorna använder.',
  notFound: 'Adressen finns inte.',
  tooLarge: 'Filen är större än 500 MB. Dela den, till exempel per år.',
  tooLong: 'Det är för mycket text för att sparas på en gång. Dela upp det.',
  unstorable: 'Texten innehåller tecken som inte går att spara. Skriv om den, eller klistra in den som ren text.',
  badRequest: (detail: string) => `Begäran går inte att läsa: ${detail}. Ladda om sidan och försök igen.`,
  broken: (reference: string) =>
    `Något gick fel hos oss. Försök igen; händer det på nytt, uppge felkoden ${reference}.`,
} as const
