-- lower() leaves Æ, Ø and Å as they are where the database's locale is C. These are the capitals of Danish and of the
-- languages around it, in pairs with what they become; everything else is lower()'s.
CREATE FUNCTION folded(letters text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT lower(translate(letters, 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŁŚŠŻŹŽĆČŃĘĄŐŰŞĞ', 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþłśšżźžćčńęąőűşğ'))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION page_key(url text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT CASE WHEN plain LIKE '%/%' THEN plain END FROM (SELECT
		regexp_replace(regexp_replace(regexp_replace(public.folded(btrim(url)), '^https?://', ''), '[#?].*$', ''),
			'^www\.|/+(index\.\w+)?$', '', 'g') AS plain) short
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION street_key(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT public.folded(regexp_replace(substring(address FROM '^\D*\d+'), '[\s.,''-]', '', 'g'))
$$;
--> statement-breakpoint
-- What was written into the indexes before is in the old letters.
DROP INDEX offer_email_lower;
DROP INDEX organisation_name_words;
CREATE INDEX offer_email_folded ON offer (folded(email));
CREATE INDEX organisation_name_words ON organisation USING gin (to_tsvector('simple', folded(name)));
REINDEX INDEX offer_page_key;
REINDEX INDEX location_street_key;
