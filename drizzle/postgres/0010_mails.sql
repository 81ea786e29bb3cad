CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"recipient" text DEFAULT '' NOT NULL,
	"told" boolean DEFAULT false NOT NULL,
	"address" text NOT NULL,
	"address_hash" text NOT NULL,
	"subject" text NOT NULL,
	"language" text NOT NULL,
	"body" text,
	"text_sha256" text NOT NULL,
	"message_id" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"queued_at" text NOT NULL,
	"until" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"attempts_before" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" text NOT NULL,
	"first_attempt_at" text,
	"delivered_at" text,
	"settled_at" text,
	"detail" text DEFAULT '' NOT NULL,
	"claimed_by" text,
	"claimed_until" text
);

--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("state","next_attempt_at");
--> statement-breakpoint
CREATE INDEX "mails_queued" ON "mails" USING btree ("state","queued_at");
--> statement-breakpoint
CREATE INDEX "mails_about" ON "mails" USING btree ("about");
--> statement-breakpoint
CREATE INDEX "mails_settled" ON "mails" USING btree ("settled_at");
