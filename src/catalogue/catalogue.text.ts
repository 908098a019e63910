export const catalogueRefusalText = {
  'not-permitted': 'Din roll får läsa men inte ändra det här. Be en chef eller systemförvaltaren.',
  malformed: 'Något saknas eller är fel ifyllt.',
  'changed-since': 'Någon annan har ändrat sedan du öppnade sidan. Ladda om och gör om din ändring.',
} as const
