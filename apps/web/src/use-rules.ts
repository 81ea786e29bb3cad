import { useQuery } from '@tanstack/react-query'

/** Every rule by its id. They are large: they come when a page is about them, and are undefined until then. */
export const useRules = (wanted = true) =>
  useQuery({
    queryKey: ['rules'],
    queryFn: async () => (await import('@ropewalk/domain/findings/rules.ts')).rules,
    enabled: wanted,
    staleTime: 'static',
  }).data
