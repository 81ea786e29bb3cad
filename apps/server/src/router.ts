import type { NounKey } from '@ropewalk/domain/field.ts'
import {
  changeApprovalSettings,
  readApprovalSettings,
} from '@ropewalk/services/approvals/change-settings.ts'
import {
  approveRecord,
  sendBackApproval,
  signApproval,
} from '@ropewalk/services/approvals/decide.ts'
import { listApprovals, listApprovers, readApproval } from '@ropewalk/services/approvals/list.ts'
import { requestApproval, withdrawApproval } from '@ropewalk/services/approvals/request.ts'
import { readApprovalDifferences } from '@ropewalk/services/approvals/seen.ts'
import { askBackup } from '@ropewalk/services/backups/ask-backup.ts'
import { changeBackupRule } from '@ropewalk/services/backups/backup-rule.ts'
import { readBackups } from '@ropewalk/services/backups/read-backups.ts'
import {
  announceChange,
  previewChange,
  withdrawChange,
} from '@ropewalk/services/changes/announcing.ts'
import { answerChange, overrideConsent } from '@ropewalk/services/changes/consent.ts'
import {
  changeDraft,
  createChange,
  listChanges,
  readChange,
  removeDraft,
} from '@ropewalk/services/changes/drafting.ts'
import { readImpact } from '@ropewalk/services/changes/impact.ts'
import { announceAndPublish } from '@ropewalk/services/changes/publish-now.ts'
import { acceptFinding, listFindings, reopenFinding } from '@ropewalk/services/findings/findings.ts'
import { answerQuestion, listToConfirm } from '@ropewalk/services/findings/questions.ts'
import { eraseFromHistory } from '@ropewalk/services/log/erase.ts'
import { findExport, listLog, readDifferences } from '@ropewalk/services/log/list-log.ts'
import { readLogCheck } from '@ropewalk/services/log/log-check.ts'
import { listMails } from '@ropewalk/services/mails/list-mails.ts'
import { markMailBounced } from '@ropewalk/services/mails/mark-bounced.ts'
import { sendMailAgain } from '@ropewalk/services/mails/send-again.ts'
import { decideObjection } from '@ropewalk/services/objections/decide.ts'
import { listObjections } from '@ropewalk/services/objections/list.ts'
import { readCounts, readOverview } from '@ropewalk/services/overview.ts'
import { listAccess } from '@ropewalk/services/people/access.ts'
import { disablePerson, enablePerson } from '@ropewalk/services/people/disable.ts'
import { invitePerson, makeResetLink } from '@ropewalk/services/people/invite.ts'
import { listKeptMails } from '@ropewalk/services/people/kept-mails.ts'
import {
  changeOwnLanguage,
  changeOwnName,
  changeOwnPassword,
} from '@ropewalk/services/people/own-account.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  readOwnSecondFactor,
  replaceRecoveryCodes,
  turnOffSecondFactor,
} from '@ropewalk/services/people/own-second-factor.ts'
import { listNames, listPeople, me, readPerson } from '@ropewalk/services/people/people.ts'
import { prove } from '@ropewalk/services/people/prove.ts'
import { resetSecondFactor } from '@ropewalk/services/people/reset-second-factor.ts'
import { changeExpiry, changeRoles } from '@ropewalk/services/people/roles.ts'
import {
  changeSecondFactorRule,
  readSecondFactorRule,
} from '@ropewalk/services/people/second-factor-rule.ts'
import { listSessions, revokeSession } from '@ropewalk/services/people/sessions.ts'
import {
  createOwnToken,
  createToken,
  listOwnTokens,
  listTokens,
  revokeOwnToken,
  revokeToken,
} from '@ropewalk/services/people/tokens.ts'
import * as nouns from '@ropewalk/services/records/nouns.ts'
import type { verbsOf } from '@ropewalk/services/records/verbs.ts'
import { changeReferenceData, listReferenceData } from '@ropewalk/services/reference.ts'
import { answerReview } from '@ropewalk/services/reviews/answer.ts'
import { listReviews } from '@ropewalk/services/reviews/list.ts'
import { readRowCounts } from '@ropewalk/services/row-counts.ts'
import { searchRegister } from '@ropewalk/services/search-register.ts'
import { countSubscriptions } from '@ropewalk/services/subscriptions/count-subscriptions.ts'
import {
  createWebhook,
  endWebhook,
  listWebhooks,
  testWebhook,
} from '@ropewalk/services/webhooks/webhooks.ts'
import { mutation, query, router } from './trpc.ts'

const nounProcedures = <N extends NounKey>(verbs: ReturnType<typeof verbsOf<N>>) => ({
  list: query(verbs.list),
  read: query(verbs.read),
  beside: query(verbs.beside),
  history: query(verbs.history),
  create: mutation(verbs.create),
  copy: mutation(verbs.copy),
  change: mutation(verbs.change),
  restore: mutation(verbs.restore),
  bulkChange: mutation(verbs.bulkChange),
  confirm: mutation(verbs.confirm),
  archive: mutation(verbs.archive),
  unarchive: mutation(verbs.unarchive),
  remove: mutation(verbs.remove),
})

