import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openMunicipality, openRegister } from '../../src/open-register.ts'
import { runHere } from '../../src/worker/threads.ts'

/**
 * Records events through the API without end, three at a time beside each other, and writes a line for each sending that
 * was answered: `node run-typescript.mjs record-until-killed.ts DATA NAME HOUSEHOLD…`
 */
const [dataDir, name, ...households] = process.argv.slice(3)
const register = await openRegister(readConfig({ data: dataDir! }, {}))
const municipality = await openMunicipality(register, '0483')
const server = await buildApp({
  register,
  municipality,
  developmentSignIn: true,
  uploadDir: join(dataDir!, 'uploads'),
  run: runHere,
})
const session = await server.inject({ method: 'POST', url: '/api/session', payload: { user: 1 } })
const cookie = String(session.headers['set-cookie']).split(';')[0]!

async function recordAlong(lane: number): Promise<never> {
  for (let count = 0; ; count += 1) {
    const text = `${name}-${lane}-${count}`
    const on = '2019-05-14'
    const events = [
      { kind: 'note-written', personId: null, concerns: null, on, body: { text } },
      { kind: 'next-step-set', personId: null, concerns: null, on, body: { text, on: '2019-06-01' } },
      { kind: 'note-written', personId: null, concerns: null, on, body: { text } },
    ]
    const url = `/api/households/${households[(lane + count) % households.length]}/events`
    const answer = await server.inject({ method: 'POST', url, payload: { events }, headers: { cookie } })
    if (answer.statusCode === 200) process.stdout.write(`${text}\n`)
  }
}
await Promise.all([0, 1, 2].map(recordAlong))
