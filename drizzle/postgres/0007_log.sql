CREATE TABLE "entries" (
	"seq" integer PRIMARY KEY NOT NULL,
	"leaf" text NOT NULL,
	"at" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"door" text NOT NULL,
	"verb" text NOT NULL,
	"record" text NOT NULL,
	"about" text NOT NULL,
	"version" integer
);

--> statement-breakpoint
CREATE TABLE "states" (
	"seq" integer NOT NULL,
	"generation" integer DEFAULT 0 NOT NULL,
	"value" text,
	"erased_by" integer
);

--> statement-breakpoint
CREATE INDEX "entries_record" ON "entries" USING btree ("record","seq");
--> statement-breakpoint
CREATE INDEX "entries_about" ON "entries" USING btree ("about","seq");
--> statement-breakpoint
CREATE INDEX "entries_verb" ON "entries" USING btree ("verb","seq");
--> statement-breakpoint
CREATE UNIQUE INDEX "states_generation" ON "states" USING btree ("seq","generation");
