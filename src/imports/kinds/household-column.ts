import { identityNumberColumn, keyColumn } from '../columns.ts'
import type { Column } from '../kind.ts'

/** What the case system calls the household. Systems that keep no household number use that of the case. */
export const household: Column = {
  ...keyColumn({
    name: 'household',
    label: 'Hushållsnr',
    required: true,
    aliases: [
      'Hushålls-id',
      'Hushållsnummer',
      'Hushåll',
      'Biståndshushåll',
      'HouseholdId',
      'Ärendenr',
      'Ärendenummer',
      'Ärende-id',
      'Ärende',
      'Aktnr',
      'Aktnummer',
      'Akt',
      'CaseId',
      'ServiceId',
    ],
  }),
  repeats: true,
}

export const identityNumber: Column = identityNumberColumn({
  name: 'identityNumber',
  label: 'Personnummer',
  required: true,
  aliases: [
    'Personnr',
    'Pnr',
    'Person-id',
    'PersonId',
    'Persnr',
    'Personnummer/samordningsnummer',
    'Identitetsnummer',
    'PersonalNumber',
  ],
})
