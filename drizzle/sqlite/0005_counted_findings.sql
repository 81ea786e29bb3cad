CREATE INDEX `judgements_counts` ON `judgements` (`gaps`,`conflicts`,`advice`,`record_id`,`day`);
