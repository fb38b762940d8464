CREATE TABLE "harvest" (
	"source" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"changed_after" timestamp with time zone,
	"next_after" timestamp with time zone,
	"stage" text NOT NULL,
	"next_page" integer DEFAULT 1 NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "harvested_object" (
	"source" text NOT NULL,
	"collection" text NOT NULL,
	"object_id" text NOT NULL,
	"object" jsonb NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "harvested_object_source_collection_object_id_pk" PRIMARY KEY("source","collection","object_id")
);
--> statement-breakpoint
CREATE TABLE "harvested_record" (
	"row_id" uuid PRIMARY KEY NOT NULL,
	"record" jsonb NOT NULL
);
--> statement-breakpoint
-- The operator's harvest alone: what another catalogue told may hold the address of a place that is secret here.
GRANT SELECT, INSERT, UPDATE, DELETE ON harvest, harvested_object, harvested_record TO socialkompas_system;
