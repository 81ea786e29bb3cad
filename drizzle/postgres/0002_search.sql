CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE search (rowid bigint PRIMARY KEY, id text NOT NULL, kind text NOT NULL, body text NOT NULL);
--> statement-breakpoint
CREATE INDEX search_body ON search USING gin (body gin_trgm_ops);
