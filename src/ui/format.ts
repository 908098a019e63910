export * from '../values/format.ts'
export { monthInWords, monthShort } from '../values/month.ts'
