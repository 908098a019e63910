/** Rows for the volume file: label, kind, from, until (included), version, value. What was not measured has no row. */
export const volumeRows = (scale: number): string[][] =>
  volumes.flatMap(([label, kind, actual2019, forecast2019, actual2018]) => {
    const row = (until: string, version: string, value: number | null) =>
      value === null
        ? []
        : [[label, kind, `${until.slice(0, 4)}-01`, until, version, String(Math.round(value * scale))]]
    return [
      ...row('2019-04', 'Utfall', actual2019),
      ...row('2019-12', 'Prognos', forecast2019),
      ...row('2018-12', 'Utfall', actual2018),
    ]
  })

type Volume = [
  label: string,
  kind: string,
  actual2019: number | null,
  forecast2019: number | null,
  actual2018: number | null,
]

/** The committee's volumes, January–April 2019, forecast 2019 and 2018 (tertial report of 30 April 2019). */
const volumes: Volume[] = [
  ['Hushåll som beviljats ekonomiskt bistånd, genomsnitt per månad', 'Genomsnitt', 602, 550, 599],
  ['Ensamkommande barn och unga', 'Bestånd', 45, 35, 49],
  ['Vårddygn i familjehem, ensamkommande barn och unga', 'Flöde', 4518, 12000, 14944],
  ['Vårddygn i stödboende/HVB, ensamkommande barn och unga', 'Flöde', 1065, 4000, 4571],
  ['Vårddygn i familjehem, barn och unga exkl. ensamkommande', 'Flöde', 8684, 22000, 24078],
  ['Vårddygn på institution, barn och unga exkl. ensamkommande', 'Flöde', 1878, 7000, 6649],
  ['Vårddygn på institution, vuxna', 'Flöde', 2567, 7000, 7690],
  ['Vårddygn på Vårnäs, öppet intag', 'Flöde', 643, 1300, 1238],
  ['Pågående insatser, kontaktfamiljer/kontaktpersoner', 'Bestånd', 56, 100, 81],
  ['Ärenden spelmissbruk', 'Flöde', 4, null, null],
  ['Kvinnofridsärenden', 'Flöde', 22, 140, 125],
  ['Sociala kontrakt', 'Bestånd', 96, 90, 94],
  ['Stadigvarande serveringstillstånd', 'Bestånd', 30, 35, 30],
  ['Inkomna aktualiseringar', 'Flöde', 1575, 5000, 4314],
  ['Startade utredningar', 'Flöde', 620, 2200, 2005],
  ['Avslutade utredningar', 'Flöde', 691, 2000, 1940],
  ['Pågående utredningar', 'Bestånd', 1040, 450, 449],
  // From the report's 3 000 persons = 8.7 % of the inhabitants and 1 305 children = 17.4 % of those under 18.
  ['Invånare 31 december', 'Bestånd', null, null, 34_483],
  ['Invånare 0–17 år 31 december', 'Bestånd', null, null, 7_500],
]
