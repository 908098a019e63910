export const calculateText = {
  description: 'Räkna på en fil: CSV in, JSON ut',
  file: 'filen med data, en rubrikrad och en rad per observation',
}
