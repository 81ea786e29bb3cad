CREATE TABLE `repeats` (
	`key` text PRIMARY KEY NOT NULL,
	`hour` text NOT NULL,
	`times` integer NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`first` text NOT NULL,
	`details` text NOT NULL
);

--> statement-breakpoint
CREATE INDEX `repeats_hour` ON `repeats` (`hour`);
