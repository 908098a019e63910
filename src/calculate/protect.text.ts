export const protectText = {
  description: 'Dölj små antal i tabeller, och så få andra celler som möjligt så att de små inte kan räknas fram',
  dimensions: 'kolumner som tabellerna delas på, med komma emellan; alla summor publiceras',
  count: 'kolumn med antal; utan den räknas raderna',
  threshold: 'antal från 1 till ett under detta döljs',
  tables: 'tabellerna, som ”a×b;a×c” (även a*b och axb); utan den en tabell med alla dimensioner',
  hierarchy: 'kolumner som samlas i en vidare, som ”kommun<lan”; även dess summor publiceras',
  zeros: 'dölj även nollor',
  hiddenAtLeastOne: 'läsaren vet att dolda celler aldrig är noll',
  hierarchyExpected: 'kolumner i --dimensions med den vidare kolumnen efter, som kommun<lan',
  tablesExpected: (known: string) => `tabeller med semikolon emellan, av dimensionerna ${known} med × emellan`,
  missing: '(saknas)',
  notTotal: 'något annat, eftersom ordet står för summan',
  oneAbove: (column: string) => `ett enda värde i ${column}`,
  wholeCount: 'ett heltal, 0 eller mer',
  reserved: 'kolumner som inte heter count, shown eller reason',
  tooMany: (found: number) => `${found} celler`,
  fewerCells: (most: number) => `tabeller med högst ${most} celler`,
}

export const attackText = {
  description: 'Visa vad som kan räknas fram om dolda celler ur allt som är publicerat',
  file: 'tabell med summor, dolda celler tomma eller X; eller svaret från protect. Kan anges flera gånger',
  hiddenAtLeastOne: 'dolda celler är aldrig noll',
  wholeCount: 'ett heltal, 0 eller mer, eller tomt för en dold cell',
  jsonExpected: 'en tabellfil med kolumnen count, eller svaret från protect',
}
