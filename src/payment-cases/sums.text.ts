import { formatKronor, formatNumber } from '../values/format.ts'

/** Whom the tables are about, wherever they stand. */
const whose =
  'På sidan räknas de hushåll som du får se, i rapporter och exporter hela kommunen. Hushåll med skyddade uppgifter är inte med.'

export const sumsText = {
  name: 'Kontroller och vad de ledde till',
  definition: `Ärenden öppnade och avslutade, beslut och belopp i perioden. Uteblivna utbetalningar räknas månad för månad och högst ett år per ärende. Dagar till beslut är medianen från öppnat ärende till beslut. ${whose}`,
  source: 'Ärenden om utbetalningar i Utfall.',
  columns: {
    opened: 'Öppnade',
    closed: 'Avslutade',
    correct: 'Beslut: rätt',
    wrong: 'Beslut: fel',
    wrongOre: 'Fel belopp',
    claimed: 'Återkrävt',
    recovered: 'Återbetalt',
    avoided: 'Uteblivna utbetalningar',
    days: 'Dagar till beslut',
  },
  groups: {
    withChildren: 'Hushåll med barn',
    withoutChildren: 'Hushåll utan barn',
    women: 'Kvinnor (registerledare)',
    men: 'Män (registerledare)',
    unknown: 'Kön saknas',
  },
  all: 'Alla hushåll',
  sentence: (opened: number | null, wrong: number | null) =>
    opened === null
      ? 'Så få ärenden öppnades att antalet inte visas.'
      : opened === 0
        ? 'Inga ärenden öppnades i perioden.'
        : `${formatNumber(opened)} ärenden öppnades i perioden.${wrong === null ? '' : ` ${wrong === 0 ? 'Inget beslut' : `${formatNumber(wrong)} beslut`} säger att något betalades ut fel.`}`,
  steps: {
    name: 'Ärenden per steg',
    definition: `Ärenden som är öppna i dag, eller som öppnades eller avslutades i perioden, efter det steg de har nått i dag. ${whose}`,
    sentence: (steps: readonly (number | null)[]) => {
      if (steps.every((each) => each === 0)) return 'Det finns inga ärenden.'
      const closed = steps.at(-1) ?? null
      return closed === null ? '' : `${formatNumber(closed)} av ärendena är avslutade.`
    },
  },
  signals: {
    name: 'Uppgifter att kontrollera, per regel',
    definition: `Uppgifter som reglerna hittar i utbetalningarna för periodens månader, så som de är inställda i dag: en för varje hushåll, regel och månad. Ett hushåll kan finnas under flera regler. En uppgift säger inte att något är fel; de flesta har en god förklaring. ${whose}`,
    source: 'Verksamhetssystemets utbetalningar och händelser i Utfall.',
    stake: 'Belopp att kontrollera',
    sentence: (isNone: boolean) => (isNone ? 'Reglerna hittar inget att kontrollera i perioden.' : ''),
  },
  tie: {
    name: 'Återbetalt mot utbetalningarna',
    definition:
      'Återbetalningar som är registrerade i ärendena, mot alla återkrav (negativa belopp) med betaldag i samma månader i verksamhetssystemets utbetalningar. Skillnaden är återkrav som inte hör till något ärende, minus återbetalningar som inte har kommit in i utbetalningarna.',
    source: 'Ärenden i Utfall och verksamhetssystemets utbetalningar.',
    column: 'Perioden',
    inCases: 'Återbetalt i ärendena',
    inPayments: 'Återkrav i utbetalningarna',
    difference: 'Skillnad',
    sentence: (difference: number | null) =>
      difference === null
        ? 'Ett av beloppen rör så få hushåll att skillnaden inte visas.'
        : difference === 0
          ? 'Beloppen stämmer med varandra.'
          : `${formatKronor(Math.abs(difference))} ${difference > 0 ? 'mer finns i utbetalningarna än i ärendena.' : 'mer finns i ärendena än i utbetalningarna.'}`,
  },
} as const
