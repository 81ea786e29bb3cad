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
CREATE INDEX "objections_change" ON "objections" USING btree ("change_id");
