export const spellsText = {
  description: 'Biståndsperioder: sammanhängande månader med bistånd i varje hushåll',
  household: 'kolumn med hushållet',
  month: 'kolumn med månaden som beloppet avser: 2024-01, eller ett heltal',
  amount: 'kolumn med beloppet; återkrav är negativa',
  gap: 'så många månader i rad utan bistånd bryter inte en period',
  firstMonth: 'första månaden som data täcker; utan den är det filens första',
  lastMonth: 'sista månaden som data täcker; utan den är det filens sista',
}
