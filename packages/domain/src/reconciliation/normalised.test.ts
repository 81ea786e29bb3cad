import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { likeness } from './likeness.ts'
import { normalised } from './normalised.ts'

const key = (text: string) => normalised(text).key

test.each([
  ['Google LLC', 'google'],
  ['GOOGLE, Inc.', 'google'],
  ['Société Générale S.A.', 'societe generale'],
  ['Dupont S.A.R.L.', 'dupont'],
  ['Booking.com B.V.', 'booking com'],
  ['Müller GmbH & Co. KG', 'muller'],
  ['Straße AG', 'strasse'],
  ['Ｓｌａｃｋ Ltd', 'slack'],
  ['Lloyd’s', 'lloyds'],
  ['Johnson & Johnson', 'johnson and johnson'],
  ['  spaced \t out ', 'spaced out'],
  ['SAS Institute', 'sas institute'],
  ['SAS', 'sas'],
  ['Corp. Ltd', 'corp'],
  ['株式会社', '株式会社'],
  ['---', '---'],
  ['', ''],
])('%s is compared as %s', (text, expected) => {
  expect(key(text)).toBe(expected)
})

test.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['asana', 'aasna', 1],
  ['ca', 'abc', 3],
  ['slack', 'slack', 0],
])('%s and %s are %i changes apart', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance)
  expect(editDistance(other, one)).toBe(distance)
})

const like = (one: string, other: string) => likeness(normalised(one), normalised(other))

test('alike are the same words, a name inside another, a close spelling', () => {
  expect(like('Azure Microsoft', 'Microsoft Azure')).toEqual({ score: 95, why: 'sameWords' })
  expect(like('Microsoft', 'Microsoft Azure')).toEqual({ score: 79, why: 'contains' })
  expect(like('Sales Force', 'Salesforce.com')).toEqual({ score: 83, why: 'contains' })
  expect(like('Share Point', 'SharePoint')).toEqual({ score: 99, why: 'spelling' })
  expect(like('Atlasian', 'Atlassian')).toEqual({ score: 89, why: 'spelling' })
  expect(like('Google Ireland', 'Google Cloud')).toEqual({ score: 50, why: 'someWords' })
})

test('not alike are short names, and names with little in common', () => {
  expect(like('Xero', 'Zero')).toBeUndefined()
  expect(like('Asana', 'Azana')).toEqual({ score: 80, why: 'spelling' })
  expect(like('Asana', 'Azama')).toBeUndefined()
  expect(like('3M', '3M Health Care')).toBeUndefined()
  expect(like('Amazon Web Services', 'Northern Office Services')).toBeUndefined()
})
