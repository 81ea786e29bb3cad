import { describe, expect, it } from 'vitest'
import { xml2js } from 'xml-js'
import { atomFeed, calendar, jsonFeed } from './feeds.ts'
import { historyInput, twoChanges } from './fixtures/changes.ts'

describe('the feeds', () => {
  it('as Atom hold every change once, newest step first, with well-formed text', () => {
    const atom = atomFeed(historyInput)
    expect(atom.match(/<entry>/g)).toHaveLength(2)
    expect(atom.indexOf('CH-0002')).toBeLessThan(atom.indexOf('changes/CH-0001'))
    expect(atom).toContain('<updated>2026-11-03T15:00:00.000Z</updated>')
    expect(atom).toContain('<published>2026-11-01T00:00:00.000Z</published>')
    expect(atom).not.toContain('<b>new</b>')
    expect(atomFeed({ ...historyInput, changes: [] })).toContain('2026-03-01T00:00:00.000Z')
  })

  it('leave out what XML cannot hold', () => {
    const [first] = twoChanges
    if (!first) throw new Error('no change')
    const changes = [{ ...first, what: 'a\u0000b\ud800c\uffff' }]
    const atom = atomFeed({ ...historyInput, changes })
    for (const bad of ['\u0000', '\uffff']) expect(atom).not.toContain(bad)
    expect(atom.isWellFormed()).toBe(true)
  })

  it('give a name as text: as HTML escaped in Atom, as it is in JSON Feed', () => {
    const name = 'R&D <Labs> <img src=x>'
    const changes = twoChanges.map((change) => ({
      ...change,
      facts: change.facts.map((each) => ({ ...each, after: { ...each.after, name } })),
    }))
    const { feed } = xml2js(atomFeed({ ...historyInput, changes }), { compact: true }) as {
      feed: { entry: { title: { _attributes: { type: string }; _cdata: string } }[] }
    }
    expect(feed.entry.map(({ title }) => [title._attributes.type, title._cdata])).toEqual([
      ['html', 'R&amp;D &lt;Labs&gt; &lt;img src=x&gt; is removed (withdrawn)'],
      ['html', 'R&amp;D &lt;Labs&gt; &lt;img src=x&gt; changes'],
    ])
    const { items } = JSON.parse(jsonFeed({ ...historyInput, changes }))
    expect(items.map(({ title }: { title: string }) => title)).toEqual([
      `${name} is removed (withdrawn)`,
      `${name} changes`,
    ])
  })

  it('as JSON Feed 1.1 tell the same text', () => {
    const feed = JSON.parse(jsonFeed({ ...historyInput, language: 'fr' }))
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual([
      'https://register.example/fr/subprocessors/changes/CH-0002',
      'https://register.example/fr/subprocessors/changes/CH-0001',
    ])
    expect(feed.items[0].title).toContain('(retiré)')
    expect(feed.items[1].content_text).toContain('15 novembre 2026')
  })

  it('say of what is held that its day is open, in every one and in both languages', () => {
    const changes = twoChanges.map((change) => ({ ...change, held: change.id === 'CH-0001' }))
    const held = { ...historyInput, changes }
    const french = { ...held, language: 'fr' } as const
    for (const feed of [atomFeed, jsonFeed]) {
      expect(feed(held)).toContain('Not before 1 December 2026; waits for an authorisation.')
      expect(feed(held)).not.toContain('In effect from 1 December 2026')
      expect(feed(french)).toContain('Pas avant le 1er décembre 2026 ; attend une autorisation.')
      expect(feed(french)).not.toContain('En vigueur le 1er décembre 2026')
    }
    const event = (input: typeof held | typeof french, id: string) =>
      calendar(input)
        .replaceAll(/\r\n[ \t]/g, '')
        .split('BEGIN:VEVENT')
        .find((each) => each.includes(`UID:${id}@`))
    for (const input of [held, french])
      expect(event(input, 'CH-0001-effective')).toContain('STATUS:TENTATIVE')
    expect(event(held, 'CH-0001-effective')).toMatch(/SUMMARY:Not before this day/)
    expect(event(french, 'CH-0001-effective')).toMatch(/SUMMARY:Pas avant cette date/)
    expect(event(held, 'CH-0001-objections')).toContain('STATUS:CONFIRMED')
    expect(event(held, 'CH-0002-effective')).toContain('STATUS:CANCELLED')
  })

  it('as calendar have stable ids, whole days, and cancel what was withdrawn', () => {
    const text = calendar(historyInput).replaceAll(/\r\n[ \t]/g, '')
    const events = text.split('BEGIN:VEVENT').slice(1)
    expect(events).toHaveLength(4)
    const of = (id: string) => events.find((event) => event.includes(`UID:${id}@register.example`))
    expect(of('CH-0001-effective')).toMatch(/DTSTART;VALUE=DATE:20261201/)
    expect(of('CH-0001-objections')).toMatch(/DTSTART;VALUE=DATE:20261115/)
    expect(of('CH-0001-effective')).toContain('STATUS:CONFIRMED')
    expect(of('CH-0002-effective')).toContain('STATUS:CANCELLED')
    expect(of('CH-0002-effective')).toContain('SEQUENCE:3')
    expect(calendar(historyInput)).toBe(calendar(historyInput))
  })
})
