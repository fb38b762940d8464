CREATE TABLE "search_miss" (
	"month" date NOT NULL,
	"digest" text NOT NULL,
	"asked" integer NOT NULL,
	"words" text,
	CONSTRAINT "search_miss_month_digest_pk" PRIMARY KEY("month","digest")
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phrase" text NOT NULL,
	"kind" text NOT NULL,
	"concept" text,
	"same_as" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "search_word_kind" CHECK ("search_word"."kind" in ('add', 'off')),
	CONSTRAINT "search_word_leads_somewhere" CHECK (num_nonnulls("search_word"."concept", "search_word"."same_as") = 1)
);
--> statement-breakpoint
-- Part of the catalogue: every search is understood by these words; who changed them is for the log and the coordinators.
GRANT SELECT (id, phrase, kind, concept, same_as, created_at, ended_at) ON search_word TO socialkompas_public, socialkompas_system;
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by) ON search_word TO socialkompas_report;
GRANT SELECT (month, asked, words) ON search_miss TO socialkompas_report;
GRANT EXECUTE ON FUNCTION bump_catalogue_version() TO socialkompas_report;
--> statement-breakpoint
-- Counts a search that found nothing. The words are written down the third time only: what is sought once or twice in a
-- month may be somebody's name. What is older than thirteen months goes as it is counted.
CREATE FUNCTION count_search_miss(of_month date, of_digest text, sought text) RETURNS void
	LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
	DELETE FROM public.search_miss WHERE month < of_month - interval '13 months';
	INSERT INTO public.search_miss (month, digest, asked) VALUES (of_month, of_digest, 1)
	ON CONFLICT (month, digest) DO UPDATE SET asked = search_miss.asked + 1,
		words = CASE WHEN search_miss.asked + 1 >= 3 THEN sought END;
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION count_search_miss(date, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_search_miss(date, text, text) TO socialkompas_public;
