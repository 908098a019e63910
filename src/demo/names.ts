import type { Gender } from './identity-series.ts'
import type { Random } from './random.ts'

/** Common names put together by chance: any likeness with a person is one of the two names only. */
export const nameOf = (gender: Gender, lastName: string, random: Random): string =>
  `${random.pick(firstNames[gender])} ${lastName}`

export const lastNameOf = (random: Random): string => random.pick(lastNames)

const firstNames: Record<Gender, string[]> = {
  woman:
    'Anna Maria Eva Karin Sara Lena Emma Elin Hanna Ida Linnéa Åsa Märta Fatima Amina Leila Zahra Hodan Maryam Rana'.split(
      ' ',
    ),
  man: 'Lars Erik Anders Johan Karl Per Nils Jan Oskar Emil Björn Göran Åke Ahmed Ali Omar Hassan Yusuf Samir Dawit'.split(
    ' ',
  ),
}

const lastNames =
  'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindström Sjöberg Åberg Öhman Hedlund Ekström Ali Hassan Ahmed Mohamed Haile Nguyen Kovac Haddad Rahimi'.split(
    ' ',
  )
