/** An extract of payments as a case system writes it: Windows-1252, semicolons, decimal comma, a total row at the bottom. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { randomOf } from './timing.mjs'

export const purposes = ['Försörjningsstöd', 'Boendekostnad', 'Läkarvård', 'Övrigt bistånd']

/** Payments of `households` households in each of `months` months from January 2018. `changed` makes every hundredth another amount. */
export async function writePayments(path, { households, months, changed = false }) {
  const random = randomOf(1)
  const file = createWriteStream(path, 'latin1')
  file.write('Utbetalningsnr;Hushållsnr;Avser månad;Utbetalningsdatum;Belopp;Ändamål\r\n')
  let rows = 0
  let sumOre = 0
  for (let month = 0; month < months; month++) {
    const inMonth = `${2018 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    let text = ''
    for (let household = 1; household <= households; household++) {
      rows++
      const drawn = 100_000 + Math.floor(random() * 1_400_000)
      const ore = changed && rows % 100 === 0 ? drawn + 100 : drawn
      sumOre += ore
      text += `U${String(rows).padStart(8, '0')};H${String(household).padStart(6, '0')};${inMonth};${inMonth}-27;${kronor(ore)};${purposes[household % purposes.length]}\r\n`
    }
    if (!file.write(text)) await once(file, 'drain')
  }
  file.end(`Summa;;;;${kronor(sumOre)};\r\n`)
  await once(file, 'finish')
  return rows
}

const kronor = (ore) => `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, '0')}`
