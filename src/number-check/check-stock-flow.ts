import { amountLike, type Finding } from './finding.ts'
import { difference, meet, type Quantity, total } from './quantity.ts'
import { characterOf, type Paragraph, placeOf, type Sentence } from './sentences.ts'

type Role = 'before' | 'started' | 'ended' | 'after'

/** What a number is in a flow, by the words beside it: the first that fits decides. */
const roles: [Role, RegExp][] = [
  [
    'after',
    /(?:vid|i) (?:årets|periodens|månadens|kvartalets|tertialets|halvårets|mätperiodens|\p{L}+) (?:slut|utgång)|(?:vid utgången|i slutet) av|utgående|(?:är|finns)[^\uE000-\uEFFF]* (?:i dag|idag)|återstod|kvarstod|kvarstår|återstår|finns kvar|fanns kvar|var kvar|är kvar|den sista|årsskiftet var det därmed|till nästa|in i nästa|vilket lämna\p{L}*|lämnar kvar|lämnade kvar|då (?:var|fanns)|(?:var|är) (?:då|nu)|den 31 december|30 april|31 augusti/iu,
  ],
  [
    'before',
    /(?:vid|i) (?:årets|periodens|månadens|kvartalets|tertialets|halvårets|mätperiodens|\p{L}+) (?:början|ingång|start|inledning)|(?:vid ingången|i början) av|ingående|vid årsskiftet|den 1 januari|den första|från början|inledningsvis|(?:började|inledde|inleddes|startade|gick in i)[^\uE000-\uEFFF]* med(?!\p{L})/iu,
  ],
  [
    'ended',
    /avsluta|stäng(?:d|t)|skrevs ut|(?:^| )ut(?= |$)|avgjor|avgör|avvecklas|avvecklade|slutför|lämna|föll bort|fick plats|fått plats|flyttade ut|skrivits ut|utskriv|lämnat|lämnade|slutat|slutade|upphör|avgick|avgått|försvann|avskriv/iu,
  ],
  [
    'started',
    /starta|påbörja|inled|tillkom|inkom|kom in|kom till|(?:^| )in(?= |$)|tog emot|tagits emot|nya|öppnad|öppnat|skrevs in|skrivits in|inskriv|börja|anslöt|aktualisera|flyttade in|togs in/iu,
  ],
]

/**
 * What there was, what came, what ended and what is left, told in one paragraph of the same thing: the last must follow
 * from the others. Only when each of the four is there once.
 */
export function checkStockFlow({ sentences }: Paragraph): Finding[] {
  for (let at = 0; at < sentences.length; at++) {
    const found = flowIn(sentences.slice(at, at + 4))
    if (found) return found
  }
  return []
}

type Told = { quantity: Quantity; sentence: Sentence }

function flowIn(sentences: Sentence[]): Finding[] | null {
  return namedFlowIn(sentences) ?? stocksAround(sentences)
}

/** "Kön var 340 i januari. 120 kom in och 180 avgjordes, så i mars var den 280": what came and what ended, and two numbers more, of which the last follows. */
function stocksAround(sentences: Sentence[]): Finding[] | null {
  for (const near of [1, 2, 3, 4].map((count) => sentences.slice(0, count))) {
    const all = near.flatMap((sentence) =>
      sentence.quantities.flatMap((quantity) => (quantity.unit === 'time' ? [] : [{ quantity, sentence }])),
    )
    if (all.length < 4) continue
    if (all.length > 4 || all.some(({ quantity }) => !isCount(quantity))) return null
    const flows = all.map(({ sentence, quantity }) => flowOf(sentence, quantity))
    const [before, after] = [all[0]!, all[3]!]
    const isFlow = flows[0] === null && flows[3] === null && new Set([flows[1], flows[2]]).size === 2
    const isTied =
      follows.test(clauseOf(after.sentence, after.quantity).join(' ')) ||
      roleOf(before.sentence, before.quantity) === 'before'
    if (!isFlow || flows.filter(Boolean).length !== 2 || !isTied) return null
    const [started, ended] = flows[1] === 'started' ? [all[1]!, all[2]!] : [all[2]!, all[1]!]
    return judge(
      new Map<Role, Told>([
        ['before', before],
        ['started', started],
        ['ended', ended],
        ['after', after],
      ]),
    )
  }
  return null
}

const follows =
  /(?<!\p{L})(?:alltså|därmed|således|så|vilket|kvar|återst\p{L}*|då|nu|slut\p{L}*|utgång\p{L}*)(?!\p{L})/iu

const isCount = ({ unit, isRange, per }: Quantity): boolean => unit === 'count' && !isRange && per === null

function namedFlowIn(sentences: Sentence[]): Finding[] | null {
  const told = new Map<Role, Told>()
  for (const sentence of sentences)
    for (const quantity of sentence.quantities) {
      if (!isCount(quantity)) continue
      const role = roleOf(sentence, quantity)
      if (!role) continue
      if (told.has(role)) return null
      told.set(role, { quantity, sentence })
      if (told.size === 4) return judge(told)
    }
  return null
}

/** What a number is by the words of its own clause, and else by all between the numbers beside it. */
function roleOf(sentence: Sentence, quantity: Quantity): Role | null {
  for (const clause of clauseOf(sentence, quantity)) {
    const stock = roles.slice(0, 2).find(([, words]) => words.test(withPeriods(sentence, clause)))
    if (stock) return stock[0]
    const flow = roles.slice(2).find(([, words]) => words.test(clause))
    if (flow) return flow[0]
  }
  return null
}

const flowOf = (sentence: Sentence, quantity: Quantity): Role | null => {
  const role = roleOf(sentence, quantity)
  return role === 'started' || role === 'ended' ? role : null
}

/** The words of its own clause: back to the number before it, and on to the next; its own first. */
function clauseOf(sentence: Sentence, quantity: Quantity): [string, string] {
  const { template } = sentence
  const at = template.indexOf(characterOf(sentence, quantity))
  const before = /[^\uE000-\uEFFF;]*$/.exec(template.slice(0, at))?.[0] ?? ''
  const after = /^[^\uE000-\uEFFF;,.]*/.exec(template.slice(at + 1))?.[0] ?? ''
  const own = `${before.replace(/^.*(?:,| och | samt | medan )/iu, ' ')} ${after.replace(/(?:^| )(?:och|samt|medan) .*$/iu, '')}`
  return [own, `${before} ${after}`]
}

const withPeriods = ({ periods }: Sentence, clause: string): string =>
  clause.replace(/[\uF000-\uF8FF]/g, (character) => periods[character.charCodeAt(0) - 0xf000]?.text ?? '')

function judge(told: Map<Role, Told>): Finding[] | null {
  const [before, started, ended, after] = (['before', 'started', 'ended', 'after'] as const).map((role) =>
    told.get(role)!,
  ) as [Told, Told, Told, Told]
  const things = new Set(
    [before, started, ended, after].flatMap(({ quantity }) => (quantity.thing ? [quantity.thing] : [])),
  )
  if (things.size > 1) return null
  const expected = difference(total([before.quantity, started.quantity]), ended.quantity)
  if (meet(expected, after.quantity)) return []
  return [
    {
      ...{ kind: 'stock-flow', severity: 'error' },
      places: [after, before, started, ended].map(({ sentence, quantity }) => placeOf(sentence, quantity)),
      ...{ before: before.quantity.text, started: started.quantity.text, ended: ended.quantity.text },
      ...{ printed: after.quantity.text, expected: amountLike(after.quantity, expected) },
    },
  ]
}
