import { codeColumn, lastMonthColumn, monthColumn, nameColumn, textColumn } from '../columns.ts'
import { genders, housingSituations, protections, roles } from '../../parameters/code-lists/lists.ts'
import type { Kind } from '../kind.ts'
import { endAfterStart } from './end-after-start.ts'
import { household, identityNumber } from './household-column.ts'

/** Members of households over time. An empty protection is "not told", and clears no flag that is already set. */
export const households: Kind = {
  name: 'households',
  label: 'Hushåll och medlemmar',
  columns: [
    household,
    identityNumber,
    nameColumn({ name: 'name', label: 'Namn', aliases: ['Personnamn', 'Fullständigt namn', 'FullName', 'Name'] }),
    codeColumn(
      {
        name: 'role',
        label: 'Roll',
        required: true,
        aliases: ['Hushållsroll', 'Roll i hushållet', 'Relation', 'Persontyp'],
      },
      roles,
    ),
    monthColumn({
      name: 'from',
      label: 'Från månad',
      required: true,
      aliases: [
        'Från',
        'Fr o m',
        'Fr.o.m.',
        'From',
        'Startmånad',
        'Från och med',
        'Startdatum',
        'FromDate',
        'Fom',
        'Fr o m månad',
      ],
    }),
    lastMonthColumn({
      name: 'until',
      label: 'Till månad',
      aliases: ['Till', 'T o m', 'T.o.m.', 'Tom', 'Slutmånad', 'Till och med', 'Slutdatum', 'ToDate', 'T o m månad'],
    }),
    codeColumn({ name: 'gender', label: 'Kön', aliases: ['Gender', 'Sex'] }, genders),
    textColumn({
      name: 'unit',
      label: 'Enhet',
      aliases: ['Enhetskod', 'Organisation', 'Organisationsenhet', 'Grupp', 'Ansvarig enhet'],
    }),
    textColumn({
      name: 'caseworker',
      label: 'Handläggare',
      aliases: ['Socialsekreterare', 'Ansvarig handläggare', 'Caseworker', 'Hdl'],
    }),
    codeColumn(
      { name: 'housing', label: 'Boendesituation', aliases: ['Boendeform', 'Boende', 'Bostadssituation', 'Bostad'] },
      housingSituations,
    ),
    codeColumn(
      {
        name: 'protection',
        label: 'Skyddade uppgifter',
        aliases: [
          'Skyddade personuppgifter',
          'Sekretessmarkering',
          'Sekretess',
          'Skydd',
          'ProtectedRegistration',
          'AddressProtection',
        ],
      },
      protections,
    ),
  ],
  key: { identifying: ['household', 'identityNumber', 'from'], repeated: 'refused' },
  check: endAfterStart(4, 5),
  fileNames: ['hushall', 'household', 'medlem', 'personer'],
  ownMunicipalityOnly: true,
}
