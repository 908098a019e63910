import type { RefusalKind } from '../calculations/refusal.ts'
import type { Spec } from './spec.ts'

type Family = Spec['family']

/** What the kinds of refusals mean; the command's own message also tells which row, column and number. */
const refusals: Record<RefusalKind, string> = {
  'no-rows': 'det finns inga rader',
  'missing-column': 'en kolumn saknas',
  'ragged-row': 'en rad har fel antal celler',
  'not-a-number': 'ett värde är inte ett tal',
  'bad-option': 'ett val går inte',
  'bad-value': 'ett värde går inte',
  'one-group': 'det finns bara en grupp',
  'no-treated': 'ingen har fått insatsen',
  'no-controls': 'det finns ingen att jämföra med',
  'too-few': 'underlaget är för litet',
  separation: 'bakgrunden avgör helt vem som fick insatsen',
  collinear: 'två kolumner säger samma sak',
  'infeasible-balance': 'grupperna är för olika för att balanseras',
  'not-converged': 'beräkningen blev inte färdig',
  'too-short': 'serien är för kort',
  'duplicate-row': 'en rad står två gånger',
  'no-safe-table': 'tabellen går inte att skydda',
  'inconsistent-table': 'de visade talen går inte ihop',
  'not-finite': 'svaret blir inget ändligt tal',
}

export const manualText = {
  title: 'Beräkningarna',
  introduction: [
    'Skapas av `npm run docs` ur beräkningarnas egna provfall. Ändra inte här: varje exempel nedan är också ett test, och varje diagram är räknat av metoden själv.',
    'Här står vad varje beräkning svarar på, hur den är definierad, vad som är valt åt läsaren och när den inte ska användas. ' +
      'Diagrammet under varje metod visar vad som blir fel när den används ändå. Där inget annat sägs är uppgifterna i diagram och exempel påhittade.',
    'Metoderna kan köras på vilken fil som helst: `npx utfall calculate …` läser en avgränsad textfil med en rubrikrad och skriver ett JSON-dokument med full precision. ' +
      '`npx utfall calculate --help` visar kommandona, och hela listan står i [README](../README.md).',
    'En beräkning som saknar svar säger varför i stället för att gissa: `{"refused":{"kind","message"}}` och slutkod 2. ' +
      'Ett värde som inte är definierat, till exempel en median som aldrig nås, är `null`. NaN förekommer inte.',
    'I tabellerna nedan är tal avrundade till sex decimaler och – betyder att värdet inte är definierat. ' +
      'Varje metod har jämförts med R där R har den; vilken funktion det är står under Källor.',
  ],
  program: 'I ett eget program',
  programIntroduction:
    'Beräkningarna är rena funktioner över kolumner, utan databas och utan webb. Koden finns i [src/calculations](../src/calculations). ' +
    'Efter `npm run build` kan de användas var för sig, med typer för TypeScript:',
  programPrints: 'skriver',
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
      'Vad hade hänt utan insatsen? Ingen metod ser det; de gör olika antaganden. Därför visas alla sida vid sida, och utlåtandet är bara ett av tre: påvisad, en större effekt kan uteslutas, eller går inte att avgöra.',
    savings:
      'Vad en insats sparade är skillnaden mot vad som ändå hade hänt, minus vad den kostade. Varje hushållsmånad tillgodoräknas en gång.',
    forecast:
      'Ett tal för framtiden utan osäkerhet är en gissning. Varje prognos har intervall, och varje metod en redovisning av hur fel den har haft.',
    disclosure:
      'Det som publiceras får inte avslöja någon, inte heller genom att det dras ifrån något annat som publiceras.',
  } satisfies Record<Family, string>,
  /** Where the code of a family is, in `src/calculations`. */
  folders: {
    panel: ['spells.ts', 'flow.ts', 'durations.ts', 'long-term.ts'],
    survival: ['survival'],
    effect: ['effect', 'difference-in-differences', 'synthetic-control'],
    savings: ['savings'],
    forecast: ['forecast'],
    disclosure: ['disclosure'],
  } satisfies Record<Family, string[]>,
  code: 'Koden:',
  choices: 'Valt åt läsaren',
  notWhen: 'När den inte ska användas',
  picture: 'Så blir det fel',
  command: 'Körs med',
  sources: 'Källor',
  gives: 'ger',
  sameRows: (title: string) => `Samma rader som under ”${title}”.`,
  refused: (kind: RefusalKind) => `inget tal: ${refusals[kind]} (\`${kind}\`).`,
  noRows: (columns: string) => `Inga rader (${columns}).`,
}
