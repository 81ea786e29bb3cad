CREATE TABLE "repeats" (
	"key" text PRIMARY KEY NOT NULL,
	"hour" text NOT NULL,
	"times" integer NOT NULL,
	"since" text NOT NULL,
	"until" text NOT NULL,
	"first" jsonb NOT NULL,
	"details" jsonb NOT NULL
);

--> statement-breakpoint
CREATE INDEX "repeats_hour" ON "repeats" USING btree ("hour");
