CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, kind UNINDEXED, body, tokenize = 'trigram');
