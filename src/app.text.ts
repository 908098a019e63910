export const appText = {
  apiDescription: 'Uppföljning av ekonomiskt bistånd. Samma gränssnitt som webbsidorna använder.',
  notFound: 'Adressen finns inte.',
  tooLarge: 'Filen är större än 500 MB. Dela den, till exempel per år.',
  tooLong: 'Det är för mycket text för att sparas på en gång. Dela upp det.',
  unstorable: 'Texten innehåller tecken som inte går att spara. Skriv om den, eller klistra in den som ren text.',
  badRequest: (detail: string) => `Begäran går inte att läsa: ${detail}. Ladda om sidan och försök igen.`,
  badMonth:
    'Perioden går inte att visa. En månad skrivs som 2019-04 och ligger mellan 1991-01 och 2199-12. Ändra perioden och försök igen.',
  badYear: 'Året går inte att visa. Skriv det med fyra siffror, mellan 1991 och 2199, och försök igen.',
  badMoment:
    'Dagen går inte att visa. En dag skrivs som 2019-04-30 och ligger mellan 1990 och 2199. Ändra dagen och försök igen.',
  broken: (reference: string) =>
    `Något gick fel hos oss. Försök igen; händer det på nytt, uppge felkoden ${reference}.`,
} as const
