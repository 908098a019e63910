import type { CannotRecordCase } from './record-case.ts'

/** Why something could not be recorded in a case, and what to do. */
export const caseRefusalText = {
  'already-open': 'Det finns redan ett ärende om det här. Sök upp det under Ärenden.',
  'not-open': 'Ärendet är återtaget. Öppna det igen först.',
  'case-closed': 'Ärendet är avslutat. Ångra avslutet om något ska läggas till.',
  'before-what-it-follows': 'Dagen ligger före det som den följer på. Välj en senare dag.',
  'not-heard': 'Hushållet ska få yttra sig innan något beslutas. Registrera det först.',
  'already-decided': 'Det finns redan ett beslut. Ångra det om det blev fel.',
  'amount-does-not-fit': 'Ett felaktigt belopp behöver både belopp och orsak; annars ska inget av dem anges.',
  'not-decided': 'Besluta först om utbetalningen var rätt eller fel.',
  'not-wrong': 'Beslutet säger inte att något betalades ut fel. Då finns inget att kräva tillbaka.',
  'ground-does-not-fit':
    'Grunden gäller bara när felet beror på hushållets uppgifter. Välj en annan grund, eller låt bli att återkräva.',
  'claimed-too-much': 'Det blir mer än vad som betalades ut fel. Sänk beloppet.',
  'not-claimed': 'Inget är återkrävt. Registrera återkravet först.',
  'recovered-too-much': 'Det blir mer än vad som är återkrävt. Kontrollera beloppet.',
  'outcome-does-not-fit': 'Avslutet passar inte beslutet och det som är återbetalt. Välj ett annat.',
  'notification-not-considered':
    'Ta först ställning till om en annan myndighet ska underrättas (lagen 2008:206). Registrera det, också när svaret är nej.',
  'police-report-not-considered':
    'Ta först ställning till polisanmälan (6 § bidragsbrottslagen 2007:612). Registrera det, också när svaret är nej.',
  'nothing-to-undo': 'Det finns inte kvar att ångra. Ladda om sidan.',
  'rests-on-it': 'Något som kom efter bygger på det. Ångra det först.',
  'no-such-case': 'Ärendet finns inte, eller får inte visas för dig.',
  'no-such-household': 'Hushållet finns inte, eller får inte visas för dig.',
  'no-such-signal': 'Uppgiften finns inte kvar: utbetalningarna eller reglerna har ändrats. Ladda om sidan.',
  'nothing-paid': 'Hushållet har inte fått något bistånd för månaden. Kontrollera numret och månaden.',
  'in-the-future': 'Dagen har inte varit än. Välj i dag eller tidigare.',
  'not-yours-to-undo': 'Du kan ångra det du själv har registrerat i dag. En chef kan ångra mer.',
  malformed: 'Något saknas eller är fel ifyllt.',
  'changed-since': 'Någon annan har ändrat sedan du öppnade sidan. Ladda om den och försök igen.',
} as const satisfies Record<CannotRecordCase, string>
