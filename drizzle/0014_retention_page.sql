CREATE TABLE "retention_count" (
	"authority_id" text NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "retention_count_authority_id_day_kind_pk" PRIMARY KEY("authority_id","day","kind")
);
--> statement-breakpoint
ALTER TABLE "retention_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_file_receipt" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD COLUMN "lifted_because" text;--> statement-breakpoint
CREATE POLICY "retention_count_needs_actor" ON "retention_count" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "retention_count_system" ON "retention_count" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE retention_count FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON retention_count TO socialkompas_system;
GRANT UPDATE (confirmed_at) ON case_file_receipt TO socialkompas_system;
--> statement-breakpoint
-- Files that were written out by the command so far counted at once.
SET LOCAL ROLE socialkompas_system;
UPDATE case_file_receipt SET confirmed_at = at;
RESET ROLE;
