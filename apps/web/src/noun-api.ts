import type { NounKey } from '@ropewalk/domain/field.ts'
import { nouns } from '@ropewalk/domain/nouns.ts'
import type { AnyRecord } from '@ropewalk/domain/record.ts'
import { trpc } from './api.ts'

type Activities = typeof trpc.activities
/** The verbs of any noun, whose records the pages read through the catalogue. */
export type NounApi = Activities

const apis = {
  activity: trpc.activities,
  subProcessor: trpc.subProcessors,
  dataCategory: trpc.dataCategories,
  dataSubject: trpc.dataSubjects,
  party: trpc.parties,
  measure: trpc.measures,
  organisation: trpc.organisations,
  product: trpc.products,
  document: trpc.documents,
}

// The routers of all nouns have the same verbs; their records differ, and the catalogue tells how.
export const apiOf = (noun: NounKey): NounApi => apis[noun] as unknown as NounApi

export const asRecord = (record: unknown): AnyRecord => record as AnyRecord

export const addressOf = (noun: NounKey, id: string): string => `/${nouns[noun].path}/${id}`
