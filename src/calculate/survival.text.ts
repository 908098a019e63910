export const survivalText = {
  description: 'Hur länge: andelen kvar över tid (Kaplan–Meier), avslut av flera slag och jämförelse av grupper',
  time: 'kolumn med tiden till avslut, eller till uppföljningens slut',
  event: 'kolumn med 1 för avslut och 0 för pågående; med --competing 0 för pågående och 1, 2, … för slaget',
  entry: 'kolumn med tiden då raden började följas',
  group: 'kolumn med gruppen',
  strata: 'kolumn att jämföra grupperna inom',
  rho: 'vikt på tidiga avslut i jämförelsen: 0 är log-rank, 1 är Petos',
  horizon: 'medeltiden räknas inom så lång tid; utan den är det den längsta tiden i filen',
  competing: 'räkna varje slag av avslut för sig',
}
