CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"business_function" text DEFAULT '' NOT NULL,
	"owner" jsonb,
	"role" text,
	"organisation" text,
	"operations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"lifecycle" text,
	"started_on" text,
	"ended_on" text,
	"vulnerable_people" boolean,
	"data_sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"data_sources_note" text DEFAULT '' NOT NULL,
	"provision" text,
	"provision_consequences" text DEFAULT '' NOT NULL,
	"internal_access" text DEFAULT '' NOT NULL,
	"systems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"storage_countries" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"automated_decisions" text,
	"automated_logic" text DEFAULT '' NOT NULL,
	"dpia_criteria" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"dpia_need" text,
	"dpia_reasoning" text DEFAULT '' NOT NULL,
	"dpia_reference" jsonb,
	"dpia_status" text,
	"dpo_advice" text DEFAULT '' NOT NULL,
	"dpia_on" text,
	"rights_exercised" text DEFAULT '' NOT NULL,
	"notice" text,
	"next_review_on" text,
	"review_every_months" integer
);

--> statement-breakpoint
CREATE TABLE "sub_processors" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"service" text DEFAULT '' NOT NULL,
	"function" text DEFAULT '' NOT NULL,
	"kind" text,
	"owner" jsonb,
	"legal_entity" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"seat_country" text,
	"website" text DEFAULT '' NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_position" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"affiliate" boolean,
	"parent" text,
	"contract_status" text,
	"contract_signed_on" text,
	"contract_expires_on" text,
	"contract_reference" jsonb,
	"stipulations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"tier" text,
	"last_reviewed_on" text,
	"next_review_on" text,
	"subservice" text,
	"own_sub_processors" text DEFAULT '' NOT NULL,
	"status" text,
	"announced_on" text,
	"effective_on" text,
	"ended_on" text,
	"data_returned" jsonb,
	"public_note" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "data_categories" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"group" text,
	"description" text DEFAULT '' NOT NULL,
	"elements" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"special_kinds" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"criminal" boolean,
	"dpv_term" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "data_subjects" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"vulnerable" boolean,
	"children" boolean,
	"dpv_term" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "parties" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"kind" text,
	"a_class" boolean,
	"contact" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"country" text,
	"representative" text DEFAULT '' NOT NULL,
	"dpo" text DEFAULT '' NOT NULL,
	"notice_terms" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "measures" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"kind" text,
	"letter" text,
	"description" text DEFAULT '' NOT NULL,
	"reference" jsonb,
	"dpv_term" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"role_in_sentence" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"country" text,
	"email" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"privacy_notice" text DEFAULT '' NOT NULL,
	"authority" text DEFAULT '' NOT NULL,
	"time_zone" text,
	"representative" text DEFAULT '' NOT NULL,
	"dpo" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"deployment" text,
	"in_scope" boolean,
	"role" text
);

--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"last_row" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"archived_at" text,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sort_name" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"edition" text DEFAULT '' NOT NULL,
	"effective_on" text,
	"published_on" text,
	"url" text DEFAULT '' NOT NULL,
	"sha256" text,
	"text" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "activity_products" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"product" text
);

--> statement-breakpoint
CREATE TABLE "activity_controllers_served" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"party" text,
	"processing_categories" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"contract" jsonb
);

--> statement-breakpoint
CREATE TABLE "activity_joint_controllers" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"party" text,
	"arrangement" jsonb
);

--> statement-breakpoint
CREATE TABLE "activity_purposes" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"legal_basis" text,
	"law_cited" text DEFAULT '' NOT NULL,
	"legitimate_interest" text DEFAULT '' NOT NULL,
	"assessment" jsonb,
	"consent_record" jsonb
);

--> statement-breakpoint
CREATE TABLE "activity_data_subjects" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"data_subject" text,
	"note" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "activity_data" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"data_category" text,
	"elements" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"period" integer,
	"unit" text,
	"criteria" text DEFAULT '' NOT NULL,
	"trigger" text DEFAULT '' NOT NULL,
	"deletion_method" text DEFAULT '' NOT NULL,
	"special_condition" text,
	"criminal_authorisation" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "activity_recipients" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"party" text,
	"what_for" text DEFAULT '' NOT NULL,
	"legal_basis" text
);

--> statement-breakpoint
CREATE TABLE "activity_sub_processors" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sub_processor" text,
	"function_here" text DEFAULT '' NOT NULL,
	"data_categories" jsonb DEFAULT '[]'::jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "activity_transfers" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"importer" text DEFAULT '' NOT NULL,
	"country" text,
	"subdivision" text,
	"mechanism" text,
	"clause_modules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"document" jsonb,
	"assessment" jsonb,
	"quebec_assessment" jsonb,
	"quebec_agreement" jsonb
);

