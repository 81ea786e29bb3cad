CREATE TABLE `subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`address_hash` text NOT NULL,
	`address` text,
	`language` text,
	`topics` text,
	`token_hash` text,
	`created_at` text NOT NULL,
	`confirmed_at` text,
	`left_at` text
);

--> statement-breakpoint
CREATE INDEX `subscriptions_address` ON `subscriptions` (`address_hash`);
--> statement-breakpoint
CREATE INDEX `subscriptions_state` ON `subscriptions` (`state`,`id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscriptions_token` ON `subscriptions` (`token_hash`);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`facts` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`noticed_at` text NOT NULL,
	`batch` text,
	`reached` text DEFAULT '' NOT NULL,
	`done_at` text
);

--> statement-breakpoint
CREATE INDEX `notices_open` ON `notices` (`done_at`,`noticed_at`);
