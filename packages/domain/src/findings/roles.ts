import type { Activity } from '../activity/activity.ts'

type Role = Pick<Activity, 'role'>

/** Whether our role is still to be confirmed: such an activity is judged by both lists of Art. 30. */
export const isRoleOpen = ({ role }: Role): boolean => role === null || role === 'toConfirm'
export const isControllers = ({ role }: Role): boolean => role !== 'processor'
export const isProcessors = (activity: Role): boolean =>
  activity.role === 'processor' || isRoleOpen(activity)

/** The item of the list or lists that an activity is judged by: `Art. 30(1)(e), 30(2)(c)`. */
export const provisionFor = (activity: Role, controllers: string, processors: string): string =>
  `Art. ${[
    ...(isControllers(activity) ? [controllers] : []),
    ...(isProcessors(activity) ? [processors] : []),
  ].join(', ')}`
