ALTER TABLE "reference_data" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
delete from judgements;
