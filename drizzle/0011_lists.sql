CREATE TABLE "offer_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_hash" text NOT NULL,
	"share_hash" text,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_list_share_hash_unique" UNIQUE("share_hash")
);
--> statement-breakpoint
ALTER TABLE "offer_list" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offer_list_item" (
	"list_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_list_item_list_id_offer_id_pk" PRIMARY KEY("list_id","offer_id")
);
--> statement-breakpoint
ALTER TABLE "offer_list_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "offer_list_item" ADD CONSTRAINT "offer_list_item_list_id_offer_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."offer_list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_list_item" ADD CONSTRAINT "offer_list_item_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_list_owner" ON "offer_list" USING btree ("owner_hash");--> statement-breakpoint
CREATE INDEX "offer_list_item_offer" ON "offer_list_item" USING btree ("offer_id");--> statement-breakpoint
CREATE POLICY "offer_list_needs_actor" ON "offer_list" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "offer_list_own" ON "offer_list" AS PERMISSIVE FOR ALL TO "socialkompas_public" USING (owner_hash = (select nullif(current_setting('app.token_hash', true), ''))) WITH CHECK (owner_hash = (select nullif(current_setting('app.token_hash', true), '')));--> statement-breakpoint
CREATE POLICY "offer_list_shared" ON "offer_list" AS PERMISSIVE FOR SELECT TO "socialkompas_public" USING (share_hash = (select nullif(current_setting('app.token_hash', true), '')));--> statement-breakpoint
CREATE POLICY "offer_list_system" ON "offer_list" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "offer_list_item_needs_actor" ON "offer_list_item" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "offer_list_item_own" ON "offer_list_item" AS PERMISSIVE FOR ALL TO "socialkompas_public" USING (exists (select 1 from offer_list l where l.id = list_id and l.owner_hash = (select nullif(current_setting('app.token_hash', true), '')))) WITH CHECK (exists (select 1 from offer_list l where l.id = list_id and l.owner_hash = (select nullif(current_setting('app.token_hash', true), ''))));--> statement-breakpoint
CREATE POLICY "offer_list_item_shared" ON "offer_list_item" AS PERMISSIVE FOR SELECT TO "socialkompas_public" USING (exists (select 1 from offer_list l where l.id = list_id and l.share_hash = (select nullif(current_setting('app.token_hash', true), ''))));--> statement-breakpoint
CREATE POLICY "offer_list_item_system" ON "offer_list_item" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE offer_list FORCE ROW LEVEL SECURITY;
ALTER TABLE offer_list_item FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON offer_list, offer_list_item TO socialkompas_public;
-- Whose it is never changes hands.
GRANT UPDATE (name, share_hash, updated_at) ON offer_list TO socialkompas_public;
GRANT SELECT, DELETE ON offer_list, offer_list_item TO socialkompas_system;
