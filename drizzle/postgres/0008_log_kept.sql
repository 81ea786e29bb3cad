ALTER TABLE "history" RENAME TO "history_before_log";
--> statement-breakpoint
CREATE FUNCTION log_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;
--> statement-breakpoint
CREATE FUNCTION log_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entries) THEN
    RAISE EXCEPTION 'entries of the log follow one another without gaps';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION log_state_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq = OLD.seq AND NEW.generation = OLD.generation AND OLD.value IS NOT NULL AND NEW.value IS NULL
    AND OLD.erased_by IS NULL
    AND EXISTS (SELECT 1 FROM entries WHERE seq = NEW.erased_by AND seq > OLD.seq AND verb = 'history.erase')
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'states of the log are never changed, only erased by an entry that says so';
END $$;
--> statement-breakpoint
CREATE FUNCTION log_state_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.generation > 0 AND NOT EXISTS (
    SELECT 1 FROM states WHERE seq = NEW.seq AND generation = NEW.generation - 1 AND value IS NULL
  ) THEN
    RAISE EXCEPTION 'a state of the log stands once, until it is erased';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER entries_in_sequence BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION log_entry_follows();
--> statement-breakpoint
CREATE TRIGGER entries_unchanged BEFORE UPDATE ON entries FOR EACH ROW
EXECUTE FUNCTION log_refuses('entries of the log are never changed');
--> statement-breakpoint
CREATE TRIGGER entries_not_deleted BEFORE DELETE ON entries FOR EACH ROW
EXECUTE FUNCTION log_refuses('entries of the log are never deleted');
--> statement-breakpoint
CREATE TRIGGER entries_not_emptied BEFORE TRUNCATE ON entries FOR EACH STATEMENT
EXECUTE FUNCTION log_refuses('entries of the log are never deleted');
--> statement-breakpoint
CREATE TRIGGER states_only_erased BEFORE UPDATE ON states FOR EACH ROW EXECUTE FUNCTION log_state_erased();
--> statement-breakpoint
CREATE TRIGGER states_not_deleted BEFORE DELETE ON states FOR EACH ROW
EXECUTE FUNCTION log_refuses('states of the log are never deleted');
--> statement-breakpoint
CREATE TRIGGER states_not_emptied BEFORE TRUNCATE ON states FOR EACH STATEMENT
EXECUTE FUNCTION log_refuses('states of the log are never deleted');
--> statement-breakpoint
CREATE TRIGGER states_after_erasure BEFORE INSERT ON states FOR EACH ROW EXECUTE FUNCTION log_state_follows();
