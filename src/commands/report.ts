import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { monthArgument } from '../cli-options.ts'
import { cliText } from '../cli.text.ts'
import { withholdingHere } from '../calculations/disclosure/withholding.ts'
import { releaseFigures } from '../publication/publish-figures.ts'
import { Refused } from '../refused.ts'
import { listReports, loadReport } from '../reports/load-report.ts'
import { renderReport, reportFormats } from '../reports/make-report.ts'
import { dayInSweden } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { parsePeriod } from '../values/parse-period.ts'
import { allFigures } from './all-figures.ts'
import { say } from './terminal.ts'
import { registerCommand, type RegisterOptions, withRegister } from './with-register.ts'

type ReportOptions = RegisterOptions & { period?: string; from?: Month; to?: Month; format?: string; output?: string }

/** `utfall report TEMPLATE`: a report of a period as a file, of the kind that the file's name ends with. */
export const reportCommand = (): Command =>
  registerCommand('report', cliText.report)
    .argument('<template>')
    .option('--period <period>', cliText.period)
    .option('--from <month>', cliText.from, monthArgument)
    .option('--to <month>', cliText.to, monthArgument)
    .option('--format <format>', cliText.reportFormat)
    .option('--out, --output <file>', cliText.reportOut)
    .action(async (template: string, options: ReportOptions) => {
      const { output: file, format } = options
      if (file === undefined) throw new Refused(cliText.noReportFile)
      const ending = format ?? file.split('.').at(-1)
      const known = reportFormats.find((each) => each === ending)
      if (!known) throw new Refused(cliText.noSuchFormat(file, reportFormats.join(', ')))
      const period = reportPeriod(options)
      await withRegister(options, async (register, municipality) => {
        const release = releaseFigures(register.app, municipality, withholdingHere)
        const needs = { pool: register.app, figures: allFigures(register), municipality, release }
        const now = new Date()
        const question = { ...period, splits: ['gender' as const] }
        const report = await loadReport(needs, { template, question, today: dayInSweden(now), now })
        if (!report) {
          const names = (await listReports(register.app, municipality)).map(({ key }) => key)
          throw new Refused(cliText.noSuchReport(template, names.join(', ')))
        }
        await writeFile(file, await renderReport(report.document, known, report.look))
        say(cliText.reportWritten(file))
      })
    })

/** `--period`, or `--from` and `--to`. */
function reportPeriod({ period, from, to }: ReportOptions): { from: Month; to: Month } {
  if (period === undefined) {
    if (!from || !to) throw new Refused(cliText.noPeriod)
    if (to < from) throw new Refused(cliText.endBeforeStart(from, to))
    return { from, to }
  }
  const spoken = parsePeriod(period)
  if (!spoken) throw new Refused(cliText.notAPeriod(period))
  return spoken
}
