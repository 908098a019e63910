/** Everything that can be wrong with a cell or a row: what is wrong, and what to do about it. */
export const problemText = {
  'missing-value': 'Värdet saknas. Fyll i det i källsystemet eller i filen och läs in raden igen.',
  'not-an-amount':
    'Det här är inte ett belopp. Skriv kronor med siffror och högst två decimaler, till exempel 4 120,50.',
  'not-a-number': 'Det här är inte ett tal. Skriv siffror, med decimalkomma om det behövs.',
  'not-a-month': 'Det här är inte en månad. Skriv år och månad, till exempel 2019-04.',
  'not-a-day': 'Det här är inte ett datum som finns. Skriv år, månad och dag, till exempel 2019-04-30.',
  'not-an-identity-number':
    'Det här är inte ett giltigt personnummer, samordningsnummer eller reservnummer. Kontrollera alla siffror; Excel kan ha tagit bort en inledande nolla.',
  'unknown-code':
    'Koden eller benämningen är okänd. Rätta den, eller koppla den till en av de gällande koderna i filens profil.',
  'code-not-valid-then': 'Koden gällde inte den här månaden. Använd den kod som gällde då.',
  'end-before-start': 'Slutet ligger före början. Kontrollera båda datumen.',
  'too-long': 'Texten är för lång för den här kolumnen. Korta den, eller kontrollera att rätt kolumn är vald.',
  'duplicate-key':
    'En tidigare rad i filen gäller samma sak. Behåll en av raderna, eller välj bort kolumnen om den inte är ett unikt nummer. En rättelse läses in i en egen, senare fil.',
  'wrong-municipality': 'Filen gäller en annan kommun och läses inte in. Kontrollera att rätt fil är vald.',
  'gender-mismatch': 'Könet stämmer inte med personnumret. Kontrollera vilket av dem som är fel.',
  'age-mismatch': 'Åldern stämmer inte med personnumret. Kontrollera vilket av dem som är fel.',
  'wrong-status': 'Hushållsstatus stämmer inte: 1 är registerledare och 2 är medsökande.',
  'same-person-twice': 'Samma person står två gånger i hushållet. Ta bort den ena.',
  'too-many-columns':
    'Raden har fler värden än tabellen har kolumner, så de kan ha hamnat fel. Kontrollera skiljetecken och citattecken i raden.',
  'year-total':
    'Raden är ur decemberfilen, som gäller hela året och inte en månad. Läs in de tolv månaderna ur ärendesystemet i stället.',
} as const

export type Problem = keyof typeof problemText
