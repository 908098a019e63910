import type { Spec } from './spec.ts'

type Family = Spec['family']

export const manualText = {
  title: 'Beräkningarna',
  introduction: [
    'Skapas av `npm run docs` ur beräkningarnas egna provfall. Ändra inte här: varje exempel nedan är också ett test.',
    'Här står vad varje beräkning svarar på, hur den är definierad, vad som är valt åt läsaren och när den inte ska användas. ' +
      'Beräkningarna är rena funktioner över kolumner och kan användas utan resten av Utfall: `import { … } from "utfall/calculations/…"` i ett program, ' +
      'eller `utfall calculate …` på en fil. Kommandot läser en avgränsad textfil med en rubrikrad och skriver ett JSON-dokument med full precision.',
    'En beräkning som saknar svar säger varför i stället för att gissa: `{"refused":{"kind","message"}}` och slutkod 2. ' +
      'Ett värde som inte är definierat, till exempel en median som aldrig nås, är `null`. NaN förekommer inte.',
    'I tabellerna nedan är tal avrundade till sex decimaler och – betyder att värdet inte är definierat.',
  ],
  families: {
    panel: 'Månader och perioder med bistånd',
    survival: 'Hur länge biståndet varar',
    effect: 'Insatsers effekt',
    savings: 'Besparing',
    forecast: 'Prognos',
    disclosure: 'Sekretess i publicerade tabeller',
  } satisfies Record<Family, string>,
  introductions: {
    panel:
      'Allt annat bygger på vilka månader ett hushåll hade bistånd för. Månaden är den som utbetalningen avser, inte den då den gjordes, och beloppet är netto efter återkrav.',
    survival:
      'Hur många är kvar efter en viss tid, och vart tog de andra vägen? Den som fortfarande har bistånd när data tar slut är inte utan svar: metoderna räknar med att sluttiden är okänd.',
    effect:
      'Vad hade hänt utan insatsen? Ingen metod ser det; de gör olika antaganden. Därför visas alla sida vid sida, och utlåtandet är bara ett av tre: påvisad, utesluten, eller går inte att avgöra.',
    savings:
      'Vad en insats sparade är skillnaden mot vad som ändå hade hänt, minus vad den kostade. Varje hushållsmånad tillgodoräknas en gång.',
    forecast:
      'Ett tal för framtiden utan osäkerhet är en gissning. Varje prognos har intervall, och varje metod en redovisning av hur fel den har haft.',
    disclosure:
      'Det som publiceras får inte avslöja någon, inte heller genom att det dras ifrån något annat som publiceras.',
  } satisfies Record<Family, string>,
  choices: 'Valt åt läsaren',
  notWhen: 'Använd inte när',
  command: 'Körs med',
  sources: 'Källor',
  gives: 'ger',
  refused: (kind: string) => `inget tal, utan beskedet \`${kind}\`.`,
  noRows: (columns: string) => `Inga rader (${columns}).`,
}
