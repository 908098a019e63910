import { rounded } from './corpus-numbers.ts'
import { type Said, say } from './corpus-text.ts'
import { twoOf, type World } from './corpus-world.ts'

/** Two values of one noun that are both right: another definition, or the average against one day. */
export function twoDefinitions(world: World): Said {
  const { pen, between, year, one } = world
  const [a, b] = [between(120, 480), between(20, 90)]
  const [mean, day] = [between(400, 900), between(-40, 40)]
  return one([
    say(
      'two definitions',
    )`Enligt Socialstyrelsens definition fanns ${pen.count(a)} hushåll med långvarigt bistånd ${year}. Med kommunens egen definition, som räknar de senaste tolv månaderna, var antalet ${pen.count(a + b)}.`,
    say(
      'two definitions',
    )`I genomsnitt fick ${pen.count(mean)} hushåll bistånd per månad under ${year}, medan antalet hushåll i december var ${pen.count(mean + day)}.`,
    say(
      'two definitions',
    )`Antalet årsarbetare var ${pen.count(a)} och antalet anställda ${pen.count(a + b)}; skillnaden beror på deltider.`,
    say(
      'two definitions',
    )`I föregående rapport angavs ${pen.count(mean)} inkomna remisser. Efter komplettering är det rätta antalet ${pen.count(mean + Math.abs(day) + 2)}.`,
  ])
}

export function severalYears(world: World): Said {
  const { pen, year, one } = world
  const { plural, ...size } = world.topic()
  const [a, b] = twoOf(world, size)
  return one([
    say('several years')`Antalet ${plural} var ${pen.count(a)} år ${year - 2} och ${pen.count(b)} år ${year}.`,
    say(
      'several years',
    )`År ${year - 3} var antalet ${plural} ${pen.count(a)}, och prognosen för ${year + 1} är ${pen.count(b)}.`,
    say('several years')`Antalet ${plural} var ${pen.count(a)} i januari och ${pen.count(b)} i december ${year}.`,
  ])
}

/** The same number in per cent and in percentage points, of different things. */
export function samePercent(world: World): Said {
  const { pen, between } = world
  const [low, d] = [between(15, 40), between(5, 18)]
  return say(
    'per cent and percentage points',
  )`Andelen ${world.share()} steg från ${low} till ${pen.percent(low + d, 0)}, alltså ${d} procentenheter. Kostnaden för ${world.cost()} ökade samtidigt med ${pen.percent(d, 0)}.`
}

export function footnotes(world: World): Said {
  const { pen, between, one, period } = world
  const { plural, low, high } = world.topic()
  const n = pen.count(between(low, high))
  return one([
    say(
      'footnotes',
    )`Antalet ${plural} var ${n} [1] under ${period.text}. [1] Preliminär uppgift, hämtad 15 dagar efter periodens slut.`,
    say('footnotes')`Antalet ${plural} var ${n}* under ${period.text}. *Avser beslut, inte personer.`,
    say('footnotes')`Prognosen för helåret är ${n} ${plural} (se not 2).`,
  ])
}

/** Numbers that happen to be halves, sums or products of each other. */
export function byChance(world: World): Said {
  const { pen, between, one } = world
  const n = between(8, 40)
  return one([
    say(
      'related by chance',
    )`Enheten har ${n} medarbetare och ${2 * n} platser, och ${n} av medarbetarna har gått utbildningen i samtalsmetodik.`,
    say(
      'related by chance',
    )`Det finns ${n} lägenheter i fastigheten, ${n + 4} på väntelistan och 4 avtal som löper ut.`,
    say(
      'related by chance',
    )`Öppenvården höll ${3 * n} gruppträffar och ${n} föräldrar kom till den öppna förskolan minst tre gånger.`,
    say('related by chance')`${pen.count(n * 10)} enkäter skickades ut till ${n} verksamheter under 10 veckor.`,
  ])
}

