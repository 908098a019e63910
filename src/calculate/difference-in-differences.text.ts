export const differenceInDifferencesText = {
  description: 'Effekt när insatsen börjar vid olika tid i olika enheter (Callaway och Sant’Anna)',
  unit: 'kolumn med enheten: hushåll, enhet eller kommun',
  time: 'kolumn med perioden: ett tal, eller en månad som 2024-01',
  firstTreated: 'kolumn med den första perioden med insatsen; 0, tomt eller Inf är aldrig',
  outcome: 'kolumn med utfallet',
  cluster: 'kolumn med det som binder ihop enheter; utan den är varje enhet för sig',
  control: 'jämför med dem som aldrig (never) eller ännu inte (not-yet) har insatsen',
}
