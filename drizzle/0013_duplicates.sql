ALTER TYPE "public"."offer_status" ADD VALUE 'proposed';--> statement-breakpoint
CREATE TABLE "likely_duplicate" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"shared" text[] NOT NULL,
	"score" real NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "likely_duplicate_pair" UNIQUE("first_id","second_id"),
	CONSTRAINT "likely_duplicate_order" CHECK ("likely_duplicate"."first_id" < "likely_duplicate"."second_id")
);
--> statement-breakpoint
DROP TABLE "offer_alias" CASCADE;--> statement-breakpoint
ALTER TABLE "likely_duplicate" ADD CONSTRAINT "likely_duplicate_first_id_offer_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "likely_duplicate" ADD CONSTRAINT "likely_duplicate_second_id_offer_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "likely_duplicate_second" ON "likely_duplicate" USING btree ("second_id");--> statement-breakpoint
-- Imports find them, coordinators decide.
GRANT SELECT, INSERT, UPDATE, DELETE ON likely_duplicate TO socialkompas_system;
GRANT SELECT ON likely_duplicate TO socialkompas_report;
CREATE TRIGGER coordinators_only BEFORE INSERT OR UPDATE OR DELETE ON offer_distinct FOR EACH ROW
	WHEN (current_user = 'socialkompas_report' AND current_setting('app.role', true) IS DISTINCT FROM 'coordinator')
	EXECUTE FUNCTION refuse_catalogue_change();
--> statement-breakpoint
-- An organisation writes a new offer of its own; only a coordinator publishes it. (As text: the value is as new as this
-- transaction, and cannot be used in it.)
GRANT INSERT (id, slug, organisation_id, name, status, source, source_id, content_hash, updated_at) ON offer
	TO socialkompas_organisation;
CREATE TRIGGER own_new_offer_only BEFORE INSERT ON offer FOR EACH ROW
	WHEN (current_user = 'socialkompas_organisation'
		AND (NEW.status::text <> 'proposed'
			OR NEW.organisation_id IS DISTINCT FROM nullif(current_setting('app.organisation_id', true), '')::uuid))
	EXECUTE FUNCTION refuse_change();
