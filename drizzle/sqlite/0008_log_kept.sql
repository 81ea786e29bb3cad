ALTER TABLE `history` RENAME TO `history_before_log`;
--> statement-breakpoint
CREATE TRIGGER `entries_in_sequence` BEFORE INSERT ON `entries`
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entries)
BEGIN SELECT raise(abort, 'entries of the log follow one another without gaps'); END;
--> statement-breakpoint
CREATE TRIGGER `entries_unchanged` BEFORE UPDATE ON `entries`
BEGIN SELECT raise(abort, 'entries of the log are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `entries_not_deleted` BEFORE DELETE ON `entries`
BEGIN SELECT raise(abort, 'entries of the log are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `states_only_erased` BEFORE UPDATE ON `states`
WHEN NOT (
  NEW.seq = OLD.seq AND NEW.generation = OLD.generation AND OLD.value IS NOT NULL AND NEW.value IS NULL
  AND OLD.erased_by IS NULL
  AND EXISTS (SELECT 1 FROM entries WHERE seq = NEW.erased_by AND seq > OLD.seq AND verb = 'history.erase')
)
BEGIN SELECT raise(abort, 'states of the log are never changed, only erased by an entry that says so'); END;
--> statement-breakpoint
CREATE TRIGGER `states_not_deleted` BEFORE DELETE ON `states`
BEGIN SELECT raise(abort, 'states of the log are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `states_after_erasure` BEFORE INSERT ON `states`
WHEN NEW.generation > 0 AND NOT EXISTS (
  SELECT 1 FROM states WHERE seq = NEW.seq AND generation = NEW.generation - 1 AND value IS NULL
)
BEGIN SELECT raise(abort, 'a state of the log stands once, until it is erased'); END;
