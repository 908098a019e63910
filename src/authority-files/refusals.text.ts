import type { DeliveryRefusal } from './deliver-month.ts'

export const authorityRefusalText: Record<DeliveryRefusal | 'end-before-start' | 'layout-faulty', string> = {
  'not-whole-municipality':
    'Månadsfilen gäller hela kommunen, och du arbetar med några av enheterna. Be en controller om den.',
  'no-layout': 'Filens uppställning är inte känd för månaden. Den första kända gäller från januari 2012.',
  'no-payments': 'Det finns inga utbetalningar för månaden. Läs in dem på sidan Import.',
  'nothing-to-send': 'Ingen rad kan skickas för månaden. Se bristerna på sidan.',
  'layout-faulty': 'Uppställningen har fel i något fält. Rätta dem som är markerade och försök igen.',
  'end-before-start': 'Perioden slutar innan den börjar. Välj en sista månad som inte ligger före den första.',
}
