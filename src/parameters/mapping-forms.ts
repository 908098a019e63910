import type { CodeOf, mappingMethods } from './code-lists/casework.ts'

type MappingArea = { key: string; label: string; help: string; hasLevel: boolean }

/** A form that comes with the program, until the municipality has made its own. */
type DefaultMappingForm = {
  method: CodeOf<typeof mappingMethods>
  /** Where the areas come from. */
  source: string
  areas: readonly MappingArea[]
}

const area = (key: string, label: string, help: string, hasLevel = true): MappingArea => ({
  key,
  label,
  help,
  hasLevel,
})

/**
 * What each method asks about. The words are our own; neither form is a copy of the instrument that it is named after.
 */
export const defaultMappingForms: readonly DefaultMappingForm[] = [
  {
    method: 'simplified',
    // Documents 002-P1 and 003-5.
    source: 'Socialnämnden i Katrineholm, delrapport Ökad övergång till egen försörjning 2019.',
    areas: [
      area('education', 'Utbildning', 'Skolgång, examen, kurser, validering. Vad vill personen läsa?'),
      area('work-experience', 'Arbetslivserfarenhet', 'Arbeten, praktik, körkort, intressen och det personen kan.'),
      area(
        'health',
        'Hälsa',
        'Hur hälsan påverkar möjligheten att arbeta och vilket stöd som behövs. Ingen diagnos om den inte behövs.',
      ),
      area('language', 'Språk', 'Svenska i tal och skrift, sfi-nivå, andra språk, behov av tolk.'),
      area(
        'social-situation',
        'Social situation',
        'Boende, barn, barnomsorg, ekonomi och nätverk, så långt det påverkar vägen till arbete.',
      ),
    ],
  },
  {
    method: 'DUR',
    // Document 001-17.
    source:
      'Dokumentation, utredning, resultat. Metodens formulär är inte öppet publicerat: områdena är en egen uppställning att ersätta med kommunens.',
    areas: [
      area('living', 'Boende', 'Hur personen bor nu, hur säkert boendet är och vad som behöver lösas.'),
      area('children-family', 'Barn och familj', 'Barnens situation, skola och barnomsorg. Vad behöver barnen?'),
      area('income', 'Försörjning och ekonomi', 'Inkomster, ersättningar som kan sökas, skulder som hindrar arbete.'),
      area('work-education', 'Arbete och utbildning', 'Erfarenhet, utbildning och det personen själv siktar mot.'),
      area('interests', 'Intressen och kompetenser', 'Det personen är bra på och tycker om att göra.', false),
      area('health', 'Hälsa', 'Hur hälsan påverkar vardagen och arbetet, och vilken vård som pågår.'),
      area('daily-life', 'Vardag och fritid', 'Dygnsrytm, rutiner och det som ger struktur i dagarna.'),
      area('network', 'Socialt nätverk', 'Stöd från andra och kontakter som kan leda till arbete.'),
      area('own-view', 'Personens egen bild', 'Vad personen själv vill ändra, med egna ord.', false),
    ],
  },
  {
    method: 'FIA',
    source:
      'Områden efter Socialstyrelsens bedömningsinstrument FIA, förutsättningar inför arbete (2014, reviderat 2017). Frågorna är inte instrumentets: det fylls i på Socialstyrelsens formulär.',
    areas: [
      area('living', 'Boende', 'Hur personen bor och om boendet är hållbart vid arbete.'),
      area('home', 'Situationen hemma', 'Omsorg om barn eller anhöriga som måste ordnas inför arbete.'),
      area('network', 'Socialt nätverk', 'Stöd och kontakter utanför hemmet.'),
      area('physical-health', 'Kroppslig hälsa', 'Hur hälsan påverkar arbetsförmågan, inte sjukdomshistorien.'),
      area('mental-health', 'Psykisk hälsa', 'Hur måendet påverkar arbetsförmågan och vilket stöd som finns.'),
      area('disability', 'Funktionsnedsättning', 'Anpassningar som behövs för att kunna arbeta.'),
      area('habits', 'Levnadsvanor', 'Vanor som påverkar arbetsförmågan. Skriv bara det som planen behöver.'),
      area('debts', 'Skulder', 'Skulder och löneutmätning som påverkar viljan och möjligheten att arbeta.'),
      area('safety', 'Trygghet och våld', 'Behov av skydd eller stöd. Detaljer skrivs i ärendesystemet, inte här.'),
      area('language', 'Språk', 'Svenska i tal och skrift, behov av tolk.'),
      area('education', 'Utbildning', 'Avslutad och påbörjad utbildning, behov av komplettering.'),
      area('work-experience', 'Arbetslivserfarenhet', 'Tidigare arbeten och vad personen tog med sig därifrån.'),
      area(
        'work-goal',
        'Mål och tro på arbete',
        'Vilket arbete personen siktar mot och vad som behövs för att nå dit.',
      ),
    ],
  },
]
