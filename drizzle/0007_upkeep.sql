CREATE TYPE "public"."change_state" AS ENUM('waiting', 'accepted', 'refused', 'replaced');--> statement-breakpoint
CREATE TYPE "public"."report_kind" AS ENUM('contact', 'hours', 'moved', 'closed', 'text', 'other');--> statement-breakpoint
CREATE TYPE "public"."report_state" AS ENUM('open', 'forwarded', 'closed');--> statement-breakpoint
CREATE TYPE "public"."version_act" AS ENUM('created', 'edited', 'accepted', 'capacity', 'confirmed', 'merged', 'closed', 'reopened', 'undone');--> statement-breakpoint
CREATE TYPE "public"."version_by" AS ENUM('organisation', 'coordinator', 'import', 'system');--> statement-breakpoint
CREATE TABLE "confirm_link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "confirm_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "confirm_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offer_alias" (
	"slug" text PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offer_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"offer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" "change_state" DEFAULT 'waiting' NOT NULL,
	"wanted" jsonb NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "offer_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offer_distinct" (
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	CONSTRAINT "offer_distinct_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "offer_distinct_order" CHECK ("offer_distinct"."first_id" < "offer_distinct"."second_id")
);
--> statement-breakpoint
CREATE TABLE "offer_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "offer_version_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"offer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" "version_by" NOT NULL,
	"act" "version_act" NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "offer_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "page_report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"offer_id" uuid,
	"organisation_id" uuid NOT NULL,
	"kind" "report_kind" NOT NULL,
	"words" text,
	"state" "report_state" DEFAULT 'open' NOT NULL,
	"note" text,
	"forwarded_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "page_report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "confidential_address" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "confidential_address" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "capacity_available" integer;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "capacity_maximum" integer;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "capacity_unit" text;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "capacity_expires" date;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "waitlist_until" date;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "doubts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "doubted" date;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "confirm_link" ADD CONSTRAINT "confirm_link_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_alias" ADD CONSTRAINT "offer_alias_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_change" ADD CONSTRAINT "offer_change_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_distinct" ADD CONSTRAINT "offer_distinct_first_id_offer_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_distinct" ADD CONSTRAINT "offer_distinct_second_id_offer_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_version" ADD CONSTRAINT "offer_version_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_report" ADD CONSTRAINT "page_report_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_report" ADD CONSTRAINT "page_report_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirm_link_organisation" ON "confirm_link" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "offer_alias_offer" ON "offer_alias" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "offer_change_offer" ON "offer_change" USING btree ("offer_id","state");--> statement-breakpoint
CREATE INDEX "offer_version_offer" ON "offer_version" USING btree ("offer_id","seq");--> statement-breakpoint
CREATE INDEX "page_report_state" ON "page_report" USING btree ("state","at");--> statement-breakpoint
ALTER TABLE "confidential_address" ADD CONSTRAINT "confidential_address_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_merged_into_offer_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "confidential_address_needs_actor" ON "confidential_address" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "confidential_address_system" ON "confidential_address" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "confidential_address_coordinator" ON "confidential_address" AS PERMISSIVE FOR ALL TO "socialkompas_report" USING ((select nullif(current_setting('app.role', true), '')) = 'coordinator') WITH CHECK ((select nullif(current_setting('app.role', true), '')) = 'coordinator');--> statement-breakpoint
CREATE POLICY "confidential_address_own" ON "confidential_address" AS PERMISSIVE FOR SELECT TO "socialkompas_organisation" USING (organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid or exists (select 1 from offer_location ol join offer o on o.id = ol.offer_id where ol.location_id = confidential_address.location_id and o.organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid));--> statement-breakpoint
CREATE POLICY "confidential_address_propose" ON "confidential_address" AS PERMISSIVE FOR INSERT TO "socialkompas_organisation" WITH CHECK (organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid);--> statement-breakpoint
CREATE POLICY "confirm_link_needs_actor" ON "confirm_link" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "confirm_link_system" ON "confirm_link" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "offer_change_needs_actor" ON "offer_change" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "offer_change_coordinator" ON "offer_change" AS PERMISSIVE FOR ALL TO "socialkompas_report" USING ((select nullif(current_setting('app.role', true), '')) = 'coordinator') WITH CHECK ((select nullif(current_setting('app.role', true), '')) = 'coordinator');--> statement-breakpoint
CREATE POLICY "offer_change_organisation" ON "offer_change" AS PERMISSIVE FOR ALL TO "socialkompas_organisation" USING (exists (select 1 from offer o where o.id = offer_change.offer_id and o.organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid)) WITH CHECK (exists (select 1 from offer o where o.id = offer_change.offer_id and o.organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid));--> statement-breakpoint
CREATE POLICY "offer_change_system" ON "offer_change" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "offer_version_needs_actor" ON "offer_version" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "offer_version_coordinator" ON "offer_version" AS PERMISSIVE FOR ALL TO "socialkompas_report" USING ((select nullif(current_setting('app.role', true), '')) = 'coordinator') WITH CHECK ((select nullif(current_setting('app.role', true), '')) = 'coordinator');--> statement-breakpoint
CREATE POLICY "offer_version_organisation" ON "offer_version" AS PERMISSIVE FOR ALL TO "socialkompas_organisation" USING (exists (select 1 from offer o where o.id = offer_version.offer_id and o.organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid)) WITH CHECK (exists (select 1 from offer o where o.id = offer_version.offer_id and o.organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid));--> statement-breakpoint
CREATE POLICY "offer_version_system" ON "offer_version" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "page_report_needs_actor" ON "page_report" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "page_report_anyone" ON "page_report" AS PERMISSIVE FOR INSERT TO "socialkompas_public" WITH CHECK (state = 'open' and note is null);--> statement-breakpoint
CREATE POLICY "page_report_coordinator" ON "page_report" AS PERMISSIVE FOR ALL TO "socialkompas_report" USING ((select nullif(current_setting('app.role', true), '')) = 'coordinator') WITH CHECK ((select nullif(current_setting('app.role', true), '')) = 'coordinator');--> statement-breakpoint
CREATE POLICY "page_report_organisation" ON "page_report" AS PERMISSIVE FOR SELECT TO "socialkompas_organisation" USING (state = 'forwarded' and organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid);--> statement-breakpoint
CREATE POLICY "page_report_system" ON "page_report" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
	FOREACH t IN ARRAY ARRAY['confidential_address', 'offer_version', 'offer_change', 'page_report', 'confirm_link'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
	END LOOP;
END $$;
--> statement-breakpoint
-- An organisation keeps its own offers true. Who may come and where is no column of its: that waits for a coordinator.
GRANT UPDATE (name, alternate_name, summary, description, url, email, application_process, fees, free, interpretation,
	peers, languages, phones, contacts, schedules, capacity_available, capacity_maximum, capacity_unit, capacity_expires,
	waitlist_until, doubts, doubted) ON offer TO socialkompas_organisation;
-- A place it proposes stands on no offer before a coordinator has put it there.
GRANT INSERT ON location TO socialkompas_organisation, socialkompas_report;
GRANT SELECT, INSERT ON confidential_address TO socialkompas_organisation, socialkompas_report;
--> statement-breakpoint
-- Coordinators write the catalogue; the same role's leaders read it (the triggers below).
GRANT INSERT ON offer TO socialkompas_report;
GRANT UPDATE (name, alternate_name, summary, description, url, email, status, eligibility, minimum_age, maximum_age, gender,
	application_process, ways_in, modes, fees, free, wait_time, interpretation, peers, service_area, languages, capacity,
	capacity_updated, capacity_available, capacity_maximum, capacity_unit, capacity_expires, waitlist_until, paused_until,
	confirmed, confirmed_by, doubts, doubted, merged_into, phones, contacts, schedules, updated_at) ON offer TO socialkompas_report;
GRANT INSERT, DELETE ON offer_location, offer_term TO socialkompas_report;
GRANT INSERT ON term TO socialkompas_report;
GRANT EXECUTE ON FUNCTION bump_catalogue_version() TO socialkompas_report;
--> statement-breakpoint
CREATE FUNCTION refuse_catalogue_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the catalogue is the coordinators'' to write' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
	FOREACH t IN ARRAY ARRAY['offer', 'offer_location', 'offer_term', 'term', 'location'] LOOP
		EXECUTE format('CREATE TRIGGER coordinators_only BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW
			WHEN (current_user = ''socialkompas_report''
				AND current_setting(''app.role'', true) IS DISTINCT FROM ''coordinator'')
			EXECUTE FUNCTION refuse_catalogue_change()', t);
	END LOOP;
END $$;
--> statement-breakpoint
-- The history is added to and read; nobody rewrites it.
GRANT SELECT, INSERT ON offer_version TO socialkompas_report, socialkompas_organisation, socialkompas_system;
GRANT SELECT, INSERT ON offer_change TO socialkompas_organisation;
GRANT UPDATE (state) ON offer_change TO socialkompas_organisation;
GRANT SELECT, UPDATE (state, answer, answered_at) ON offer_change TO socialkompas_report;
GRANT SELECT ON offer_change TO socialkompas_system;
--> statement-breakpoint
-- Only the coordinator says yes to what an organisation has proposed.
CREATE TRIGGER own_answer BEFORE UPDATE ON offer_change FOR EACH ROW
	WHEN (current_user = 'socialkompas_organisation' AND NOT (OLD.state = 'waiting' AND NEW.state = 'replaced'))
	EXECUTE FUNCTION refuse_catalogue_change();
--> statement-breakpoint
GRANT INSERT (at, offer_id, organisation_id, kind, words) ON page_report TO socialkompas_public;
GRANT SELECT, UPDATE (words, state, note, forwarded_at, closed_at) ON page_report TO socialkompas_report;
GRANT SELECT ON page_report TO socialkompas_organisation, socialkompas_system;
GRANT SELECT, INSERT ON offer_alias TO socialkompas_report, socialkompas_system;
GRANT SELECT ON offer_alias TO socialkompas_public, socialkompas_staff, socialkompas_organisation, socialkompas_citizen;
GRANT SELECT, INSERT ON offer_distinct TO socialkompas_report;
GRANT SELECT, INSERT, UPDATE (used_at) ON confirm_link TO socialkompas_system;
