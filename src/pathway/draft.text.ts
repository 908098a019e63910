export const draftText = {
  untouched: '',
  saving: 'Sparas …',
  saved: (at: string) => `Sparat ${at}`,
  offline: 'Ingen anslutning: texten finns kvar i webbläsaren och sparas när den är tillbaka.',
  refused: (why: string) => `Utkastet kunde inte sparas, men texten finns kvar i webbläsaren. ${why}`,
  elsewhere: (at: string) => `Hämtat från en annan flik eller dator, där det sparades ${at}.`,
  'sent-elsewhere': 'Utkastet är skickat eller borttaget i en annan flik.',
} as const
