import { expect, it } from 'vitest'
import { everything, nothing, selecting } from '../../ui/selection.ts'
import { exportAddress, viewOfSelected } from './exports.ts'
import { everyRecord } from './view.ts'

const view = { ...everyRecord, q: 'mail', filters: { role: ['controller'] } }
const addressOf = (selection: typeof nothing) => {
  const selected = viewOfSelected(view, selection)
  return selected && exportAddress({ key: 'activities-controller', format: 'csv' }, selected, 'en')
}

it('names the selected records and nothing else', () => {
  expect(addressOf(selecting(nothing, ['PA-0002', 'PA-0005'], true))).toBe(
    '/exports/activities-controller.csv?id=PA-0002&id=PA-0005',
  )
})

it('keeps the view where all of it is selected, but for those that are not', () => {
  const whole = '/exports/activities-controller.csv?q=mail&role=controller'
  expect(addressOf(everything)).toBe(whole)
  expect(addressOf(selecting(everything, ['PA-0003'], false))).toBe(`${whole}&except=PA-0003`)
})

it('names at most as many as the server takes', () => {
  const ids = Array.from({ length: 501 }, (_, at) => `PA-${1000 + at}`)
  expect(addressOf(selecting(nothing, ids.slice(1), true))).toContain('id=PA-1500')
  expect(addressOf(selecting(nothing, ids, true))).toBeUndefined()
})
