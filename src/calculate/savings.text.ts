export const savingsText = {
  description: 'Vad en insats sparar mot vad som hade hänt ändå, med kostnad och månad då den är betald',
  persons: 'hushåll som fick insatsen',
  monthlyAmount: 'kommunens nettokostnad per hushåll och månad',
  hazard: 'chansen att lämna biståndet en månad utan insatsen, 0–1',
  hazardWith: 'chansen att lämna biståndet en månad med insatsen, 0–1',
  ownCost: 'vad insatsen kostar kommunen',
  horizon: 'antal månader som följs',
  claim: 'påstådd besparing, som räknas om till hela månader per person',
}
