import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useSay } from '../../language.ts'
import { troubleIn } from '../../trouble.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { DayInput, ProseInput } from '../../ui/inputs.tsx'
import { toast } from '../../ui/toast.tsx'
import { reviewWords as words } from './words.ts'

type Review = { recordId: string; name: string; version: number; everyMonths: number | null }

/** Answers a review where it stands. */
export function StillTrue({ review }: { review: Review }) {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  const name = review.name || review.recordId
  return (
    <>
      <Button small aria-label={say(words.stillTrueOf, { name })} onClick={() => setAsked(true)}>
        {say(words.stillTrue)}
      </Button>
      {asked && <AnswerDialog review={review} onClose={() => setAsked(false)} />}
    </>
  )
}

function AnswerDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const say = useSay()
  const { day } = useFormats()
  const [note, setNote] = useState('')
  const [next, setNext] = useState<string | null>(null)
  const { recordId: id, version, everyMonths } = review
  const answer = useMutation(
    trpc.reviews.answer.mutationOptions({
      onSuccess: async ({ nextReviewOn }) => {
        toast(
          typeof nextReviewOn === 'string'
            ? say(words.answered, { day: day(nextReviewOn) })
            : say(words.answeredLast),
        )
        onClose()
        await queryClient.invalidateQueries()
      },
    }),
  )
  const trouble = answer.error ? troubleIn(answer.error, say) : undefined
  const hint = everyMonths ? say(words.nextEvery, { n: everyMonths }) : say(words.nextHint)
  return (
    <FormDialog
      title={say(words.stillTrueOf, { name: review.name || id })}
      act={say(words.stillTrue)}
      busy={answer.isPending}
      error={answer.error}
      shown={['nextReviewOn']}
      onClose={onClose}
      onAct={() => answer.mutate({ id, version, note, ...(next ? { nextReviewOn: next } : {}) })}
    >
      <Field
        label={say(words.next)}
        hint={hint}
        error={trouble?.field === 'nextReviewOn' ? trouble.message : undefined}
      >
        <DayInput value={next} onChange={setNext} />
      </Field>
      <Field label={say(words.note)}>
        <ProseInput value={note} onChange={setNote} maxLength={1000} />
      </Field>
    </FormDialog>
  )
}
