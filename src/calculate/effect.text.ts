export const effectText = {
  description: 'Insatsens effekt på dem som fick den, mot en jämförelsegrupp',
  controls: 'fil med jämförelsegruppen: dess rader utan insats ställs mot deltagarna i --file',
  treated: 'kolumn som är 1 för dem som fick insatsen och 0 för de andra',
  outcome: 'kolumn med utfallet',
  covariates: 'kolumner med bakgrund från före insatsen, åtskilda med komma',
  method: 'sätt att räkna',
}
