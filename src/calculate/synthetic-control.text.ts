export const syntheticControlText = {
  description: 'Effekt i en hel kommun eller enhet mot en vägd blandning av andra (syntetisk kontroll)',
  unit: 'kolumn med enheten, till exempel kommun',
  time: 'kolumn med perioden: ett tal, eller en månad som 2024-01',
  outcome: 'kolumn med utfallet; alla värden över noll',
  treatedUnit: 'enheten med insatsen, som den står i filen',
  start: 'första perioden med insatsen',
  donors: 'enheter att jämföra med, åtskilda av komma; utan den alla andra',
  basePeriods: 'antal perioder före start som index räknas från',
}
