import { applicationKinds } from '../../parameters/code-lists/lists.ts'
import { codeColumn, dayColumn, keyColumn, monthColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'
import { household } from './household-column.ts'

/** Applications, month by month. */
export const applications: Kind = {
  name: 'applications',
  label: 'Ansökningar',
  columns: [
    keyColumn({
      name: 'applicationKey',
      label: 'Ansökningsnr',
      aliases: ['Ansökningsid', 'Ansökansnr', 'Ansökansid', 'ApplicationId', 'Aktualiseringsnr', 'Id'],
    }),
    household,
    dayColumn({
      name: 'appliedOn',
      label: 'Ansökningsdatum',
      required: true,
      aliases: [
        'Ansökansdatum',
        'Ansökan inkom',
        'Inkom datum',
        'Inkommen',
        'Ankomstdatum',
        'Ansökningsdag',
        'Aktualiseringsdatum',
        'AppliedOn',
        'Datum',
        'Date',
      ],
    }),
    monthColumn({
      name: 'concernedMonth',
      label: 'Avser månad',
      aliases: ['Avs månad', 'Avser period', 'Ansökan avser', 'Avser', 'ConcernedMonth', 'Period', 'Månad', 'Month'],
    }),
    codeColumn(
      {
        name: 'applicationKind',
        label: 'Ansökningstyp',
        aliases: ['Ansökanstyp', 'Typ av ansökan', 'Ansökan typ', 'Typ'],
      },
      applicationKinds,
    ),
  ],
  key: { own: 'applicationKey', identifying: ['household', 'appliedOn', 'concernedMonth'], repeated: 'numbered' },
  fileNames: ['ansok', 'application', 'aktualisering'],
  ownMunicipalityOnly: true,
}
