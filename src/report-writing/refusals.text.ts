import type { CannotChange } from './change-text.ts'
import type { CannotCorrect } from './correct-report.ts'
import type { CannotSign } from './sign-report.ts'

export type CannotWriteReport =
  | CannotChange
  | CannotSign
  | CannotCorrect
  | 'no-such-template'
  | 'no-such-comment'
  | 'no-such-version'
  | 'end-before-start'

export const reportRefusalText: Record<CannotWriteReport, string> = {
  'no-such-report': 'Rapporten finns inte. Kontrollera adressen eller välj en rapport i listan.',
  'no-such-text': 'Texten finns inte i rapportens mall. Ladda om sidan.',
  'no-such-template': 'Mallen finns inte längre. Ladda om sidan och välj en annan.',
  'no-such-comment': 'Kommentaren finns inte. Ladda om sidan.',
  'no-such-version': 'Versionen finns inte. Välj en version på rapportens sida.',
  'end-before-start': 'Perioden slutar innan den börjar. Byt plats på månaderna.',
  'report-signed': 'Rapporten är undertecknad och kan inte ändras. Börja en rättelse om något är fel.',
  'not-signed': 'Rapporten är inte undertecknad och kan ändras som den är.',
  'older-version': 'Bara den senaste versionen kan rättas.',
  'not-your-window':
    'Ändringen kom från en annan inloggning. Ladda om sidan; det du har skrivit finns kvar i webbläsaren.',
  'changed-since': 'Någon annan har skrivit i texten. Ändringarna fogas ihop.',
  ahead: 'Sidan och servern har inte samma text. Ladda om sidan; det du har skrivit finns kvar i webbläsaren.',
  'does-not-apply': 'Ändringen passar inte i texten. Ladda om sidan; det du har skrivit finns kvar i webbläsaren.',
  'too-long': 'Texten är för lång för ett avsnitt. Dela upp den eller korta den.',
  'not-a-signer': 'Din roll får inte underteckna den här rapporten. Vem som får står i mallen.',
  'something-missing':
    'Rapporten kan inte undertecknas ännu. Åtgärda det som saknas, eller svara varför det ska vara så.',
  'no-reason': 'Skriv varför rapporten rättas.',
  'data-changed': 'Uppgifter lästes in medan rapporten undertecknades. Granska förhandsvisningen och underteckna igen.',
  'published-meanwhile':
    'Något annat publicerades medan rapporten undertecknades. Granska förhandsvisningen, där fler uppgifter kan vara skyddade nu, och underteckna igen.',
}
