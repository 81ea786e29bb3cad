import { certaintyOf } from '@ropewalk/domain/certainty.ts'
import { engagedAs } from '@ropewalk/domain/derived/engagement.ts'
import { recordId } from '@ropewalk/domain/schema.ts'
import * as z from 'zod'
import { namesOf } from '../links.ts'
import { activitiesLinking } from '../look.ts'
import { reading } from '../verb.ts'
import { found } from './reads.ts'

/** The activities that a supplier serves: what it is there, for which data, and how certain the link is. */
export const listSupplierLinks = reading(
  { permission: 'register:read' },
  z.strictObject({ id: recordId }),
  async (work, { id }) => {
    await found(work, 'subProcessor', id)
    const linked = await activitiesLinking(work, [id])
    const links = (linked.get(id) ?? []).flatMap((activity) =>
      activity.subProcessors
        .filter((row) => row.subProcessor === id)
        .map(({ rowId, functionHere, dataCategories }) => ({
          activityId: activity.id,
          activity: activity.name,
          version: activity.version,
          rowId,
          engagedAs: engagedAs(activity.role),
          functionHere,
          dataCategories,
          certainty: certaintyOf(activity, 'subProcessors', rowId),
        })),
    )
    return {
      links,
      names: await namesOf(
        work,
        links.flatMap((link) => link.dataCategories),
      ),
    }
  },
)
