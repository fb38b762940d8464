CREATE TABLE "case_file_receipt" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"citizen_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"file_hash" text NOT NULL,
	CONSTRAINT "case_file_receipt_authority_id_id_pk" PRIMARY KEY("authority_id","id")
);
--> statement-breakpoint
ALTER TABLE "case_file_receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"citizen_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "legal_hold_authority_id_id_pk" PRIMARY KEY("authority_id","id")
);
--> statement-breakpoint
ALTER TABLE "legal_hold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "citizen" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_file_receipt" ADD CONSTRAINT "case_file_receipt_authority_id_citizen_id_citizen_authority_id_id_fk" FOREIGN KEY ("authority_id","citizen_id") REFERENCES "public"."citizen"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_authority_id_citizen_id_citizen_authority_id_id_fk" FOREIGN KEY ("authority_id","citizen_id") REFERENCES "public"."citizen"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_file_receipt_citizen" ON "case_file_receipt" USING btree ("authority_id","citizen_id","at");--> statement-breakpoint
CREATE INDEX "legal_hold_citizen" ON "legal_hold" USING btree ("authority_id","citizen_id");--> statement-breakpoint
CREATE INDEX "mail_citizen" ON "mail" USING btree ("authority_id","citizen_id");--> statement-breakpoint
CREATE POLICY "case_file_receipt_needs_actor" ON "case_file_receipt" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "case_file_receipt_system" ON "case_file_receipt" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "legal_hold_needs_actor" ON "legal_hold" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "legal_hold_system" ON "legal_hold" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE legal_hold FORCE ROW LEVEL SECURITY;
ALTER TABLE case_file_receipt FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON legal_hold TO socialkompas_system;
GRANT SELECT, INSERT ON case_file_receipt TO socialkompas_system;
GRANT DELETE ON mail TO socialkompas_system;
--> statement-breakpoint
-- A citizen's key is not destroyed while a legal hold is in force: also when the application forgets to ask.
CREATE FUNCTION citizen_key_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM legal_hold h WHERE h.authority_id = OLD.authority_id AND h.citizen_id = OLD.citizen_id
		AND h.lifted_at IS NULL) THEN
		RAISE EXCEPTION 'a legal hold is in force' USING ERRCODE = 'check_violation';
	END IF;
	RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER citizen_key_is_held BEFORE DELETE ON citizen_key FOR EACH ROW EXECUTE FUNCTION citizen_key_is_held();
