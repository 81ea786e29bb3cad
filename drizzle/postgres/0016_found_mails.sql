CREATE INDEX "mails_address" ON "mails" USING btree ("address_hash","kind","queued_at");
--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "mails" USING btree ("recipient","queued_at");
