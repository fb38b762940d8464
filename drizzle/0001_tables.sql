CREATE TYPE "public"."capacity" AS ENUM('open', 'few', 'waitlist', 'full', 'paused', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."confirmed_by" AS ENUM('organisation', 'coordinator', 'source');--> statement-breakpoint
CREATE TYPE "public"."gender" AS ENUM('everyone', 'women', 'men');--> statement-breakpoint
CREATE TYPE "public"."offer_status" AS ENUM('active', 'inactive', 'defunct', 'temporarily closed');--> statement-breakpoint
CREATE TYPE "public"."organisation_kind" AS ENUM('large_organisation', 'local_association', 'voluntary_community', 'activism', 'solo_volunteer', 'relatives_friends', 'social_enterprise', 'residents_democracy', 'user_organisation', 'volunteer_centre', 'coalition');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('caseworker', 'coordinator', 'leader', 'administrator', 'data_protection_officer', 'organisation_contact');--> statement-breakpoint
CREATE TYPE "public"."mail_status" AS ENUM('queued', 'sent', 'kept', 'failed');--> statement-breakpoint
CREATE TYPE "public"."attendance" AS ENUM('attended', 'sometimes', 'no_show', 'not_started', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."consent_event_type" AS ENUM('requested', 'given', 'refused', 'renewed', 'withdrawn', 'expired', 'invalidated');--> statement-breakpoint
CREATE TYPE "public"."consent_kind" AS ENUM('disclosure', 'obtaining');--> statement-breakpoint
CREATE TYPE "public"."consent_method" AS ENUM('oral', 'signed_screen', 'signed_paper', 'digital');--> statement-breakpoint
CREATE TYPE "public"."decline_reason" AS ENUM('no_capacity', 'wrong_target_group', 'wrong_area', 'language', 'safety', 'other');--> statement-breakpoint
CREATE TYPE "public"."end_reason" AS ENUM('not_reached', 'no_show', 'citizens_wish', 'moved', 'died', 'other');--> statement-breakpoint
CREATE TYPE "public"."follow_up_kind" AS ENUM('first_contact', 'thirty_days', 'ninety_days');--> statement-breakpoint
CREATE TYPE "public"."helped" AS ENUM('yes', 'partly', 'no', 'rather_not_say');--> statement-breakpoint
CREATE TYPE "public"."outcome" AS ENUM('goals_met', 'partly', 'moved_on', 'other');--> statement-breakpoint
CREATE TYPE "public"."party" AS ENUM('staff', 'organisation', 'citizen', 'system');--> statement-breakpoint
CREATE TYPE "public"."referral_purpose" AS ENUM('accompaniment', 'contact', 'information');--> statement-breakpoint
CREATE TYPE "public"."referral_state" AS ENUM('draft', 'sent', 'seen', 'waitlisted', 'accepted', 'redirect_proposed', 'started', 'completed', 'not_completed', 'declined', 'expired', 'withdrawn', 'entered_in_error');--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"authority_id" text NOT NULL,
	"id" bigserial NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"role" text,
	"user_id" uuid,
	"centre_id" text,
	"organisation_id" uuid,
	"action" text NOT NULL,
	"subject_type" text,
	"subject_id" uuid,
	"citizen_id" uuid,
	"result" text DEFAULT 'ok' NOT NULL,
	CONSTRAINT "audit_entry_authority_id_id_pk" PRIMARY KEY("authority_id","id")
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "confidential_address" (
	"location_id" uuid PRIMARY KEY NOT NULL,
	"address" text,
	"postcode" text,
	"city" text,
	"latitude" double precision,
	"longitude" double precision
);
--> statement-breakpoint
CREATE TABLE "location" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"description" text,
	"address" text,
	"postcode" text,
	"city" text,
	"district" text,
	"country" text,
	"latitude" double precision,
	"longitude" double precision,
	"confidential" boolean DEFAULT false NOT NULL,
	"step_free" boolean,
	"accessibility" text,
	"transport" text,
	"phones" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"schedules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "location_source" UNIQUE("source","source_id")
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"summary" text,
	"description" text,
	"url" text,
	"email" text,
	"status" "offer_status" DEFAULT 'active' NOT NULL,
	"eligibility" text,
	"minimum_age" integer,
	"maximum_age" integer,
	"gender" "gender" DEFAULT 'everyone' NOT NULL,
	"application_process" text,
	"ways_in" text[] DEFAULT '{}' NOT NULL,
	"modes" text[] DEFAULT '{}' NOT NULL,
	"fees" text,
	"free" boolean,
	"wait_time" text,
	"interpretation" text,
	"peers" boolean DEFAULT false NOT NULL,
	"service_area" text,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"capacity" "capacity" DEFAULT 'unknown' NOT NULL,
	"capacity_updated" date,
	"paused_until" date,
	"confirmed" date,
	"confirmed_by" "confirmed_by",
	"schedules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"phones" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contacts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_slug_unique" UNIQUE("slug"),
	CONSTRAINT "offer_source" UNIQUE("source","source_id")
);
--> statement-breakpoint
CREATE TABLE "offer_location" (
	"offer_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"description" text,
	"schedules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"phones" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "offer_location_offer_id_location_id_pk" PRIMARY KEY("offer_id","location_id")
);
--> statement-breakpoint
CREATE TABLE "offer_term" (
	"offer_id" uuid NOT NULL,
	"term_id" uuid NOT NULL,
	CONSTRAINT "offer_term_offer_id_term_id_pk" PRIMARY KEY("offer_id","term_id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"alternate_name" text,
	"description" text,
	"values" text,
	"kind" "organisation_kind",
	"email" text,
	"website" text,
	"year_founded" integer,
	"paused_until" date,
	"phones" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contacts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisation_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisation_source" UNIQUE("source","source_id")
);
--> statement-breakpoint
CREATE TABLE "term" (
	"id" uuid PRIMARY KEY NOT NULL,
	"taxonomy" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"description" text,
	"parent" text,
	CONSTRAINT "term_code" UNIQUE("taxonomy","code")
);
--> statement-breakpoint
CREATE TABLE "citizen" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"centre_id" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"adult_confirmed_at" timestamp with time zone NOT NULL,
	"given_name" "bytea" NOT NULL,
	"family_name" "bytea",
	"phone" "bytea",
	"email" "bytea",
	"safe_contact" "bytea",
	"language" text DEFAULT 'da' NOT NULL,
	"needs_interpreter" boolean DEFAULT false NOT NULL,
	"age_band" "bytea",
	CONSTRAINT "citizen_authority_id_id_pk" PRIMARY KEY("authority_id","id")
);
--> statement-breakpoint
ALTER TABLE "citizen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "citizen_key" (
	"authority_id" text NOT NULL,
	"citizen_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"master_key_id" text NOT NULL,
	CONSTRAINT "citizen_key_authority_id_citizen_id_pk" PRIMARY KEY("authority_id","citizen_id")
);
--> statement-breakpoint
ALTER TABLE "citizen_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "authority" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "centre" (
	"id" text PRIMARY KEY NOT NULL,
	"authority_id" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"phone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"centre_id" text,
	"organisation_id" uuid,
	"declared_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "membership_place" CHECK (case "membership"."role"
				when 'organisation_contact' then "membership"."organisation_id" is not null and "membership"."centre_id" is null
				when 'administrator' then "membership"."organisation_id" is null
				when 'data_protection_officer' then "membership"."organisation_id" is null
				else "membership"."centre_id" is not null and "membership"."organisation_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "pending_form" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"path" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"membership_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"authority_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"password_hash" text,
	"active" boolean DEFAULT true NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"deactivated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"authority_id" text NOT NULL,
	"citizen_id" uuid,
	"recipient" "bytea" NOT NULL,
	"subject" text NOT NULL,
	"body" "bytea" NOT NULL,
	"status" "mail_status" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "citizen_link" (
	"authority_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"citizen_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "citizen_link_authority_id_token_hash_pk" PRIMARY KEY("authority_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "citizen_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "consent_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"citizen_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"centre_id" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"kind" "consent_kind" NOT NULL,
	"purpose" text NOT NULL,
	"fields" text[] NOT NULL,
	"feedback_allowed" boolean NOT NULL,
	"language" text NOT NULL,
	"text_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"interpreter" boolean DEFAULT false NOT NULL,
	"giver" text DEFAULT 'citizen' NOT NULL,
	"guardian_name" "bytea",
	"method" "consent_method" NOT NULL,
	"explained_by" uuid NOT NULL,
	"witness" "bytea",
	"signature" "bytea",
	"status" "consent_event_type" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"given_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "consent_authority_id_id_pk" PRIMARY KEY("authority_id","id")
);
--> statement-breakpoint
ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consent_event" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "consent_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"consent_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event" "consent_event_type" NOT NULL,
	"party" "party" NOT NULL,
	"user_id" uuid,
	"method" "consent_method",
	"expires_at" timestamp with time zone,
	CONSTRAINT "consent_event_authority_id_id_pk" PRIMARY KEY("authority_id","id")
);
--> statement-breakpoint
ALTER TABLE "consent_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "follow_up" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"referral_id" uuid NOT NULL,
	"kind" "follow_up_kind" NOT NULL,
	"due_on" date NOT NULL,
	"reminded_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"cancelled_at" timestamp with time zone,
	"attendance" "attendance",
	"note" "bytea",
	CONSTRAINT "follow_up_authority_id_id_pk" PRIMARY KEY("authority_id","id"),
	CONSTRAINT "follow_up_kind" UNIQUE("authority_id","referral_id","kind")
);
--> statement-breakpoint
ALTER TABLE "follow_up" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "message_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"referral_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sender" "party" NOT NULL,
	"user_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"body" "bytea" NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "message_authority_id_id_pk" PRIMARY KEY("authority_id","id"),
	CONSTRAINT "message_request" UNIQUE("authority_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"citizen_id" uuid NOT NULL,
	"centre_id" text NOT NULL,
	"caseworker_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"state" "referral_state" DEFAULT 'draft' NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"request_id" uuid NOT NULL,
	"purpose" "referral_purpose",
	"need" "bytea",
	"goals" "bytea",
	"accompaniment" "bytea",
	"practical" "bytea",
	"contact_plan" "bytea",
	"contact_by" date,
	"expected_on" date,
	"decline_reason" "decline_reason",
	"end_reason" "end_reason",
	"outcome" "outcome",
	"proposed_offer_id" uuid,
	"organisation_note" "bytea",
	"helped" "helped",
	"confirmed_at" timestamp with time zone,
	"confirmed_by" "party",
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	CONSTRAINT "referral_authority_id_id_pk" PRIMARY KEY("authority_id","id"),
	CONSTRAINT "referral_request" UNIQUE("authority_id","request_id")
);
--> statement-breakpoint
ALTER TABLE "referral" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral_event" (
	"authority_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "referral_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"referral_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"party" "party" NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"from_state" "referral_state",
	"to_state" "referral_state",
	"code" text,
	CONSTRAINT "referral_event_authority_id_id_pk" PRIMARY KEY("authority_id","id")
);
--> statement-breakpoint
ALTER TABLE "referral_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "confidential_address" ADD CONSTRAINT "confidential_address_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_location" ADD CONSTRAINT "offer_location_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_location" ADD CONSTRAINT "offer_location_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_term" ADD CONSTRAINT "offer_term_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_term" ADD CONSTRAINT "offer_term_term_id_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citizen" ADD CONSTRAINT "citizen_centre_id_centre_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citizen" ADD CONSTRAINT "citizen_created_by_user_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citizen_key" ADD CONSTRAINT "citizen_key_authority_id_citizen_id_citizen_authority_id_id_fk" FOREIGN KEY ("authority_id","citizen_id") REFERENCES "public"."citizen"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "centre" ADD CONSTRAINT "centre_authority_id_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_centre_id_centre_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_form" ADD CONSTRAINT "pending_form_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."membership"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_authority_id_authority_id_fk" FOREIGN KEY ("authority_id") REFERENCES "public"."authority"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citizen_link" ADD CONSTRAINT "citizen_link_authority_id_referral_id_referral_authority_id_id_fk" FOREIGN KEY ("authority_id","referral_id") REFERENCES "public"."referral"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_explained_by_user_account_id_fk" FOREIGN KEY ("explained_by") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_authority_id_referral_id_referral_authority_id_id_fk" FOREIGN KEY ("authority_id","referral_id") REFERENCES "public"."referral"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_event" ADD CONSTRAINT "consent_event_authority_id_consent_id_consent_authority_id_id_fk" FOREIGN KEY ("authority_id","consent_id") REFERENCES "public"."consent"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_done_by_user_account_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_authority_id_referral_id_referral_authority_id_id_fk" FOREIGN KEY ("authority_id","referral_id") REFERENCES "public"."referral"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_authority_id_referral_id_referral_authority_id_id_fk" FOREIGN KEY ("authority_id","referral_id") REFERENCES "public"."referral"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_centre_id_centre_id_fk" FOREIGN KEY ("centre_id") REFERENCES "public"."centre"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_caseworker_id_user_account_id_fk" FOREIGN KEY ("caseworker_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_proposed_offer_id_offer_id_fk" FOREIGN KEY ("proposed_offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_authority_id_citizen_id_citizen_authority_id_id_fk" FOREIGN KEY ("authority_id","citizen_id") REFERENCES "public"."citizen"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_event" ADD CONSTRAINT "referral_event_user_id_user_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_event" ADD CONSTRAINT "referral_event_authority_id_referral_id_referral_authority_id_id_fk" FOREIGN KEY ("authority_id","referral_id") REFERENCES "public"."referral"("authority_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_citizen" ON "audit_entry" USING btree ("authority_id","citizen_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("authority_id","at");--> statement-breakpoint
CREATE INDEX "offer_organisation" ON "offer" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "offer_published" ON "offer" USING btree ("id") WHERE "offer"."status" = 'active';--> statement-breakpoint
CREATE INDEX "offer_location_location" ON "offer_location" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "offer_term_term" ON "offer_term" USING btree ("term_id");--> statement-breakpoint
CREATE INDEX "citizen_centre" ON "citizen" USING btree ("authority_id","centre_id");--> statement-breakpoint
CREATE INDEX "membership_user" ON "membership" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "membership_organisation" ON "membership" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_account_email" ON "user_account" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "mail_created" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "citizen_link_referral" ON "citizen_link" USING btree ("authority_id","referral_id");--> statement-breakpoint
CREATE INDEX "consent_referral" ON "consent" USING btree ("authority_id","referral_id");--> statement-breakpoint
CREATE INDEX "consent_citizen" ON "consent" USING btree ("authority_id","citizen_id");--> statement-breakpoint
CREATE INDEX "consent_event_consent" ON "consent_event" USING btree ("authority_id","consent_id","seq");--> statement-breakpoint
CREATE INDEX "follow_up_due" ON "follow_up" USING btree ("authority_id","due_on") WHERE "follow_up"."done_at" is null and "follow_up"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "message_referral" ON "message" USING btree ("authority_id","referral_id","seq");--> statement-breakpoint
CREATE INDEX "referral_worklist" ON "referral" USING btree ("authority_id","centre_id","caseworker_id","state");--> statement-breakpoint
CREATE INDEX "referral_citizen" ON "referral" USING btree ("authority_id","citizen_id");--> statement-breakpoint
CREATE INDEX "referral_inbox" ON "referral" USING btree ("authority_id","organisation_id","state");--> statement-breakpoint
CREATE INDEX "referral_clock" ON "referral" USING btree ("authority_id","state","sent_at");--> statement-breakpoint
CREATE INDEX "referral_event_referral" ON "referral_event" USING btree ("authority_id","referral_id","seq");--> statement-breakpoint
CREATE POLICY "audit_entry_needs_actor" ON "audit_entry" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "audit_entry_append" ON "audit_entry" AS PERMISSIVE FOR INSERT TO "socialkompas_admin", "socialkompas_citizen", "socialkompas_organisation", "socialkompas_report", "socialkompas_staff", "socialkompas_system" WITH CHECK (authority_id = (select nullif(current_setting('app.authority_id', true), '')));--> statement-breakpoint
CREATE POLICY "audit_entry_read" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "socialkompas_admin" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and (select nullif(current_setting('app.role', true), '')) = 'data_protection_officer');--> statement-breakpoint
CREATE POLICY "audit_entry_system" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "socialkompas_system" USING (true);--> statement-breakpoint
CREATE POLICY "citizen_needs_actor" ON "citizen" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "citizen_staff" ON "citizen" AS PERMISSIVE FOR ALL TO "socialkompas_staff" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), ''))) WITH CHECK (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), '')));--> statement-breakpoint
CREATE POLICY "citizen_link_reads" ON "citizen" AS PERMISSIVE FOR SELECT TO "socialkompas_citizen" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and id = (select linked_citizen()));--> statement-breakpoint
CREATE POLICY "citizen_share" ON "citizen" AS PERMISSIVE FOR SELECT TO "socialkompas_share" USING (true);--> statement-breakpoint
CREATE POLICY "citizen_system" ON "citizen" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "citizen_key_needs_actor" ON "citizen_key" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "citizen_key_staff" ON "citizen_key" AS PERMISSIVE FOR ALL TO "socialkompas_staff" USING (exists (select 1 from citizen c where c.authority_id = citizen_key.authority_id and c.id = citizen_key.citizen_id)) WITH CHECK (exists (select 1 from citizen c where c.authority_id = citizen_key.authority_id and c.id = citizen_key.citizen_id));--> statement-breakpoint
CREATE POLICY "citizen_key_organisation" ON "citizen_key" AS PERMISSIVE FOR SELECT TO "socialkompas_organisation" USING (exists (select 1 from consent c where c.authority_id = citizen_key.authority_id and c.citizen_id = citizen_key.citizen_id and c.kind = 'disclosure' and consent_in_force(c.status::text, c.expires_at)));--> statement-breakpoint
CREATE POLICY "citizen_key_link" ON "citizen_key" AS PERMISSIVE FOR SELECT TO "socialkompas_citizen" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and citizen_id = (select linked_citizen()));--> statement-breakpoint
CREATE POLICY "citizen_key_system" ON "citizen_key" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "citizen_link_needs_actor" ON "citizen_link" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "citizen_link_staff" ON "citizen_link" AS PERMISSIVE FOR ALL TO "socialkompas_staff" USING (exists (select 1 from referral r where r.authority_id = citizen_link.authority_id and r.id = citizen_link.referral_id)) WITH CHECK (exists (select 1 from referral r where r.authority_id = citizen_link.authority_id and r.id = citizen_link.referral_id));--> statement-breakpoint
CREATE POLICY "citizen_link_holder" ON "citizen_link" AS PERMISSIVE FOR SELECT TO "socialkompas_citizen" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and token_hash = (select nullif(current_setting('app.token_hash', true), '')) and revoked_at is null and expires_at > app_now());--> statement-breakpoint
CREATE POLICY "citizen_link_share" ON "citizen_link" AS PERMISSIVE FOR SELECT TO "socialkompas_share" USING (true);--> statement-breakpoint
CREATE POLICY "citizen_link_system" ON "citizen_link" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "consent_needs_actor" ON "consent" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "consent_staff" ON "consent" AS PERMISSIVE FOR ALL TO "socialkompas_staff" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), ''))) WITH CHECK (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), '')));--> statement-breakpoint
CREATE POLICY "consent_organisation" ON "consent" AS PERMISSIVE FOR SELECT TO "socialkompas_organisation" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid);--> statement-breakpoint
CREATE POLICY "consent_link" ON "consent" AS PERMISSIVE FOR ALL TO "socialkompas_citizen" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and referral_id = (select linked_referral()));--> statement-breakpoint
CREATE POLICY "consent_share" ON "consent" AS PERMISSIVE FOR SELECT TO "socialkompas_share" USING (true);--> statement-breakpoint
CREATE POLICY "consent_system" ON "consent" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "consent_event_needs_actor" ON "consent_event" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "consent_event_visible" ON "consent_event" AS PERMISSIVE FOR ALL TO "socialkompas_citizen", "socialkompas_staff" USING (exists (select 1 from consent c where c.authority_id = consent_event.authority_id and c.id = consent_event.consent_id)) WITH CHECK (exists (select 1 from consent c where c.authority_id = consent_event.authority_id and c.id = consent_event.consent_id));--> statement-breakpoint
CREATE POLICY "consent_event_system" ON "consent_event" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "follow_up_needs_actor" ON "follow_up" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "follow_up_staff" ON "follow_up" AS PERMISSIVE FOR ALL TO "socialkompas_staff" USING (exists (select 1 from referral r where r.authority_id = follow_up.authority_id and r.id = follow_up.referral_id)) WITH CHECK (exists (select 1 from referral r where r.authority_id = follow_up.authority_id and r.id = follow_up.referral_id));--> statement-breakpoint
CREATE POLICY "follow_up_others" ON "follow_up" AS PERMISSIVE FOR ALL TO "socialkompas_citizen", "socialkompas_organisation", "socialkompas_report" USING (exists (select 1 from referral r where r.authority_id = follow_up.authority_id and r.id = follow_up.referral_id)) WITH CHECK (exists (select 1 from referral r where r.authority_id = follow_up.authority_id and r.id = follow_up.referral_id));--> statement-breakpoint
CREATE POLICY "follow_up_system" ON "follow_up" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "message_needs_actor" ON "message" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "message_staff" ON "message" AS PERMISSIVE FOR ALL TO "socialkompas_staff" USING (exists (select 1 from referral r where r.authority_id = message.authority_id and r.id = message.referral_id)) WITH CHECK (exists (select 1 from referral r where r.authority_id = message.authority_id and r.id = message.referral_id));--> statement-breakpoint
CREATE POLICY "message_organisation" ON "message" AS PERMISSIVE FOR ALL TO "socialkompas_organisation" USING (exists (select 1 from referral r where r.authority_id = message.authority_id and r.id = message.referral_id) and exists (select 1 from consent c where c.authority_id = message.authority_id and c.referral_id = message.referral_id and consent_in_force(c.status::text, c.expires_at))) WITH CHECK (exists (select 1 from referral r where r.authority_id = message.authority_id and r.id = message.referral_id) and exists (select 1 from consent c where c.authority_id = message.authority_id and c.referral_id = message.referral_id and consent_in_force(c.status::text, c.expires_at)));--> statement-breakpoint
CREATE POLICY "message_system" ON "message" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "referral_needs_actor" ON "referral" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "referral_staff" ON "referral" AS PERMISSIVE FOR ALL TO "socialkompas_staff" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), ''))) WITH CHECK (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), '')));--> statement-breakpoint
CREATE POLICY "referral_report" ON "referral" AS PERMISSIVE FOR ALL TO "socialkompas_report" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), ''))) WITH CHECK (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and centre_id = (select nullif(current_setting('app.centre_id', true), '')));--> statement-breakpoint
CREATE POLICY "referral_admin" ON "referral" AS PERMISSIVE FOR ALL TO "socialkompas_admin" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')));--> statement-breakpoint
CREATE POLICY "referral_organisation" ON "referral" AS PERMISSIVE FOR ALL TO "socialkompas_organisation" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid and state <> 'draft' and state <> 'entered_in_error') WITH CHECK (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and organisation_id = (select nullif(current_setting('app.organisation_id', true), ''))::uuid and state <> 'draft' and state <> 'entered_in_error');--> statement-breakpoint
CREATE POLICY "referral_link" ON "referral" AS PERMISSIVE FOR ALL TO "socialkompas_citizen" USING (authority_id = (select nullif(current_setting('app.authority_id', true), '')) and id = (select linked_referral()));--> statement-breakpoint
CREATE POLICY "referral_share" ON "referral" AS PERMISSIVE FOR SELECT TO "socialkompas_share" USING (true);--> statement-breakpoint
CREATE POLICY "referral_system" ON "referral" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "referral_event_needs_actor" ON "referral_event" AS RESTRICTIVE FOR ALL TO public USING (current_setting('role') like 'socialkompas_%') WITH CHECK (current_setting('role') like 'socialkompas_%');--> statement-breakpoint
CREATE POLICY "referral_event_visible" ON "referral_event" AS PERMISSIVE FOR ALL TO "socialkompas_admin", "socialkompas_citizen", "socialkompas_organisation", "socialkompas_report", "socialkompas_staff" USING (exists (select 1 from referral r where r.authority_id = referral_event.authority_id and r.id = referral_event.referral_id)) WITH CHECK (exists (select 1 from referral r where r.authority_id = referral_event.authority_id and r.id = referral_event.referral_id));--> statement-breakpoint
CREATE POLICY "referral_event_system" ON "referral_event" AS PERMISSIVE FOR ALL TO "socialkompas_system" USING (true) WITH CHECK (true);