--> statement-breakpoint
CREATE TABLE "activity_measures" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"measure" text,
	"note" text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sub_processor_locations" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"country" text,
	"subdivision" text,
	"region" text DEFAULT '' NOT NULL,
	"uses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mechanism" text,
	"clause_modules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"framework_participant" text DEFAULT '' NOT NULL,
	"framework_status" text,
	"framework_checked_on" text,
	"document" jsonb,
	"assessment" jsonb,
	"quebec_assessment" jsonb,
	"quebec_agreement" jsonb
);

--> statement-breakpoint
CREATE TABLE "sub_processor_assurance" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"type" text,
	"period_start" text,
	"period_end" text,
	"reviewed_on" text,
	"exceptions" text DEFAULT '' NOT NULL,
	"reference" jsonb
);

--> statement-breakpoint
CREATE TABLE "organisation_contacts" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"role" text,
	"name" text DEFAULT '' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"as_of" text,
	"shown" boolean
);

--> statement-breakpoint
CREATE TABLE "document_sign_offs" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"on" text
);

--> statement-breakpoint
CREATE TABLE "sources" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"field" text DEFAULT '' NOT NULL,
	"row" text DEFAULT '' NOT NULL,
	"document" text,
	"lines" text DEFAULT '' NOT NULL,
	"certainty" text,
	"as_of" text
);

--> statement-breakpoint
CREATE TABLE "open_questions" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"provision" text DEFAULT '' NOT NULL,
	"lines" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text DEFAULT '' NOT NULL,
	"answered_on" text
);

--> statement-breakpoint
CREATE TABLE "history" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"door" text NOT NULL,
	"verb" text NOT NULL,
	"record_id" text NOT NULL,
	"version" integer,
	"reason" text DEFAULT '' NOT NULL,
	"before" text,
	"after" text
);

--> statement-breakpoint
CREATE TABLE "counters" (
	"prefix" text PRIMARY KEY NOT NULL,
	"next" integer NOT NULL
);

--> statement-breakpoint
CREATE TABLE "snapshots" (
	"seq" integer PRIMARY KEY NOT NULL,
	"sub_processor_id" text NOT NULL,
	"published_at" text NOT NULL,
	"updated_on" text NOT NULL,
	"listed" boolean NOT NULL,
	"facts" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "acceptances" (
	"id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"record_version" integer NOT NULL,
	"rule" text NOT NULL,
	"field" text NOT NULL,
	"row" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"accepted_by" text NOT NULL,
	"accepted_by_name" text NOT NULL,
	"accepted_at" text NOT NULL,
	"until" text
);

--> statement-breakpoint
CREATE TABLE "judgements" (
	"record_id" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"gaps" integer NOT NULL,
	"conflicts" integer NOT NULL,
	"advice" integer NOT NULL,
	"findings" jsonb NOT NULL
);

--> statement-breakpoint
CREATE TABLE "reference_data" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"from" text NOT NULL,
	"until" text,
	"scope" text DEFAULT '' NOT NULL,
	"source" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "facts" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"roles" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"created_by" text DEFAULT '' NOT NULL,
	"last_sign_in_at" text,
	"disabled_at" text,
	"expires_on" text
);

--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" text NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" text NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL
);

--> statement-breakpoint
CREATE TABLE "single_use_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" text,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_at" text
);

--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"label" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"expires_on" text NOT NULL,
	"last_used_at" text,
	"revoked_at" text
);

