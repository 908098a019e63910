/**
 * Statements in wordings that the corpus has none of, right and with one error: how far the rules reach beyond the templates
 * that they were made on. Told apart, and never tuned on.
 */
export const otherWordings: [right: string, wrong: string][] = [
  [
    'Vi hade 212 inskrivna vid årsskiftet mot 187 året dessförinnan, alltså 25 fler.',
    'Vi hade 212 inskrivna vid årsskiftet mot 187 året dessförinnan, alltså 35 fler.',
  ],
  [
    'Sjukfrånvaron sjönk 1,4 procentenheter, från 7,2 till 5,8 procent.',
    'Sjukfrånvaron sjönk 2,4 procentenheter, från 7,2 till 5,8 procent.',
  ],
  [
    'Drygt var tredje av enhetens 96 ärenden, 34 stycken, är äldre än ett år.',
    'Drygt var tredje av enhetens 96 ärenden, 54 stycken, är äldre än ett år.',
  ],
  [
    'Sexton av tjugofyra deltagare (67 procent) fick arbete.',
    'Sexton av tjugofyra deltagare (57 procent) fick arbete.',
  ],
  [
    'Budgeten är 12,4 mnkr, varav 9,1 mnkr avser personal och 3,3 mnkr övrigt.',
    'Budgeten är 12,4 mnkr, varav 9,1 mnkr avser personal och 4,3 mnkr övrigt.',
  ],
  [
    'Per den sista april hade 3 mnkr av anslagets 5 mnkr förbrukats; 2 mnkr återstår.',
    'Per den sista april hade 3 mnkr av anslagets 5 mnkr förbrukats; 1 mnkr återstår.',
  ],
  [
    'Prognosen förbättras med 2 mnkr till ett underskott på 4 mnkr; i mars var den ett underskott på 6 mnkr.',
    'Prognosen förbättras med 2 mnkr till ett underskott på 4 mnkr; i mars var den ett underskott på 9 mnkr.',
  ],
  [
    'Kön var 340 ärenden i januari. 120 kom in och 180 avgjordes, så i mars återstod 280.',
    'Kön var 340 ärenden i januari. 120 kom in och 180 avgjordes, så i mars återstod 380.',
  ],
  [
    'Medelkostnaden per placering och dygn är 2 150 kr, och 400 dygn kostar därmed 860 tkr.',
    'Medelkostnaden per placering och dygn är 2 150 kr, och 400 dygn kostar därmed 960 tkr.',
  ],
  ['Antalet vräkningar halverades: 14 i stället för 28.', 'Antalet vräkningar halverades: 24 i stället för 28.'],
  ['Uppdraget ska redovisas senast den 30 november 2021.', 'Uppdraget ska redovisas senast den 31 november 2021.'],
  ['Försöket löper 1 september 2020–31 augusti 2021.', 'Försöket löper 1 september 2021–31 augusti 2020.'],
  ['Av personalen är 81 kvinnor och 27 män, totalt 108.', 'Av personalen är 81 kvinnor och 27 män, totalt 118.'],
  [
    'Målet är högst 7 dagar. I snitt tog det 5 dagar, så målet har uppnåtts.',
    'Målet är högst 7 dagar. I snitt tog det 9 dagar, så målet har uppnåtts.',
  ],
  ['Hushållen blev 8 procent färre, 552 mot 600.', 'Hushållen blev 18 procent färre, 552 mot 600.'],
  [
    'Ärendena delas in i under 3 månader, 3–6 månader och över 6 månader.',
    'Ärendena delas in i under 3 månader, 4–6 månader och över 6 månader.',
  ],
  [
    'Snittet var 4,2 besök per familj (630 besök i 150 familjer).',
    'Snittet var 5,2 besök per familj (630 besök i 150 familjer).',
  ],
  [
    'Kostnaden steg 3,5 mnkr mellan åren, från 20,1 till 23,6 mnkr.',
    'Kostnaden sjönk 3,5 mnkr mellan åren, från 20,1 till 23,6 mnkr.',
  ],
  ['Vi räknar med bidrag på 400 tkr.', 'Vi räknar med bidrag på XXX tkr.'],
  [
    'Tre fjärdedelar av de 80 svarande, 60 personer, var nöjda.',
    'Tre fjärdedelar av de 80 svarande, 48 personer, var nöjda.',
  ],
]
