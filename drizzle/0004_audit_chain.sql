-- Who writes the chain over the log: this role alone, and nobody signs in with it. Roles belong to the whole cluster.
DO $$
BEGIN
	BEGIN
		IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'socialkompas_seal') THEN
			CREATE ROLE socialkompas_seal NOLOGIN;
		END IF;
	EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
	END;
	IF NOT pg_has_role(current_user, 'socialkompas_seal', 'MEMBER') THEN
		EXECUTE format('GRANT socialkompas_seal TO %I', current_user);
	END IF;
END $$;
--> statement-breakpoint
CREATE TABLE "audit_horizon" (
	"authority_id" text PRIMARY KEY NOT NULL,
	"settled_to" bigint NOT NULL,
	"next_to" bigint NOT NULL,
	"next_xid" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_horizon" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"authority_id" text NOT NULL,
	"seq" bigint NOT NULL,
	"entry_id" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_seal_authority_id_seq_pk" PRIMARY KEY("authority_id","seq"),
	CONSTRAINT "audit_seal_entry" UNIQUE("authority_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "audit_seal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- The id becomes the database's own to give: roles are granted every other column, so none can choose it.
DO $$
DECLARE
	last bigint;
	used boolean;
BEGIN
	SELECT last_value, is_called INTO last, used FROM audit_entry_id_seq;
	ALTER TABLE audit_entry ALTER COLUMN id DROP DEFAULT;
	DROP SEQUENCE audit_entry_id_seq;
	ALTER TABLE audit_entry ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME audit_entry_id_seq);
	PERFORM setval('audit_entry_id_seq', last, used);
END $$;
--> statement-breakpoint
REVOKE INSERT ON audit_entry FROM socialkompas_staff, socialkompas_report, socialkompas_admin, socialkompas_organisation,
	socialkompas_citizen, socialkompas_system;
GRANT INSERT (authority_id, at, actor_kind, role, user_id, centre_id, organisation_id, action, subject_type, subject_id,
	citizen_id, result) ON audit_entry
	TO socialkompas_staff, socialkompas_report, socialkompas_admin, socialkompas_organisation, socialkompas_citizen,
	socialkompas_system;
--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("authority_id","subject_id","at");--> statement-breakpoint
CREATE POLICY "audit_horizon_needs_actor" ON "audit_horizon" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "audit_horizon_seal" ON "audit_horizon" AS PERMISSIVE FOR ALL TO "socialkompas_seal" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_seal_needs_actor" ON "audit_seal" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "audit_seal_seal" ON "audit_seal" AS PERMISSIVE FOR ALL TO "socialkompas_seal" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_seal_system" ON "audit_seal" AS PERMISSIVE FOR SELECT TO "socialkompas_system" USING (true);--> statement-breakpoint
ALTER POLICY "audit_entry_system" ON "audit_entry" TO socialkompas_seal,socialkompas_system USING (true);
--> statement-breakpoint
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_horizon FORCE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA public TO socialkompas_seal;
GRANT SELECT ON audit_entry TO socialkompas_seal;
GRANT SELECT, INSERT ON audit_seal TO socialkompas_seal;
GRANT SELECT, INSERT, UPDATE ON audit_horizon TO socialkompas_seal;
GRANT SELECT ON SEQUENCE audit_entry_id_seq TO socialkompas_seal;
GRANT SELECT ON audit_seal TO socialkompas_system;
--> statement-breakpoint
-- A transaction has its number before its entry has an id (a BEFORE STATEMENT trigger runs before the id is drawn). So
-- whoever holds an id that was drawn before a look at the transactions is among those seen: seal_audit relies on it.
CREATE FUNCTION audit_entry_numbers_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_current_xact_id();
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_numbers_transaction BEFORE INSERT ON audit_entry
	FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_numbers_transaction();
--> statement-breakpoint
-- One value of an entry: its length in bytes and itself, so that no two entries read alike; "-" for null.
-- Without a setting of its own it is put into the query that calls it, which is ten times as fast.
CREATE FUNCTION audit_part(value text) RETURNS text LANGUAGE sql IMMUTABLE
	AS $$ SELECT coalesce(octet_length(value)::text || ':' || value, '-') || ',' $$;
--> statement-breakpoint
-- The hash of one entry. src/lib/audit/chain.server.ts computes the same without asking the database.
CREATE FUNCTION audit_entry_hash(e audit_entry) RETURNS bytea LANGUAGE sql STABLE
	AS $$ SELECT sha256(convert_to(
		audit_part(e.authority_id) || audit_part(e.id::text) || audit_part((extract(epoch from e.at) * 1000000)::bigint::text)
		|| audit_part(e.actor_kind) || audit_part(e.role) || audit_part(e.user_id::text) || audit_part(e.centre_id)
		|| audit_part(e.organisation_id::text) || audit_part(e.action) || audit_part(e.subject_type)
		|| audit_part(e.subject_id::text) || audit_part(e.citizen_id::text) || audit_part(e.result), 'UTF8')) $$;
--> statement-breakpoint
-- Chains the entries that are settled, oldest first, at most so many. Entries are written without any lock, and
-- transactions commit in another order than their ids were drawn; so an id may be chained only when no lower one can
-- appear any more. Ids up to next_to had been drawn before this function's own transaction got the number next_xid: who
-- drew them has a lower one. Once all lower ones have ended, what they wrote is here to be seen, and no more will come.
-- (A snapshot's xmax would not do for that number: it is one above the last that has ended, not above the last begun.)
-- One at a time: who finds another at it goes away with nothing done.
CREATE FUNCTION seal_audit(for_authority text, batch integer,
	OUT sealed integer, OUT more boolean, OUT head_seq bigint, OUT head_hash bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
	known audit_horizon;
	drawn bigint;
	own bigint;
	oldest bigint;
	limit_id bigint := 0;
	last_id bigint;
	e audit_entry;
BEGIN
	sealed := 0;
	more := false;
	-- Each statement below must see what is there at its own moment.
	IF current_setting('transaction_isolation') <> 'read committed' THEN
		RAISE EXCEPTION 'seal_audit needs read committed';
	END IF;
	IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
		RAISE EXCEPTION 'seal_audit must be the first to write in its transaction';
	END IF;
	IF NOT pg_try_advisory_xact_lock(7364251, hashtext(for_authority)) THEN
		RETURN;
	END IF;
	SELECT * INTO known FROM audit_horizon h WHERE h.authority_id = for_authority;
	-- In this order: ids drawn, then a number of our own, then who of the lower numbers is still running.
	SELECT CASE WHEN s.is_called THEN s.last_value ELSE 0 END INTO drawn FROM audit_entry_id_seq s;
	own := pg_current_xact_id()::text::bigint;
	oldest := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
	limit_id := coalesce(known.settled_to, 0);
	IF oldest >= own THEN
		limit_id := drawn;
	ELSIF known.next_xid <= oldest THEN
		limit_id := greatest(limit_id, known.next_to);
	END IF;
	-- A number from the future is that of another cluster, whose dump was restored here.
	IF known IS NULL OR known.next_xid <= oldest OR known.next_xid > own OR limit_id > known.settled_to THEN
		INSERT INTO audit_horizon (authority_id, settled_to, next_to, next_xid)
		VALUES (for_authority, limit_id, drawn, own)
		ON CONFLICT (authority_id) DO UPDATE SET settled_to = excluded.settled_to, next_to = excluded.next_to,
			next_xid = excluded.next_xid;
	END IF;
	SELECT s.seq, s.entry_id, s.hash INTO head_seq, last_id, head_hash FROM audit_seal s
		WHERE s.authority_id = for_authority ORDER BY s.seq DESC LIMIT 1;
	head_seq := coalesce(head_seq, 0);
	head_hash := coalesce(head_hash, sha256(convert_to('socialkompas audit chain 1 ' || for_authority, 'UTF8')));
	FOR e IN SELECT * FROM audit_entry a WHERE a.authority_id = for_authority AND a.id > coalesce(last_id, 0)
		AND a.id <= limit_id ORDER BY a.id LIMIT batch
	LOOP
		head_seq := head_seq + 1;
		head_hash := sha256(head_hash || audit_entry_hash(e));
		INSERT INTO audit_seal (authority_id, seq, entry_id, hash) VALUES (for_authority, head_seq, e.id, head_hash);
		sealed := sealed + 1;
	END LOOP;
	more := sealed = batch;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO socialkompas_seal;
ALTER FUNCTION seal_audit(text, integer) OWNER TO socialkompas_seal;
REVOKE CREATE ON SCHEMA public FROM socialkompas_seal;
SET LOCAL ROLE socialkompas_seal;
REVOKE EXECUTE ON FUNCTION seal_audit(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION seal_audit(text, integer) TO socialkompas_system;
RESET ROLE;
