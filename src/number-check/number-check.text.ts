const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const checkText = {
  title: 'Siffergranskaren',
  lead: 'Läser en text och räknar om det som går att räkna om: summor, skillnader, andelar, förändringar, flöden, datum och tal som står på flera ställen. Texten jämförs med sig själv. Den sparas inte.',
  file: 'Välj en fil',
  fileHelp: 'Word (.docx), Markdown (.md) eller text (.txt), högst 20 MB.',
  text: 'Texten',
  textHelp: 'Klistra in text och tabeller ur en rapport. Tabeller från Word och Excel läses kolumn för kolumn.',
  run: 'Granska',
  shortcut: 'Ctrl + Enter granskar.',
  example: 'Fyll i ett exempel',
  clear: 'Börja om',
  failed: 'Det gick inte att granska texten',
  checking: 'Granskar …',
  findings: 'Det som hittades',
  nothing: 'Inga fel hittades',
  nothingHelp: (numbers: number, tables: number) =>
    `Granskaren läste ${counted(numbers, 'tal', 'tal')} i löpande text och ${counted(tables, 'tabell', 'tabeller')}. Den säger bara till när texten själv knyter ihop tal som inte går ihop. Att inget hittades betyder inte att alla tal är rätt.`,
  noNumbers: 'Texten har inga tal att granska.',
  summary: (errors: number, questions: number) =>
    [
      errors > 0 ? `${counted(errors, 'sak', 'saker')} går inte ihop` : '',
      questions > 0 ? `${counted(questions, 'sak', 'saker')} behöver förklaras` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',
  line: (line: number) => `Rad ${line}`,
  paragraph: (line: number) => `Stycke ${line}`,
  showInText: 'Visa i texten',
  showNumberInText: (number: number) => `Visa fynd ${number} i texten`,
  backToFinding: (number: number) => `Till fynd ${number}`,
  table: 'Tabell',
  asRead: 'Texten som den lästes',
  asReadHelp: 'Fynden är markerade och numrerade.',
  read: (name: string) => `Läst ur ${name}`,
  isLong: 'Texten är lång. Här visas bara de stycken och tabeller som har fynd.',
  empty: 'Filen har ingen text.',
  noFile: 'Välj en fil att granska.',
  tooLong: 'Texten är längre än två miljoner tecken. Granska den i delar.',
  tooLarge: 'Filen är större än 20 MB. Spara den utan bilder, eller klistra in texten.',
  damagedDocx: 'Wordfilen är skadad och går inte att packa upp. Öppna den i Word och spara den på nytt.',
  notDocx: 'Filen är inget Worddokument. Spara texten som .docx, .md eller .txt.',
  pdf: 'Filen är en PDF, och ur en sådan går text och tabeller inte att läsa säkert. Spara rapporten som Word (.docx) eller text (.txt) i programmet den skrevs i, eller klistra in texten.',
  calledPdf:
    'Filen heter .pdf men är ingen PDF. Spara texten på nytt som Word (.docx) eller text (.txt), eller klistra in den.',
  otherFormat: (ending: string) =>
    `Granskaren läser inte .${ending}. Spara texten som Word (.docx), Markdown (.md) eller text (.txt), eller klistra in den.`,
  exampleText: `Under 2018 hade i genomsnitt 421 hushåll per månad ekonomiskt bistånd. Under 2019 var det 377 hushåll, en minskning med 44 hushåll (10,5 %).

Av de 79 personer som började avslutade 29 till arbete eller studier (47 %).

Gruppen består av 55 personer. Målet är att hälften, det vill säga 25 personer, får annan ersättning.

Rad	Utfall	Budget	Avvikelse
Intäkter	11 890	9 558	+2 332
Personal	-29 743	-31 811	+2 086
Summa	-17 853	-22 253	+4 400`,
}
