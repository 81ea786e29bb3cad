import { useParams } from '@tanstack/react-router'
import { PageHead } from '../frame/page-head.tsx'

export function RecordPage() {
  const { id = '' } = useParams({ strict: false })
  return <PageHead title={id} />
}
