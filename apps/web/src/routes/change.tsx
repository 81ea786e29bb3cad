import { useParams } from '@tanstack/react-router'
import { OneChange } from '../features/changes/change-page.tsx'

export function ChangePage() {
  const { id = '' } = useParams({ strict: false })
  return <OneChange key={id} id={id} />
}
