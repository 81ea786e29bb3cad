CREATE INDEX `mails_address` ON `mails` (`address_hash`,`kind`,`queued_at`);
--> statement-breakpoint
CREATE INDEX `mails_recipient` ON `mails` (`recipient`,`queued_at`);
