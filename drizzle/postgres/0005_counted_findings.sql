CREATE INDEX "judgements_counts" ON "judgements" USING btree ("gaps","conflicts","advice","record_id","day");
