ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "mail_needs_actor" ON "mail" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "mail_write" ON "mail" AS PERMISSIVE FOR INSERT TO "socialkompas_admin", "socialkompas_citizen", "socialkompas_organisation", "socialkompas_report", "socialkompas_staff" WITH CHECK (authority_id = (select nullif(current_setting('app.authority_id', true), '')));--> statement-breakpoint
CREATE POLICY "mail_read" ON "mail" AS PERMISSIVE FOR SELECT TO "socialkompas_admin" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')));--> statement-breakpoint
CREATE POLICY "mail_system" ON "mail" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
