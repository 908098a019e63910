export const forecastText = {
  description:
    'Prognos med osäkerhetsintervall för en eller flera månadsserier; serier i samma fil antas likna varandra',
  id: 'kolumnen som skiljer serierna åt',
  values: 'kolumnen med en hel serie på varje rad, värden med mellanslag emellan; --, X och NA är saknade värden',
  date: 'kolumnen med månad, när filen har en rad per månad',
  value: 'kolumnen med månadens värde',
  horizon: 'hur många månader framåt',
  season: 'hur många värden ett år har; 1 när serien saknar säsong',
  levels: 'intervallens nivåer i procent, med kommatecken emellan',
  method: 'median (av de fyra andra), theta, ets, damped eller seasonal-naive',
  breaks: 'kända nivåskiften: första månaden efter (2025-07) eller första värdets nummer, med kommatecken emellan',
  oneForm: '--values, eller --date och --value',
  levelsExpected: 'tal mellan 0 och 100, till exempel 80,90',
  wholeNumber: (least: number, greatest: number) => `ett heltal ${least}–${greatest}`,
  progress: (done: number, all: number) => `Prognos ${done} av ${all} serier`,
}
