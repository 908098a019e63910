/** The words of the tables of exit conversations. */
export const exitTableText = {
  source: 'Utfalls händelser',
  persons: 'Avslutade insatser',
  conversations: {
    head: {
      name: 'Avslutssamtal',
      definition:
        'Insatser som avslutades under perioden, efter vad som blev av avslutssamtalet. Var och en står på en enda rad. Den som avslutat två insatser räknas två gånger. Hushåll med skyddade uppgifter är inte med.',
    },
    held: 'Samtalet är hållet',
    declined: 'Personen avböjde',
    waiting: 'Erbjudet, väntar på svar',
    notOffered: 'Inte erbjudet',
    ended: 'Avslutade insatser',
    sentence: 'Efter varje avslutad insats ska ett avslutssamtal erbjudas.',
  },
  changes: {
    head: {
      name: 'Vad som blev bättre och sämre',
      definition:
        'Av de hållna avslutssamtalen: hur många som sade att något blev bättre, och hur många som sade att det blev sämre. Samma person kan nämna flera saker. Det som sades med egna ord är inte med.',
    },
    better: 'Bättre',
    worse: 'Sämre',
    sentence: 'Personernas egna svar, det som blev sämre bredvid det som blev bättre.',
  },
}
