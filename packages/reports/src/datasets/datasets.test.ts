import { expect, test } from 'vitest'
import { everyDataset } from './datasets.ts'

/** As promised in the contract of the files, word for word; columns are only ever appended. */
const promised: Readonly<Record<string, string>> = {
  'activities-controller':
    'row_no, activity_id, name, role, organisation, organisation_contact, joint_controllers, representative, dpo, business_function, owner, purposes, legal_bases, legitimate_interests, data_subjects, data_categories, special_categories, art9_conditions, data_sources, recipients, processors, third_countries, transfer_mechanisms, retention, security_measures, automated_decisions, dpia, systems, storage_countries, lifecycle, next_review_on, findings, version, updated_at, source',
  'activities-processor':
    'row_no, activity_id, name, role, organisation, organisation_contact, representative, dpo, controllers_served, controller_contacts, processing_categories, sub_processors, third_countries, transfer_mechanisms, security_measures, data_subjects, data_categories, retention, lifecycle, next_review_on, findings, version, updated_at, source',
  'sub-processors':
    'row_no, sub_processor_id, name, legal_entity, address, contact, service, function, engaged_as, activities, data_categories, data_subjects, products, seat_country, processing_countries, transfer_mechanisms, contract_status, contract_signed_on, contract_expires_on, assurance, tier, next_review_on, status, announced_on, effective_on, ended_on, listed, findings, version, updated_at, source, owner, last_reviewed_on, contract_reference, data_returned_reference',
  'activity-sub-processors':
    'row_no, activity_id, activity, sub_processor_id, sub_processor, engaged_as, function_here, data_categories, certainty',
  purposes:
    'row_no, activity_id, activity, purpose, legal_basis, law_cited, legitimate_interest, assessment, consent_record',
  'activity-controllers':
    'row_no, activity_id, activity, controller_id, controller, contact, representative, dpo, processing_categories, note, contract',
  recipients: 'row_no, activity_id, activity, party_id, recipient, kind, what_for, legal_basis',
  assurance:
    'row_no, sub_processor_id, sub_processor, type, period_start, period_end, reviewed_on, exceptions, reference',
  permissions: 'row_no, permission, admin, dpo, editor, auditor, public',
  'data-subjects':
    'row_no, data_subject_id, name, description, vulnerable, children, dpv_term, version, updated_at, source',
  parties:
    'row_no, party_id, name, kind, a_class, contact, contact_email, country, representative, dpo, notice_terms, version, updated_at, source, authorisation, notice_days, objection_days, notice_days_counted, notice_holidays, notice_contacts',
  measures:
    'row_no, measure_id, name, kind, letter, description, reference, dpv_term, version, updated_at, source',
  documents:
    'row_no, document_id, name, edition, effective_on, published_on, url, sha256, sign_offs, text, version, updated_at, source',
  products:
    'row_no, product_id, name, description, deployment, in_scope, role, version, updated_at, source',
  organisations:
    'row_no, organisation_id, name, role_in_sentence, address, country, email, website, privacy_notice, authority, time_zone, representative, dpo, contacts, version, updated_at, source, notice_days, objection_days',
  retention:
    'row_no, activity_id, activity, data_category_id, data_category, elements, period, unit, criteria, trigger, deletion_method',
  transfers:
    'row_no, activity_id, activity, importer, country, mechanism, scc_module, reference, assessment, derived_from',
  'data-categories':
    'row_no, data_category_id, name, group, elements, special_kinds, activities, sub_processors',
  findings:
    'row_no, rule, severity, provision, record_id, record, field, finding, accepted_by, accepted_until',
  changes:
    'row_no, seq, at, actor_id, actor, action, record_id, record, version, field, before, after, reason, hash',
  differences: 'row_no, noun, record_id, record, change, field, before, after',
  exports: 'row_no, export_id, at, actor, dataset, format, parameters, rows, sha256, head',
  approvals:
    'row_no, approval_id, record_id, record, version, content_hash, requested_by, requested_at, approver, approver_role, decision, comment, decided_at, lapsed_at, lapse_reason, title, self_approved, seen_from_version, asked, state',
  reviews:
    'row_no, record_id, record, due_on, asked, asked_at, answered_by, answered_at, answer, note',
  notices:
    'row_no, change_id, kind, sub_processor_ids, sub_processors, reason, announced_on, objection_deadline, effective_on, state, emergency, text_sha256, recipients, delivered, failed, objections, override_reason, consent_reason, withdrawn_on, withdrawal_reason, waiting',
  'notice-deliveries':
    'row_no, change_id, recipient, channel, deadline, attempts, first_attempt_at, delivered_at, outcome, detail, party_id, authorisation, delivery_id, step, language, told_at, text_sha256, message_id, address_hash',
  objections:
    'row_no, objection_id, change_id, party, received_at, late, grounds, state, decided_at, decided_by, decision, party_id, objector, deadline, language, address_hash, version',
  access:
    'row_no, user_id, name, email, roles, status, second_factor, created_at, created_by, last_sign_in_at, disabled_at, account_expires_at',
}

test('there are these datasets and no others', () => {
  expect(everyDataset.map(({ key }) => key).sort()).toEqual(Object.keys(promised).sort())
})

test.each(everyDataset)('$key has its columns in the promised order', ({ key, columns }) => {
  expect(columns.map((column) => column.key).join(', ')).toBe(promised[key])
})
