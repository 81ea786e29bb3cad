import { useParams } from '@tanstack/react-router'
import { OneRecord } from '../features/record/record-page.tsx'
import { useNoun } from './noun.ts'

export function RecordPage() {
  const { id = '' } = useParams({ strict: false })
  return <OneRecord key={id} noun={useNoun()} id={id} />
}
