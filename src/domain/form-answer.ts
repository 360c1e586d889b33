/** The answer a form's key stands for, kept with the change so that the same post gets it again. */
export type FormAnswer = {
  key: string
  account: string
  route: string
  bodyHash: string
  status: number
  location: string
  notice: string | null
}
