import { describe, expect, it } from 'vitest'
import { textOf, viewsIn } from './kept-views.ts'
import { everyRecord, filtered } from './view.ts'

describe('kept views', () => {
  it('come back as they were kept', () => {
    const views = [
      { name: 'Mine', view: filtered({ ...everyRecord, q: 'a&b' }, 'role', ['controller']) },
      { name: 'Nothing open', view: filtered(everyRecord, 'findings', ['none']) },
    ]
    expect(viewsIn('activity', textOf(views))).toEqual(views)
  })

  it.each([null, '', '{', '3', '[1]', '[["x"]]', '[[1,2]]'])('are none in %j', (text) => {
    expect(viewsIn('activity', text)).toEqual([])
  })
})
