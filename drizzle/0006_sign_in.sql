CREATE TABLE "credential_token" (
	"hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credential_token" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "failed_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "passkey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_step" (
	"id" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "totp" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" "bytea" NOT NULL,
	"last_step" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "totp" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "stage" text DEFAULT 'full' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "provider_session" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "id_token" "bytea";--> statement-breakpoint
ALTER TABLE "user_account" ADD COLUMN "oidc_issuer" text;--> statement-breakpoint
ALTER TABLE "user_account" ADD COLUMN "oidc_subject" text;--> statement-breakpoint
ALTER TABLE "credential_token" ADD CONSTRAINT "credential_token_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp" ADD CONSTRAINT "totp_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credential_token_user" ON "credential_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkey_user" ON "passkey" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "totp_user" ON "totp" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_provider" ON "session" USING btree ("provider_session");--> statement-breakpoint
CREATE UNIQUE INDEX "user_account_oidc" ON "user_account" USING btree ("oidc_issuer","oidc_subject");--> statement-breakpoint
CREATE POLICY "credential_token_needs_actor" ON "credential_token" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "credential_token_system" ON "credential_token" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "credential_token_invite" ON "credential_token" AS PERMISSIVE FOR INSERT TO "socialkompas_admin" WITH CHECK (purpose = 'invitation' and (select nullif(current_setting('app.role', true), '')) = 'administrator');--> statement-breakpoint
CREATE POLICY "passkey_needs_actor" ON "passkey" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "passkey_system" ON "passkey" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "totp_needs_actor" ON "totp" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "totp_system" ON "totp" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE totp FORCE ROW LEVEL SECURITY;
ALTER TABLE passkey FORCE ROW LEVEL SECURITY;
ALTER TABLE credential_token FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON totp, passkey, credential_token, sign_in_step, failed_attempt
	TO socialkompas_system;
-- Whoever makes a user invites them, in the same transaction; what was sent, nobody but the system reads.
GRANT INSERT ON credential_token TO socialkompas_admin;
-- Sessions of before had no second factor.
DELETE FROM session;
