import { expect, test } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'

/** Before the first file every page says that there is nothing yet, and where to begin. */
const app = await journeyApp({ demo: false })

const pages: [path: string, role: Role, text: string][] = [
  ['/', 'manager', 'Här finns inga uppgifter ännu'],
  ['/prognos', 'manager', 'Här finns inga uppgifter ännu'],
  ['/hushall', 'manager', 'Det finns inga hushåll ännu'],
  ['/rapporter', 'manager', 'Det finns inget att skriva om ännu'],
  ['/rapporter/fardig', 'manager', 'Det finns inget att rapportera ännu'],
  ['/import', 'manager', 'Ingen fil har lästs in ännu.'],
  ['/mottagning', 'reception', 'Vem gäller det?'],
  ['/mottagning?flik=lofte', 'reception', 'Ingen coach har lagt upp tider'],
  ['/mina-hushall', 'caseworker', 'Det finns inga hushåll på dina enheter ännu'],
  ['/hushall/1', 'caseworker', 'Hushållet finns inte'],
  ['/idag', 'coach', 'Ingen deltar just nu.'],
  ['/idag/narvaro', 'coach', 'Ingen deltog i en insats den här veckan.'],
  ['/deltagare/1/1', 'coach', 'Hushållet finns inte'],
  ['/insatser', 'manager', 'Det finns inga insatser i katalogen än.'],
  ['/insatser/jobbtorg', 'caseworker', 'Insatsen finns inte i katalogen.'],
  ['/arbetsgivare', 'caseworker', '0 arbetsgivare'],
  ['/ledning', 'manager', 'Här finns inga siffror ännu'],
  ['/ledning/bakom', 'manager', 'Inga rader i urvalet.'],
  ['/veckobord', 'manager', 'Inget hushåll står på dagordningen.'],
  ['/veckobord', 'coach', 'Inget hushåll står på dagordningen.'],
  ['/ekonomi', 'controller', 'Ingen huvudbok och ingen budget ännu'],
  ['/ekonomi/avvikelse', 'controller', 'Inget att förklara'],
  ['/ekonomi/prognos', 'controller', 'Ingenting att räkna på ännu'],
  ['/ekonomi/avstamning', 'controller', 'Inget att stämma av'],
  ['/ekonomi/konton', 'controller', 'Ingen huvudbok är inläst för perioden.'],
  ['/ekonomi/granska', 'controller', 'Klistra in en tabell ur en rapport.'],
  ['/atgarder', 'controller', 'Inga åtgärder är öppnade'],
  ['/atgarder/ny', 'controller', 'Ingen besparing är utlovad ännu.'],
  ['/atgarder/finns-inte', 'controller', 'Åtgärden finns inte'],
  ['/loften', 'controller', 'Inget löfte är inskrivet ännu'],
  ['/loften/ny', 'controller', 'Hur det syns'],
  ['/loften/finns-inte', 'controller', 'Det finns inget löfte på den här adressen.'],
  ['/loften/anteckningar', 'controller', 'Ingen anteckning är skriven ännu'],
  ['/namnden', 'board', 'Ingen rapport är lämnad till nämnden ännu.'],
  ['/namnden', 'controller', 'Ingen fråga är ställd ännu.'],
  ['/namnden/rapport/1/1', 'board', 'Rapporten finns inte'],
  ['/siffergranskning', 'controller', 'Klistra in text och tabeller ur en rapport.'],
  ['/jamforelse', 'controller', 'Inga jämförelsetal är hämtade'],
  ['/myndigheter', 'controller', 'Ingen månad att lämna'],
  ['/malgrupper', 'manager', 'Inga utbetalningar ännu'],
  ['/malgrupper/finns-inte', 'manager', 'Målgruppen finns inte'],
  ['/utbetalningskontroll', 'manager', 'Inget att kontrollera i perioden'],
  ['/utbetalningskontroll?flik=arenden', 'manager', 'Inga ärenden i perioden'],
  ['/stod-mot-lon', 'controller', 'Kostnad och återbäring'],
  ['/regler', 'administrator', 'Programmets egna regler'],
  ['/regler/kartlaggning', 'administrator', 'Följer med programmet'],
]

test.each(pages)('%s for %s', async (path, role, text) => {
  const page = await app.open(role)
  await page.goto(app.address + path)
  await page.getByText(text).first().waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(/null|undefined|NaN|\.\./)
  expect(await violations(page)).toEqual([])
})
