import { permissions } from '@ropewalk/domain/permissions.ts'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { useMay } from '../../me.ts'

/** How many rows each dataset will have, by its key; undefined while it is not known, or only known once drawn. */
export function useRowCounts(): (key: string) => number | undefined {
  const counts = useQuery(trpc.register.counts.queryOptions(undefined)).data
  const rows = useQuery(trpc.register.rowCounts.queryOptions(undefined)).data
  const asController = useActivities(['controller', 'jointController', 'toConfirm', 'notStated'])
  const asProcessor = useActivities(['processor', 'toConfirm', 'notStated'])
  const accepted = useQuery(trpc.findings.list.queryOptions({ accepted: true, limit: 1 })).data
  const mayReadAccess = useMay('access:read')
  const access = useQuery({
    ...trpc.people.access.queryOptions(undefined),
    enabled: mayReadAccess,
  }).data
  const { gaps = 0, conflicts = 0, advice = 0 } = counts?.findings ?? {}
  const known: Record<string, number | undefined> = {
    'activities-controller': asController,
    'activities-processor': asProcessor,
    purposes: rows?.activity.purposes,
    'activity-controllers': rows?.activity.controllersServed,
    recipients: rows?.activity.recipients,
    retention: rows?.activity.data,
    'activity-sub-processors': rows?.activity.subProcessors,
    assurance: rows?.subProcessor.assurance,
    'sub-processors': counts?.nouns.subProcessor,
    'data-categories': counts?.nouns.dataCategory,
    'data-subjects': counts?.nouns.dataSubject,
    parties: counts?.nouns.party,
    measures: counts?.nouns.measure,
    documents: counts?.nouns.document,
    products: counts?.nouns.product,
    organisations: counts?.nouns.organisation,
    findings: counts && accepted && gaps + conflicts + advice + accepted.total,
    access: access?.length,
    permissions: permissions.length,
  }
  return (key) => known[key]
}

function useActivities(role: string[]): number | undefined {
  const { data } = useQuery(trpc.activities.list.queryOptions({ filters: { role }, limit: 1 }))
  return data?.total
}
