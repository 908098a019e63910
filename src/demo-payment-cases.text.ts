/** What is written in the cases of the demo. */
export const demoCaseText = {
  said: 'Hushållet har sett uppgifterna och svarat i brev.',
  wrong: {
    household: 'En inkomst kom fram efter att biståndet betalats.',
    municipality: 'Kommunen räknade fel på månaden.',
  },
  correct: 'Underlaget visar att beloppet är riktigt.',
  explained: 'Akten förklarar uppgiften. Beslutet är riktigt.',
  noNotification: 'Ingen annan myndighet berörs av uppgiften.',
  noReport: 'Uppgiften lämnades sent av misstag. Det finns inte grund för anmälan.',
  closed: 'Allt är utrett och hushållet har fått besked.',
} as const
