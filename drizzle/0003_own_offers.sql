-- An organisation changes its own offers and itself, nobody else's: also when the application forgets to ask.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% of another organisation', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER own_offer_only BEFORE UPDATE ON offer FOR EACH ROW
	WHEN (current_user = 'socialkompas_organisation'
		AND OLD.organisation_id IS DISTINCT FROM nullif(current_setting('app.organisation_id', true), '')::uuid)
	EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER own_organisation_only BEFORE UPDATE ON organisation FOR EACH ROW
	WHEN (current_user = 'socialkompas_organisation'
		AND OLD.id IS DISTINCT FROM nullif(current_setting('app.organisation_id', true), '')::uuid)
	EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Raising the catalogue's version is the one thing an organisation may do to a setting; the check of the master key is
-- kept in the same table.
REVOKE UPDATE (value) ON setting FROM socialkompas_organisation;
--> statement-breakpoint
CREATE FUNCTION bump_catalogue_version() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	INSERT INTO public.setting (key, value) VALUES ('catalogue_version', '1')
	ON CONFLICT (key) DO UPDATE SET value = (setting.value::bigint + 1)::text
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION bump_catalogue_version() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bump_catalogue_version() TO socialkompas_system, socialkompas_organisation;
