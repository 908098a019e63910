import type { SplitBy } from './figures.ts'

/** Said beside a split, since it decides what the parts add up to. */
export const splitText: Record<SplitBy, { name: string; definition: string }> = {
  gender: {
    name: 'Kvinnor och män',
    definition:
      'Hushåll räknas efter kön på sökande och medsökande: ett par av en kvinna och en man räknas i båda, så delarna kan bli fler än alla hushåll. Personer räknas efter sitt eget kön.',
  },
  age: {
    name: 'Ålder',
    definition: 'Hushåll räknas efter sökandens ålder, personer efter sin egen, i slutet av månaden.',
  },
  householdType: { name: 'Hushållstyp', definition: 'Socialstyrelsens hushållstyper, den månad raden avser.' },
  children: { name: 'Barn i hushållet', definition: 'Hushåll med minst ett barn under 18 år, den månad raden avser.' },
  unit: {
    name: 'Enhet',
    definition: 'Den enhet som ansvarade för hushållet den månad raden avser. Byte av enhet är inte avslut.',
  },
}
