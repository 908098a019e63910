import { versions, volumeKinds } from '../../parameters/code-lists/lists.ts'
import { codeColumn, lastMonthColumn, monthColumn, numberColumn, textColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'
import { endAfterStart } from './end-after-start.ts'

/** Volumes for a period. An empty value is a volume that was asked for and not known. */
export const volumes: Kind = {
  name: 'volumes',
  label: 'Volymmått',
  columns: [
    textColumn({ name: 'label', label: 'Volymmått', required: true, aliases: ['Mått', 'Volym', 'Benämning'] }),
    codeColumn(
      { name: 'volumeKind', label: 'Typ', required: true, aliases: ['Måttyp', 'Typ av mått', 'Slag'] },
      volumeKinds,
    ),
    monthColumn({ name: 'from', label: 'Från månad', required: true, aliases: ['Från', 'Fr o m', 'Startmånad'] }),
    lastMonthColumn({ name: 'until', label: 'Till månad', required: true, aliases: ['Till', 'T o m', 'Slutmånad'] }),
    codeColumn(
      { name: 'version', label: 'Version', required: true, aliases: ['Utfall/prognos', 'Utfall eller prognos'] },
      versions,
    ),
    numberColumn({ name: 'value', label: 'Värde', aliases: ['Antal', 'Volym', 'Tal'] }),
  ],
  key: { identifying: ['label', 'volumeKind', 'from', 'until', 'version'], repeated: 'refused' },
  check: endAfterStart(2, 3),
  fileNames: ['volym', 'volume'],
  ownMunicipalityOnly: true,
}