/** Every verb of the register by its noun: `/api/trpc/<noun>.<verb>`. */
export const appRouter = router({
  activities: router(nounProcedures(nouns.activities)),
  subProcessors: router({
    ...nounProcedures(nouns.subProcessors),
    links: query(nouns.subProcessors.links),
    preview: query(nouns.subProcessors.preview),
    publish: mutation(nouns.subProcessors.publish),
    withdraw: mutation(nouns.subProcessors.withdraw),
  }),
  dataCategories: router(nounProcedures(nouns.dataCategories)),
  dataSubjects: router(nounProcedures(nouns.dataSubjects)),
  parties: router(nounProcedures(nouns.parties)),
  measures: router(nounProcedures(nouns.measures)),
  organisations: router(nounProcedures(nouns.organisations)),
  products: router(nounProcedures(nouns.products)),
  documents: router(nounProcedures(nouns.documents)),
  objections: router({ list: query(listObjections), decide: mutation(decideObjection) }),
  changes: router({
    list: query(listChanges),
    read: query(readChange),
    impact: query(readImpact),
    preview: query(previewChange),
    create: mutation(createChange),
    change: mutation(changeDraft),
    remove: mutation(removeDraft),
    announce: mutation(announceChange),
    announceAndPublish: mutation(announceAndPublish),
    withdraw: mutation(withdrawChange),
    answer: mutation(answerChange),
    overrideConsent: mutation(overrideConsent),
  }),
  findings: router({
    list: query(listFindings),
    accept: mutation(acceptFinding),
    reopen: mutation(reopenFinding),
  }),
  approvals: router({
    list: query(listApprovals),
    read: query(readApproval),
    differences: query(readApprovalDifferences),
    approvers: query(listApprovers),
    request: mutation(requestApproval),
    withdraw: mutation(withdrawApproval),
    approve: mutation(approveRecord),
    sign: mutation(signApproval),
    sendBack: mutation(sendBackApproval),
    settings: query(readApprovalSettings),
    changeSettings: mutation(changeApprovalSettings),
  }),
  reviews: router({ list: query(listReviews), answer: mutation(answerReview) }),
  questions: router({ answer: mutation(answerQuestion) }),
  toConfirm: router({ list: query(listToConfirm) }),
  register: router({
    counts: query(readCounts),
    overview: query(readOverview),
    rowCounts: query(readRowCounts),
    search: query(searchRegister),
  }),
  reference: router({
    list: query(listReferenceData),
    change: mutation(changeReferenceData),
  }),
  people: router({
    me: query(me),
    list: query(listPeople),
    read: query(readPerson),
    names: query(listNames),
    access: query(listAccess),
    invite: mutation(invitePerson),
    resetLink: mutation(makeResetLink),
    changeRoles: mutation(changeRoles),
    changeExpiry: mutation(changeExpiry),
    disable: mutation(disablePerson),
    enable: mutation(enablePerson),
    changeOwnPassword: mutation(changeOwnPassword),
    changeOwnName: mutation(changeOwnName),
    changeOwnLanguage: mutation(changeOwnLanguage),
    prove: mutation(prove),
    resetSecondFactor: mutation(resetSecondFactor),
  }),
  secondFactor: router({
    read: query(readOwnSecondFactor),
    begin: mutation(beginSecondFactor),
    confirm: mutation(confirmSecondFactor),
    replaceRecoveryCodes: mutation(replaceRecoveryCodes),
    turnOff: mutation(turnOffSecondFactor),
    rule: query(readSecondFactorRule),
    changeRule: mutation(changeSecondFactorRule),
  }),
  history: router({ erase: mutation(eraseFromHistory) }),
  log: router({
    list: query(listLog),
    differences: query(readDifferences),
    findExport: query(findExport),
    check: query(readLogCheck),
  }),
  webhooks: router({
    list: query(listWebhooks),
    create: mutation(createWebhook),
    test: mutation(testWebhook),
    end: mutation(endWebhook),
  }),
  mails: router({
    kept: query(listKeptMails),
    list: query(listMails),
    sendAgain: mutation(sendMailAgain),
    markBounced: mutation(markMailBounced),
  }),
  subscriptions: router({ count: query(countSubscriptions) }),
  backups: router({
    read: query(readBackups),
    ask: mutation(askBackup),
    changeRule: mutation(changeBackupRule),
  }),
  sessions: router({ list: query(listSessions), revoke: mutation(revokeSession) }),
  tokens: router({
    list: query(listTokens),
    create: mutation(createToken),
    revoke: mutation(revokeToken),
    own: query(listOwnTokens),
    createOwn: mutation(createOwnToken),
    revokeOwn: mutation(revokeOwnToken),
  }),
})
export type AppRouter = typeof appRouter