--> statement-breakpoint
CREATE TABLE "sign_in_delays" (
	"address_hash" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failure_at" text NOT NULL,
	"until" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_organisation_organisations_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_notice_documents_id_fk" FOREIGN KEY ("notice") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sub_processors" ADD CONSTRAINT "sub_processors_parent_sub_processors_id_fk" FOREIGN KEY ("parent") REFERENCES "public"."sub_processors"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_products" ADD CONSTRAINT "activity_products_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_products" ADD CONSTRAINT "activity_products_product_products_id_fk" FOREIGN KEY ("product") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_controllers_served" ADD CONSTRAINT "activity_controllers_served_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_controllers_served" ADD CONSTRAINT "activity_controllers_served_party_parties_id_fk" FOREIGN KEY ("party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_joint_controllers" ADD CONSTRAINT "activity_joint_controllers_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_joint_controllers" ADD CONSTRAINT "activity_joint_controllers_party_parties_id_fk" FOREIGN KEY ("party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_purposes" ADD CONSTRAINT "activity_purposes_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_data_subjects" ADD CONSTRAINT "activity_data_subjects_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_data_subjects" ADD CONSTRAINT "activity_data_subjects_data_subject_data_subjects_id_fk" FOREIGN KEY ("data_subject") REFERENCES "public"."data_subjects"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_data" ADD CONSTRAINT "activity_data_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_data" ADD CONSTRAINT "activity_data_data_category_data_categories_id_fk" FOREIGN KEY ("data_category") REFERENCES "public"."data_categories"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_recipients" ADD CONSTRAINT "activity_recipients_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_recipients" ADD CONSTRAINT "activity_recipients_party_parties_id_fk" FOREIGN KEY ("party") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_sub_processors" ADD CONSTRAINT "activity_sub_processors_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_sub_processors" ADD CONSTRAINT "activity_sub_processors_sub_processor_sub_processors_id_fk" FOREIGN KEY ("sub_processor") REFERENCES "public"."sub_processors"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_transfers" ADD CONSTRAINT "activity_transfers_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_measures" ADD CONSTRAINT "activity_measures_record_id_activities_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "activity_measures" ADD CONSTRAINT "activity_measures_measure_measures_id_fk" FOREIGN KEY ("measure") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sub_processor_locations" ADD CONSTRAINT "sub_processor_locations_record_id_sub_processors_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."sub_processors"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sub_processor_assurance" ADD CONSTRAINT "sub_processor_assurance_record_id_sub_processors_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."sub_processors"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "organisation_contacts" ADD CONSTRAINT "organisation_contacts_record_id_organisations_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "document_sign_offs" ADD CONSTRAINT "document_sign_offs_record_id_documents_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_document_documents_id_fk" FOREIGN KEY ("document") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "activity_number" ON "activities" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "activity_sort_name" ON "activities" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "sub_processor_number" ON "sub_processors" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "sub_processor_sort_name" ON "sub_processors" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "data_category_number" ON "data_categories" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "data_category_sort_name" ON "data_categories" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "data_subject_number" ON "data_subjects" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "data_subject_sort_name" ON "data_subjects" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "party_number" ON "parties" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "party_sort_name" ON "parties" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "measure_number" ON "measures" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "measure_sort_name" ON "measures" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "organisation_number" ON "organisations" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "organisation_sort_name" ON "organisations" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "product_number" ON "products" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "product_sort_name" ON "products" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "document_number" ON "documents" USING btree ("number");
--> statement-breakpoint
CREATE INDEX "document_sort_name" ON "documents" USING btree ("sort_name");
--> statement-breakpoint
CREATE INDEX "activity_products_record" ON "activity_products" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_products_product" ON "activity_products" USING btree ("product");
--> statement-breakpoint
CREATE INDEX "activity_controllers_served_record" ON "activity_controllers_served" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_controllers_served_party" ON "activity_controllers_served" USING btree ("party");
--> statement-breakpoint
CREATE INDEX "activity_joint_controllers_record" ON "activity_joint_controllers" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_joint_controllers_party" ON "activity_joint_controllers" USING btree ("party");
--> statement-breakpoint
CREATE INDEX "activity_purposes_record" ON "activity_purposes" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_data_subjects_record" ON "activity_data_subjects" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_data_subjects_data_subject" ON "activity_data_subjects" USING btree ("data_subject");
--> statement-breakpoint
CREATE INDEX "activity_data_record" ON "activity_data" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_data_data_category" ON "activity_data" USING btree ("data_category");
--> statement-breakpoint
CREATE INDEX "activity_recipients_record" ON "activity_recipients" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_recipients_party" ON "activity_recipients" USING btree ("party");
--> statement-breakpoint
CREATE INDEX "activity_sub_processors_record" ON "activity_sub_processors" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_sub_processors_sub_processor" ON "activity_sub_processors" USING btree ("sub_processor");
--> statement-breakpoint
CREATE INDEX "activity_transfers_record" ON "activity_transfers" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_measures_record" ON "activity_measures" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "activity_measures_measure" ON "activity_measures" USING btree ("measure");
--> statement-breakpoint
CREATE INDEX "sub_processor_locations_record" ON "sub_processor_locations" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "sub_processor_assurance_record" ON "sub_processor_assurance" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "organisation_contacts_record" ON "organisation_contacts" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "document_sign_offs_record" ON "document_sign_offs" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "sources_record" ON "sources" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "open_questions_record" ON "open_questions" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "history_record" ON "history" USING btree ("record_id","seq");
--> statement-breakpoint
CREATE INDEX "snapshots_sub_processor" ON "snapshots" USING btree ("sub_processor_id","seq");
--> statement-breakpoint
CREATE INDEX "acceptances_record" ON "acceptances" USING btree ("record_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");
--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("token");
--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_hash" ON "tokens" USING btree ("token_hash");
