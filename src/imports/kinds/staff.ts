import { staffGroups } from '../../parameters/code-lists/lists.ts'
import { codeColumn, firstDayColumn, lastDayColumn, numberColumn, textColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'
import { endAfterStart } from './end-after-start.ts'

/** Staff figures as numerator and denominator, so that a share can be checked and summed. */
export const staff: Kind = {
  name: 'staff',
  label: 'Personalnyckeltal',
  columns: [
    textColumn({ name: 'label', label: 'Nyckeltal', required: true, aliases: ['Personalnyckeltal', 'Benämning'] }),
    firstDayColumn({ name: 'from', label: 'Från', required: true, aliases: ['Från datum', 'Fr o m', 'Startdatum'] }),
    lastDayColumn({ name: 'until', label: 'Till', required: true, aliases: ['Till datum', 'T o m', 'Slutdatum'] }),
    codeColumn({ name: 'group', label: 'Grupp', required: true, aliases: ['Kön'] }, staffGroups),
    numberColumn({ name: 'numerator', label: 'Antal', aliases: ['Täljare', 'Värde'] }),
    numberColumn({ name: 'denominator', label: 'Av', aliases: ['Nämnare', 'Av antal'] }),
    textColumn({ name: 'unitOfCount', label: 'Enhet', aliases: ['Måttenhet', 'Räknas i'] }),
  ],
  key: { identifying: ['label', 'from', 'until', 'group'], repeated: 'refused' },
  check: endAfterStart(1, 2),
  fileNames: ['personal', 'staff', 'medarbetare'],
  ownMunicipalityOnly: true,
}
