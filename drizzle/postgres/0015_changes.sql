CREATE TABLE "party_notice_contacts" (
	"row_id" text PRIMARY KEY NOT NULL,
	"record_id" text NOT NULL,
	"position" integer NOT NULL,
	"declared" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"language" text
);

--> statement-breakpoint
CREATE TABLE "supplier_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"created_at" text NOT NULL,
	"updated_at" text NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"why" text NOT NULL,
	"sub_processors" jsonb NOT NULL,
	"replaced" jsonb NOT NULL,
	"alterations" jsonb NOT NULL,
	"effective_on" text,
	"emergency" text NOT NULL,
	"state" text NOT NULL,
	"announced_on" text,
	"objection_deadline" text,
	"took_effect_at" text,
	"withdrawn_on" text,
	"withdrawal_reason" text NOT NULL,
	"override_reason" text NOT NULL,
	"consent_reason" text NOT NULL,
	"facts" jsonb NOT NULL,
	"former" jsonb NOT NULL,
	"told" jsonb NOT NULL,
	"text_sha256" text
);

--> statement-breakpoint
CREATE TABLE "notice_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"change_id" text NOT NULL,
	"number" integer NOT NULL,
	"step" text NOT NULL,
	"party" text NOT NULL,
	"recipient" text NOT NULL,
	"language" text,
	"channel" text NOT NULL,
	"deadline" text,
	"told_at" text NOT NULL,
	"mail_id" text
);

--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"change_id" text NOT NULL,
	"objector" text NOT NULL,
	"party" text,
	"name" text NOT NULL,
	"address" text,
	"address_hash" text NOT NULL,
	"language" text NOT NULL,
	"grounds" text NOT NULL,
	"received_at" text NOT NULL,
	"deadline" text NOT NULL,
	"late" boolean NOT NULL,
	"state" text NOT NULL,
	"decided_at" text,
	"decided_by" text NOT NULL,
	"decision" text NOT NULL,
	"updated_at" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "authorisation" text;
--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "notice_days" integer;
--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "objection_days" integer;
--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "notice_days_counted" text;
--> statement-breakpoint
ALTER TABLE "parties" ADD COLUMN "notice_holidays" text;
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "notice_days" integer;
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "objection_days" integer;
--> statement-breakpoint
ALTER TABLE "party_notice_contacts" ADD CONSTRAINT "party_notice_contacts_record_id_parties_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."parties"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "party_notice_contacts_record" ON "party_notice_contacts" USING btree ("record_id");
--> statement-breakpoint
CREATE INDEX "supplier_changes_due" ON "supplier_changes" USING btree ("state","effective_on");
--> statement-breakpoint
CREATE INDEX "notice_deliveries_change" ON "notice_deliveries" USING btree ("change_id","number");
--> statement-breakpoint
CREATE INDEX "objections_change" ON "objections" USING btree ("change_id");
