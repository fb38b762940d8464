-- What an offer that is being typed is looked up by (duplicates/near-offers.server.ts). Each is a little wider than what
-- duplicates/likeness.ts compares, which has the last word.
CREATE FUNCTION phone_keys(phones jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT coalesce(array_agg(right(regexp_replace(p->>'number', '\D', '', 'g'), 8)), '{}')
	FROM jsonb_array_elements(phones) p WHERE length(regexp_replace(p->>'number', '\D', '', 'g')) >= 8
$$;
--> statement-breakpoint
-- The page without protocol, question and trailing slashes; null for the front page of a website.
CREATE FUNCTION page_key(url text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT CASE WHEN plain LIKE '%/%' THEN plain END FROM (SELECT
		regexp_replace(regexp_replace(regexp_replace(lower(btrim(url)), '^https?://', ''), '[#?].*$', ''),
			'^www\.|/+(index\.\w+)?$', '', 'g') AS plain) short
$$;
--> statement-breakpoint
CREATE FUNCTION street_key(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT lower(regexp_replace(substring(address FROM '^\D*\d+'), '[\s.,''-]', '', 'g'))
$$;
--> statement-breakpoint
CREATE INDEX offer_phone_keys ON offer USING gin (phone_keys(phones));
CREATE INDEX offer_email_lower ON offer (lower(email));
CREATE INDEX offer_page_key ON offer (page_key(url));
CREATE INDEX location_street_key ON location (street_key(address));
CREATE INDEX organisation_name_words ON organisation USING gin (to_tsvector('simple', name));
