import type { Makers } from '../makers.ts'

export const webhookTables = (make: Makers) => ({
  /** Where programs hear of changes of sub-processors. Times are ISO 8601, UTC. */
  webhooks: make.table('webhooks', {
    id: make.text('id').primaryKey(),
    label: make.text('label').notNull(),
    /** `https://…`, or `http://…` in a network that the server may reach. */
    url: make.text('url').notNull(),
    /** What signs, AES-256-GCM under a key of the installation's secret. */
    secret: make.text('secret').notNull(),
    createdAt: make.text('created_at').notNull(),
    createdBy: make.text('created_by').notNull(),
    endedAt: make.text('ended_at'),
  }),
})
