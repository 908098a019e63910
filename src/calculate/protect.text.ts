export const protectText = {
  description: 'Dölj små antal i tabeller, och så få andra celler som möjligt så att de små inte kan räknas fram',
  dimensions: 'kolumner som tabellerna delas på, med komma emellan; alla summor publiceras',
  count: 'kolumn med antal; utan den räknas raderna',
  threshold: 'antal från 1 till ett under detta döljs',
  tables: 'tabellerna, som ”a×b;a×c” (även a*b och axb); utan den en tabell med alla dimensioner',
  hierarchy: 'kolumner som samlas i en vidare, som ”kommun<lan”; även dess summor publiceras',
  period:
    'kolumn med perioder som skyddas tillsammans; en cell som ändrats med 1 till ett under gränsen döljs i den senare',
  published: 'tabell som redan är ute, eller ett tidigare svar från protect. Kan anges flera gånger',
  periodExpected: (column: string) => `en period i kolumnen ${column} i varje cell, skriven som i --file`,
  sameRows: 'tabeller ur samma rader som --file, eller ur en annan period än dem (se --period)',
  zeros: 'dölj även nollor',
  hiddenAtLeastOne: 'läsaren vet att dolda celler aldrig är noll',
  hierarchyExpected: 'kolumner i --dimensions med den vidare kolumnen efter, som kommun<lan',
  tablesExpected: (known: string) => `tabeller med semikolon emellan, av dimensionerna ${known} med × emellan`,
  missing: '(saknas)',
  notTotal: 'något annat, eftersom ordet står för summan',
  oneAbove: (column: string) => `ett enda värde i ${column}`,
  wholeCount: 'ett heltal, 0 eller mer',
  reserved: 'kolumner som inte heter count, shown eller reason, och en annan för perioden',
  tooMany: (found: number) => `${found} celler`,
  fewerCells: (most: number) => `tabeller med högst ${most} celler`,
}

export const attackText = {
  description: 'Visa vad som kan räknas fram om dolda celler ur allt som är publicerat',
  file: 'tabell med summor, dolda celler tomma eller X; eller svaret från protect. Kan anges flera gånger',
  period: 'kolumn med perioder: visa även de små ändringar av en cell som följer av det som är känt',
  threshold: 'en ändring från 1 till ett under detta är liten',
  hiddenAtLeastOne: 'dolda celler är aldrig noll',
  wholeCount: 'ett heltal, 0 eller mer, eller tomt för en dold cell',
  jsonExpected: 'en tabellfil med kolumnen count, eller svaret från protect',
}
