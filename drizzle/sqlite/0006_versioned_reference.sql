ALTER TABLE `reference_data` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
delete from judgements;
