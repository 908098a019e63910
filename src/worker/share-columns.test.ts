import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { shareColumns } from './share-columns.ts'

const table = {
  length: 2,
  month: Int32Array.from([24000, 24001]),
  units: [{ code: 'E1' }],
  householdMonths: { amountOre: Float64Array.from([1.5, -2]), unit: Int16Array.from([-1, 0]) },
  none: null,
}

test('the columns are the same, and everything else is as it was', () => expect(shareColumns(table)).toEqual(table))

test('what another thread receives is the same memory and no copy', () => {
  const sent = shareColumns(table)
  const { port1, port2 } = new MessageChannel()
  port1.postMessage(sent)
  const received = (receiveMessageOnPort(port2) as { message: typeof table }).message
  sent.householdMonths.amountOre[0] = 7
  expect(received.householdMonths.amountOre[0]).toBe(7)
  port1.close()
})
