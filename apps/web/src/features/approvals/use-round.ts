import { lapseReason } from '@ropewalk/domain/approvals/material.ts'
import type { NounKey } from '@ropewalk/domain/field.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../api.ts'
import { useFormats } from '../../formats.ts'
import { useSay } from '../../language.ts'
import { approvalWords as words } from './words.ts'

type Round = inferOutput<typeof trpc.approvals.read>['rounds'][number]
type People = Readonly<Record<string, string>>

/** A round in words: who asked, signed or sent it back, and why it lapsed. */
export function useRoundWords(noun: NounKey, people: People) {
  const say = useSay()
  const { time, list } = useFormats()
  const nameOf = (id: string) => people[id] ?? id
  const signers = ({ signatures }: Round) =>
    list(
      signatures.map(({ by, title }) =>
        title ? say(words.as, { name: nameOf(by), title }) : nameOf(by),
      ),
    )
  return {
    asked: (round: Round) =>
      say(words.askedBy, { name: nameOf(round.requestedBy), time: time(round.requestedAt) }),
    askedOf: (round: Round) =>
      round.asked.length > 0 && say(words.askedOf, { names: list(round.asked.map(nameOf)) }),
    signed: (round: Round) =>
      round.signatures.length > 0 && say(words.signedSoFar, { names: signers(round) }),
    approved: (round: Round) =>
      say(words.approvedBy, { names: signers(round), time: time(round.decidedAt ?? '') }),
    sentBack: (round: Round) =>
      say(words.sentBack, {
        name: nameOf(round.decidedBy),
        time: time(round.decidedAt ?? ''),
        comment: round.comment,
      }),
    lapsed: (round: Round) =>
      say(words.lapsedWhy, {
        time: time(round.lapsedAt ?? ''),
        reason: say(lapseReason(noun, round.lapsedFields)),
      }),
  }
}
