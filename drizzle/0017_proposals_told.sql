ALTER TABLE "offer_change" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
-- Only the clock says that the coordinators have been told.
GRANT UPDATE (told_at) ON offer_change TO socialkompas_system;
