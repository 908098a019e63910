/** What the demo's board has asked, and what it has been answered. */
export const demoQuestions: readonly {
  text: string
  on: string
  answer?: { text: string; figure: string; on: string }
}[] = [
  {
    text: 'Hur många barn växer upp i hushåll med bistånd? Förra året sade ni att det skulle följas.',
    on: '2019-02-20',
    answer: {
      text: 'Barnen räknas nu först i varje uppföljning. Talet gäller hela 2018; sedan dess redovisas det varje tertial.',
      figure: 'children',
      on: '2019-03-06',
    },
  },
  {
    text: 'Vad kostar ett hushåll i månaden, och är det mer än i fjol?',
    on: '2019-05-09',
    answer: {
      text: 'Kostnaden har ökat jämfört med samma månader förra året. Riksnormen höjdes vid årsskiftet.',
      figure: 'cost-per-household-month',
      on: '2019-05-13',
    },
  },
  { text: 'Vad har hänt sedan den som söker får träffa en coach inom en vecka?', on: '2019-05-13' },
]
