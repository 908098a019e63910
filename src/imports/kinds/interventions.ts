import { employerKinds, trueOrFalse } from '../../parameters/code-lists/lists.ts'
import { codeColumn, firstDayColumn, lastDayColumn, textColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'
import { endAfterStart } from './end-after-start.ts'
import { household, identityNumber } from './household-column.ts'

/** Who took part in what, from a job unit or a provider. */
export const interventions: Kind = {
  name: 'interventions',
  label: 'Insatser',
  columns: [
    { ...household, required: false },
    identityNumber,
    textColumn({
      name: 'intervention',
      label: 'Insats',
      required: true,
      aliases: ['Insatsnamn', 'Aktivitet', 'Insatstyp', 'Benämning'],
    }),
    firstDayColumn({
      name: 'from',
      label: 'Startdatum',
      required: true,
      aliases: ['Start', 'Från', 'Insats start', 'Från datum', 'Fr o m', 'StartDate', 'FromDate', 'Inskriven'],
    }),
    lastDayColumn({
      name: 'until',
      label: 'Slutdatum',
      aliases: ['Slut', 'Till', 'Insats slut', 'Till datum', 'T o m', 'EndDate', 'ToDate', 'Avslutad', 'Avslutsdatum'],
    }),
    textColumn({
      name: 'outcome',
      label: 'Resultat',
      aliases: ['Avslutsorsak', 'Resultat vid avslut', 'Orsak till avslut', 'Utfall', 'Outcome'],
    }),
    codeColumn(
      { name: 'employerKind', label: 'Arbetsgivare', aliases: ['Typ av arbetsgivare', 'Arbetsgivartyp', 'Huvudman'] },
      employerKinds,
    ),
    codeColumn(
      { name: 'subsidised', label: 'Subventionerad', aliases: ['Subvention', 'Lönestöd', 'Anställningsstöd'] },
      trueOrFalse,
    ),
  ],
  key: { identifying: ['identityNumber', 'intervention', 'from'], repeated: 'refused' },
  check: endAfterStart(3, 4),
  fileNames: ['insats', 'intervention', 'deltag', 'aktivitet'],
  ownMunicipalityOnly: true,
}
