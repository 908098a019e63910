import type { CatalogueBody } from '../../src/catalogue/catalogue-bodies.ts'
import type { TestApp } from './test-app.ts'

const template: CatalogueBody<'report-template'> = {
  ...{ name: 'Kort rapport', purpose: 'Läget för en period.', period: 'any', signedBy: ['controller'] },
  sections: [
    {
      ...{ key: 'laget', heading: 'Läget', level: 1 },
      parts: [
        {
          ...{ kind: 'text', key: 'laget', guidance: 'Hur många?', required: 'no' },
          suggestion: 'I genomsnitt fick {households-per-month} hushåll bistånd.',
        },
        { kind: 'indicators', caption: 'Nyckeltal', ids: ['children', 'households-per-month'] },
      ],
    },
  ],
}

/** A report of the first tertial of 2019 that the controller has signed; each later version corrects the one before. */
export async function signReport(app: TestApp, versions = 1): Promise<void> {
  const as = async (method: 'POST' | 'PUT', url: string, payload: object) => {
    const answer = await app.as('controller', { method, url, payload })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.body}`)
    return answer
  }
  await as('PUT', '/api/catalogue/report-template/kort', { seen: 0, body: template })
  const begun = { template: 'kort', templateVersion: 1, title: 'Tertialrapport 1', from: '2019-01', to: '2019-04' }
  const { id } = (await as('POST', '/api/written-reports', begun)).json<{ id: number }>()
  const report = `/api/written-reports/${id}`
  await as('PUT', `${report}/texts/laget/status`, { status: 'ready' })
  await as('POST', `${report}/versions`, { answers: [], reason: '' })
  for (let version = 2; version <= versions; version++) {
    await as('PUT', `${report}/correction`, { corrects: version - 1 })
    await as('POST', `${report}/versions`, { answers: [], reason: 'En rad rättades.' })
  }
}
