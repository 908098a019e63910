import { closeOnSignals } from '../../src/database/close-on-signals.ts'
import { startEmbedded } from '../../src/database/embedded.ts'

const server = await startEmbedded(process.argv[3]!)
closeOnSignals(server.stop)
console.log('ready')
setInterval(() => {}, 1000)
