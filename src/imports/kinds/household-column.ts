import type { IdentityNumber } from '../../values/identity-number.ts'
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

/** A household without a number of its own is called after its applicant, by a keyed hash and never by the number itself. */
export const householdOf = (applicant: IdentityNumber, identityKey: (number: IdentityNumber) => string): string =>
  `national-${identityKey(applicant)}`

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
