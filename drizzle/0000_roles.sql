-- The roles requests run as. Roles belong to the whole cluster, so they may be there already, and two databases may be
-- migrated at the same moment.
DO $$
DECLARE name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['public', 'staff', 'report', 'admin', 'organisation', 'citizen', 'system', 'share'] LOOP
		BEGIN
			IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'socialkompas_' || name) THEN
				EXECUTE format('CREATE ROLE %I NOLOGIN', 'socialkompas_' || name);
			END IF;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
		END;
		IF NOT pg_has_role(current_user, 'socialkompas_' || name, 'MEMBER') THEN
			EXECUTE format('GRANT %I TO %I', 'socialkompas_' || name, current_user);
		END IF;
	END LOOP;
END $$;
--> statement-breakpoint
-- The application's clock, so that what the database decides by time can be tested with a moved one.
CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE
	AS $$ SELECT coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
--> statement-breakpoint
-- Only given and renewed permit sharing, and not past the expiry; a yes without an end is none.
CREATE FUNCTION consent_in_force(status text, expires_at timestamptz) RETURNS boolean LANGUAGE sql STABLE
	AS $$ SELECT status IN ('given', 'renewed') AND coalesce(expires_at > app_now(), false) $$;
--> statement-breakpoint
-- What a citizen's link leads to: looked up once a query, by the hash of the token shown, and by nothing else. They run
-- as the share role, so that the policies that ask them need not look into the table of links themselves.
CREATE FUNCTION linked_referral() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
	RETURN (SELECT referral_id FROM citizen_link
		WHERE authority_id = nullif(current_setting('app.authority_id', true), '')
			AND token_hash = nullif(current_setting('app.token_hash', true), '')
			AND revoked_at IS NULL AND expires_at > app_now());
END $$;
--> statement-breakpoint
CREATE FUNCTION linked_citizen() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
	RETURN (SELECT citizen_id FROM citizen_link
		WHERE authority_id = nullif(current_setting('app.authority_id', true), '')
			AND token_hash = nullif(current_setting('app.token_hash', true), '')
			AND revoked_at IS NULL AND expires_at > app_now());
END $$;