export function hedged(world: World): Said {
  const { pen, between, one, year } = world
  const tens = between(2, 9) * 10
  return one([
    say(
      'round words',
    )`Cirka ${tens} personer har fått arbete eller praktik och ett ${tens + 20}-tal företag har kontaktats.`,
    say(
      'round words',
    )`Kostnaden är i storleksordningen några hundra tusen kronor lägre i ${one(['april', 'maj'])} än månaden före.`,
    say('round words')`Målet är att ungdomarna ska vara självförsörjande inom ${pen.range(1, 3)} månader.`,
    say(
      'round words',
    )`Utbildningen omfattar ${between(12, 30)} veckor på heltid med start i februari ${year} och ger ${tens} platser.`,
    say('round words')`Närmare ${tens * 10} besökare kom till den öppna dagen, de flesta under förmiddagen.`,
    say('round words')`Hundratals familjer berörs och handläggningen tar i dag två till tre veckor.`,
  ])
}

export function partial(world: World): Said {
  const { pen, between, one } = world
  const n = between(50, 190)
  const [a, b] = [between(12, Math.floor(n / 3)), between(8, Math.floor(n / 3))]
  return one([
    say(
      'part of the parts',
    )`Av de ${pen.count(n)} personer som skrevs in har bland annat ${pen.inWords(a)} fått arbete och ${pen.inWords(b)} börjat studera.`,
    say(
      'parts that overlap',
    )`Av de ${pen.count(n)} klienterna hade ${pen.count(Math.round(n * 0.6))} missbruksproblem och ${pen.count(Math.round(n * 0.7))} psykisk ohälsa; många har båda.`,
    say(
      'part of the parts',
    )`De största grupperna bland de ${pen.count(n)} sökande var ensamstående män (${pen.count(a)}) och sammanboende med barn (${pen.count(b)}).`,
  ])
}

export function references(world: World): Said {
  const { pen, between, one, year } = world
  return one([
    say('references')`Rätten till bistånd regleras i 4 kap. 1 § socialtjänstlagen (2001:453).`,
    say(
      'references',
    )`Växeln nås på 0${between(11, 99)}-${between(100, 999)} ${between(10, 99)} ${between(10, 99)}, måndag till fredag kl. 8.00${pen.range('', '')}16.30.`,
    say(
      'references',
    )`Se tabell ${between(2, 9)} och bilaga ${between(1, 6)}, avsnitt ${between(2, 6)}.${between(1, 9)}.`,
    say('references')`Modellen Steget 2.0 bygger på ISO 9001 och används sedan ${year - between(2, 9)}.`,
    say(
      'references',
    )`Frågor besvaras av enhetschefen, telefon 010-${between(100, 999)} ${between(10, 99)} ${between(10, 99)}, rum ${between(100, 499)}.`,
    say('references')`Källa: Kolada, nyckeltal N${between(10000, 39999)}, hämtat ${year}-05-${between(10, 28)}.`,
    say('references')`Riktlinjerna antogs i övergripande plan med budget ${pen.range(year, year + 2)}.`,
  ])
}

/** One unit and the whole of which it is a part, each in its own words. */
export function twoScopes(world: World): Said {
  const { pen, between, one } = world
  const [part, rest] = [between(20, 90), between(60, 300)]
  return one([
    say(
      'two scopes',
    )`Sjukfrånvaron är ${pen.percent(rounded(part / 12, 1), 1)} i förvaltningen och ${pen.percent(rounded(rest / 40, 1), 1)} i kommunen som helhet.`,
    say(
      'two scopes',
    )`I tätorten bor ${pen.count(part * 130)} invånare och i hela kommunen ${pen.count(part * 130 + rest * 40)}.`,
    say(
      'two scopes',
    )`Enheten har ${pen.count(part)} tillsvidareanställda; för hela förvaltningen är antalet ${pen.count(part + rest)}.`,
  ])
}
