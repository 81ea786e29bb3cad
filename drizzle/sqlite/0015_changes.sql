CREATE TABLE `party_notice_contacts` (
	`row_id` text PRIMARY KEY NOT NULL,
	`record_id` text NOT NULL,
	`position` integer NOT NULL,
	`declared` text DEFAULT '{}' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`language` text,
	FOREIGN KEY (`record_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `party_notice_contacts_record` ON `party_notice_contacts` (`record_id`);
--> statement-breakpoint
CREATE TABLE `supplier_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`why` text NOT NULL,
	`sub_processors` text NOT NULL,
	`replaced` text NOT NULL,
	`alterations` text NOT NULL,
	`effective_on` text,
	`emergency` text NOT NULL,
	`state` text NOT NULL,
	`announced_on` text,
	`objection_deadline` text,
	`took_effect_at` text,
	`withdrawn_on` text,
	`withdrawal_reason` text NOT NULL,
	`override_reason` text NOT NULL,
	`consent_reason` text NOT NULL,
	`facts` text NOT NULL,
	`former` text NOT NULL,
	`told` text NOT NULL,
	`text_sha256` text
);

--> statement-breakpoint
CREATE INDEX `supplier_changes_due` ON `supplier_changes` (`state`,`effective_on`);
--> statement-breakpoint
CREATE TABLE `notice_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`change_id` text NOT NULL,
	`number` integer NOT NULL,
	`step` text NOT NULL,
	`party` text NOT NULL,
	`recipient` text NOT NULL,
	`language` text,
	`channel` text NOT NULL,
	`deadline` text,
	`told_at` text NOT NULL,
	`mail_id` text
);

--> statement-breakpoint
CREATE INDEX `notice_deliveries_change` ON `notice_deliveries` (`change_id`,`number`);
--> statement-breakpoint
CREATE TABLE `objections` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`change_id` text NOT NULL,
	`objector` text NOT NULL,
	`party` text,
	`name` text NOT NULL,
	`address` text,
	`address_hash` text NOT NULL,
	`language` text NOT NULL,
	`grounds` text NOT NULL,
	`received_at` text NOT NULL,
	`deadline` text NOT NULL,
	`late` integer NOT NULL,
	`state` text NOT NULL,
	`decided_at` text,
	`decided_by` text NOT NULL,
	`decision` text NOT NULL,
	`updated_at` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `objections_change` ON `objections` (`change_id`);
--> statement-breakpoint
ALTER TABLE `parties` ADD `authorisation` text;
--> statement-breakpoint
ALTER TABLE `parties` ADD `notice_days` integer;
--> statement-breakpoint
ALTER TABLE `parties` ADD `objection_days` integer;
--> statement-breakpoint
ALTER TABLE `parties` ADD `notice_days_counted` text;
--> statement-breakpoint
ALTER TABLE `parties` ADD `notice_holidays` text;
--> statement-breakpoint
ALTER TABLE `organisations` ADD `notice_days` integer;
--> statement-breakpoint
ALTER TABLE `organisations` ADD `objection_days` integer;
