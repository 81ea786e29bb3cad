CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`record_id` text NOT NULL,
	`state` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` text NOT NULL,
	`requested_version` integer NOT NULL,
	`requested_hash` text NOT NULL,
	`asked` text DEFAULT '[]' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`signatures` text DEFAULT '[]' NOT NULL,
	`approved_version` integer,
	`approved_hash` text,
	`self_approved` integer DEFAULT false NOT NULL,
	`decided_by` text DEFAULT '' NOT NULL,
	`decided_at` text,
	`comment` text DEFAULT '' NOT NULL,
	`lapsed_by` text DEFAULT '' NOT NULL,
	`lapsed_at` text,
	`lapsed_fields` text DEFAULT '[]' NOT NULL
);

--> statement-breakpoint
CREATE INDEX `approvals_record` ON `approvals` (`record_id`,`number`);
--> statement-breakpoint
CREATE INDEX `approvals_state` ON `approvals` (`state`,`record_id`);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`record_id` text NOT NULL,
	`due_on` text NOT NULL,
	`asked` text DEFAULT '[]' NOT NULL,
	`asked_at` text,
	`answered_by` text DEFAULT '' NOT NULL,
	`answered_at` text,
	`answer` text,
	`note` text DEFAULT '' NOT NULL
);

--> statement-breakpoint
CREATE INDEX `reviews_record` ON `reviews` (`record_id`,`due_on`);
--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`value` text NOT NULL
);

