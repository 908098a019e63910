/** What every benchmark needs: a register of its own in a folder that goes away, times and how they are written. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../dist/config.js'
import { openMunicipality, openRegister } from '../dist/open-register.js'

/** Runs `work` with an empty register on an embedded database. */
export async function withRegister(work) {
  const dir = await mkdtemp(join(tmpdir(), 'utfall-bench-'))
  try {
    return await withRegisterIn(dir, work)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** The register of a folder; the processes that use one folder share its server. */
export async function withRegisterIn(dir, work) {
  const register = await openRegister(readConfig({ data: dir }, {}))
  try {
    const municipality = await openMunicipality(register, '0483')
    const needs = { pool: register.app, keys: register.keys, now: () => new Date(), municipality }
    return await work({ dir, register, municipality, needs })
  } finally {
    await register.close()
  }
}

export async function timed(work) {
  const start = performance.now()
  const value = await work()
  return { ms: performance.now() - start, value }
}

export async function timesOf(rounds, work) {
  const times = []
  for (let round = 0; round < rounds; round++) times.push((await timed(() => work(round))).ms)
  return times
}

export const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

export const median = (values) => quantile(values, 0.5)

/** `12,3 (11,9–14,0)`: the median, and the least and the greatest. */
export const spread = (values, digits = 0) =>
  `${written(median(values), digits)} (${written(Math.min(...values), digits)}–${written(Math.max(...values), digits)})`

export const written = (value, digits = 0) =>
  value.toLocaleString('sv-SE', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** How far the memory of this process rises above where it was, in MB, while `work` runs. */
export async function memoryAbove(work) {
  globalThis.gc?.()
  const start = process.memoryUsage().rss
  let peak = start
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5)
  const value = await work()
  clearInterval(sampler)
  return { value, mb: (Math.max(peak, process.memoryUsage().rss) - start) / 1e6 }
}

export const heading = (text) => console.log(`\n${text}`)

export const line = (label, ...parts) => console.log(`  ${label.padEnd(44)} ${parts.filter(Boolean).join(' · ')}`)

/** `ok` or `UNDER`, so that a reader finds what was not reached. */
export const against = (reached, aim) => `${reached ? 'reached' : 'NOT REACHED'}: ${aim}`

/** The same numbers every run. */
export function randomOf(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
