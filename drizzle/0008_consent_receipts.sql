CREATE TABLE "consent_receipt" (
	"authority_id" text NOT NULL,
	"code" text NOT NULL,
	"consent_id" uuid NOT NULL,
	"kind" "consent_kind" NOT NULL,
	"event" "consent_event_type" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_receipt_authority_id_code_pk" PRIMARY KEY("authority_id","code")
);
--> statement-breakpoint
ALTER TABLE "consent_receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "consent_receipt_consent" ON "consent_receipt" USING btree ("authority_id","consent_id");--> statement-breakpoint
CREATE POLICY "consent_receipt_needs_actor" ON "consent_receipt" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "consent_receipt_visible" ON "consent_receipt" AS PERMISSIVE FOR ALL TO "socialkompas_citizen", "socialkompas_staff" USING (exists (select 1 from consent c where c.authority_id = consent_receipt.authority_id and c.id = consent_receipt.consent_id)) WITH CHECK (exists (select 1 from consent c where c.authority_id = consent_receipt.authority_id and c.id = consent_receipt.consent_id));--> statement-breakpoint
CREATE POLICY "consent_receipt_system" ON "consent_receipt" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE consent_receipt FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent_receipt TO socialkompas_staff, socialkompas_citizen, socialkompas_system;
