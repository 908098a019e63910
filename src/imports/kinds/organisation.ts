import { keyColumn, lastMonthColumn, monthColumn, textColumn } from '../columns.ts'
import type { Kind } from '../kind.ts'
import { endAfterStart } from './end-after-start.ts'

/** Units and what they belong to, over time. Without a start a unit has always been so. */
export const organisation: Kind = {
  name: 'organisation',
  label: 'Enheter',
  columns: [
    keyColumn({
      name: 'unit',
      label: 'Enhetskod',
      required: true,
      aliases: ['Enhetsnr', 'Enhets-id', 'Organisationskod', 'Kod'],
    }),
    textColumn({
      name: 'unitName',
      label: 'Enhet',
      required: true,
      aliases: ['Enhetsnamn', 'Organisation', 'Benämning', 'Namn'],
    }),
    textColumn({
      name: 'parentUnit',
      label: 'Överordnad enhet',
      aliases: ['Överordnad', 'Tillhör', 'Tillhör enhet', 'Förälder', 'Avdelning'],
    }),
    monthColumn({
      name: 'from',
      label: 'Från',
      aliases: ['Från månad', 'Fr o m', 'Gäller från', 'Startdatum', 'Från och med'],
    }),
    lastMonthColumn({
      name: 'until',
      label: 'Till',
      aliases: ['Till månad', 'T o m', 'Gäller till', 'Slutdatum', 'Till och med'],
    }),
  ],
  key: { identifying: ['unit', 'from'], repeated: 'refused' },
  check: endAfterStart(3, 4),
  fileNames: ['enhet', 'organisation', 'unit'],
  ownMunicipalityOnly: true,
}
