-- Not even the owner of the tables reads personal data without taking a role.
DO $$
DECLARE t text;
BEGIN
	FOREACH t IN ARRAY ARRAY['citizen', 'citizen_key', 'referral', 'referral_event', 'message', 'follow_up', 'consent',
		'consent_event', 'citizen_link', 'audit_entry'] LOOP
		EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
	END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO socialkompas_public, socialkompas_staff, socialkompas_report, socialkompas_admin,
	socialkompas_organisation, socialkompas_citizen, socialkompas_system, socialkompas_share;
--> statement-breakpoint
-- The catalogue is open to all; confidential_address is not part of it.
GRANT SELECT ON organisation, offer, location, offer_location, term, offer_term
	TO socialkompas_public, socialkompas_staff, socialkompas_report, socialkompas_admin, socialkompas_organisation,
	socialkompas_citizen, socialkompas_system;
GRANT SELECT ON setting TO socialkompas_public, socialkompas_organisation, socialkompas_system;
GRANT INSERT, UPDATE, DELETE ON organisation, offer, location, confidential_address, offer_location, term, offer_term
	TO socialkompas_system;
GRANT SELECT ON confidential_address TO socialkompas_system;
GRANT INSERT, UPDATE ON setting TO socialkompas_system;
--> statement-breakpoint
-- An organisation keeps its own offers true (which are its own, storage checks by the policy-less but public id).
GRANT UPDATE (capacity, capacity_updated, paused_until, wait_time, confirmed, confirmed_by, updated_at) ON offer TO socialkompas_organisation;
GRANT UPDATE (paused_until, updated_at) ON organisation TO socialkompas_organisation;
GRANT UPDATE (value) ON setting TO socialkompas_organisation;
--> statement-breakpoint
-- Who works where: names are seen by colleagues and partners, addresses and passwords are not.
GRANT SELECT ON authority, centre TO socialkompas_staff, socialkompas_report, socialkompas_admin,
	socialkompas_organisation, socialkompas_citizen, socialkompas_system;
GRANT SELECT (id, authority_id, name, phone, active) ON user_account TO socialkompas_staff, socialkompas_report,
	socialkompas_organisation, socialkompas_citizen;
GRANT SELECT (id, user_id, role, centre_id, organisation_id, declared_at, ended_at) ON membership TO socialkompas_staff,
	socialkompas_report, socialkompas_organisation, socialkompas_citizen;
GRANT UPDATE (declared_at) ON membership TO socialkompas_organisation;
-- Notifications need the addresses of those they go to.
GRANT SELECT (email) ON user_account TO socialkompas_staff, socialkompas_report, socialkompas_organisation,
	socialkompas_citizen;
GRANT SELECT, INSERT, UPDATE ON user_account, membership, centre, authority TO socialkompas_system;
GRANT SELECT (id, authority_id, email, name, phone, active, demo, created_at, deactivated_at) ON user_account TO socialkompas_admin;
GRANT INSERT ON user_account TO socialkompas_admin;
GRANT UPDATE (name, phone, active, deactivated_at) ON user_account TO socialkompas_admin;
GRANT SELECT, INSERT ON membership TO socialkompas_admin;
GRANT UPDATE (ended_at) ON membership TO socialkompas_admin;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, pending_form TO socialkompas_system;
GRANT SELECT (id, user_id), DELETE ON session TO socialkompas_admin;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON mail TO socialkompas_system;
GRANT SELECT ON mail TO socialkompas_admin;
GRANT INSERT ON mail TO socialkompas_staff, socialkompas_report, socialkompas_admin, socialkompas_organisation,
	socialkompas_citizen;
--> statement-breakpoint
-- Caseworkers: whole rows of their own centre (the policies say which).
GRANT SELECT, INSERT, UPDATE ON citizen, citizen_key, referral, follow_up, consent, citizen_link, message TO socialkompas_staff;
GRANT DELETE ON referral, follow_up, consent, consent_event, citizen_link, referral_event TO socialkompas_system;
GRANT SELECT, INSERT ON referral_event, consent_event TO socialkompas_staff;
--> statement-breakpoint
-- Coordinators, leaders, administrators: states, codes and dates; who has it, to hand it over.
GRANT SELECT (authority_id, id, centre_id, caseworker_id, organisation_id, offer_id, state, state_since, purpose,
	decline_reason, end_reason, outcome, helped, confirmed_at, created_at, sent_at, seen_at, answered_at, started_at,
	closed_at, escalated_at, version) ON referral TO socialkompas_report, socialkompas_admin;
GRANT UPDATE (caseworker_id, version) ON referral TO socialkompas_report, socialkompas_admin;
GRANT SELECT (authority_id, id, referral_id, kind, due_on, done_at, cancelled_at, attendance) ON follow_up TO socialkompas_report;
GRANT SELECT, INSERT ON referral_event TO socialkompas_report, socialkompas_admin;
--> statement-breakpoint
-- Organisations: the shell of a referral. What is in it comes only through shared_referral below.
GRANT SELECT (authority_id, id, centre_id, caseworker_id, organisation_id, offer_id, state, state_since, version,
	purpose, contact_by, expected_on, decline_reason, end_reason, outcome, proposed_offer_id, helped, confirmed_at,
	created_at, sent_at, seen_at, answered_at, started_at, closed_at) ON referral TO socialkompas_organisation;
GRANT UPDATE (state, state_since, version, contact_plan, contact_by, expected_on, decline_reason, end_reason, outcome,
	proposed_offer_id, organisation_note, seen_at, answered_at, started_at, closed_at) ON referral TO socialkompas_organisation;
GRANT SELECT, INSERT ON referral_event TO socialkompas_organisation;
GRANT SELECT, INSERT ON message TO socialkompas_organisation;
GRANT UPDATE (read_at) ON message TO socialkompas_organisation;
GRANT SELECT (authority_id, id, referral_id, due_on, done_at, cancelled_at), UPDATE (cancelled_at) ON follow_up
	TO socialkompas_organisation, socialkompas_citizen;
GRANT SELECT (authority_id, id, seq, citizen_id, referral_id, organisation_id, offer_id, kind, purpose, fields,
	feedback_allowed, status, given_at, expires_at) ON consent TO socialkompas_organisation;
GRANT SELECT ON citizen_key TO socialkompas_organisation, socialkompas_citizen;
--> statement-breakpoint
-- A citizen with a link: their own referral, what was shared, yes, no, withdraw, did it help.
GRANT SELECT ON citizen, referral, consent, consent_event, citizen_link, referral_event TO socialkompas_citizen;
GRANT UPDATE (state, state_since, version, helped, confirmed_at, confirmed_by, closed_at) ON referral TO socialkompas_citizen;
GRANT UPDATE (status, method, given_at, expires_at, language, text_hash, feedback_allowed) ON consent TO socialkompas_citizen;
GRANT INSERT ON consent_event, referral_event TO socialkompas_citizen;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON citizen, citizen_key, referral, message, follow_up, consent, citizen_link TO socialkompas_system;
GRANT SELECT, INSERT ON referral_event, consent_event TO socialkompas_system;
GRANT DELETE ON citizen, citizen_key, message TO socialkompas_system;
--> statement-breakpoint
-- The log: everyone appends, the data-protection officer reads, nobody changes.
GRANT INSERT ON audit_entry TO socialkompas_staff, socialkompas_report, socialkompas_admin, socialkompas_organisation,
	socialkompas_citizen, socialkompas_system;
GRANT USAGE ON SEQUENCE audit_entry_id_seq TO socialkompas_staff, socialkompas_report, socialkompas_admin,
	socialkompas_organisation, socialkompas_citizen, socialkompas_system;
GRANT SELECT ON audit_entry TO socialkompas_admin, socialkompas_system;
--> statement-breakpoint
-- What an organisation sees of a citizen, computed from the fields of a consent that is in force. A field that is not
-- in the consent leaves the database for no organisation, whatever the application asks.
GRANT SELECT ON referral, citizen, consent TO socialkompas_share;
CREATE VIEW shared_referral WITH (security_barrier) AS
SELECT r.authority_id, r.id, r.citizen_id, c.id AS consent_id, c.fields, c.feedback_allowed, c.expires_at,
	CASE WHEN 'given_name' = ANY (c.fields) THEN p.given_name END AS given_name,
	CASE WHEN 'family_name' = ANY (c.fields) THEN p.family_name END AS family_name,
	CASE WHEN 'phone' = ANY (c.fields) THEN p.phone END AS phone,
	CASE WHEN 'email' = ANY (c.fields) THEN p.email END AS email,
	CASE WHEN 'safe_contact' = ANY (c.fields) THEN p.safe_contact END AS safe_contact,
	CASE WHEN 'age_band' = ANY (c.fields) THEN p.age_band END AS age_band,
	CASE WHEN 'language' = ANY (c.fields) THEN p.language END AS language,
	CASE WHEN 'language' = ANY (c.fields) THEN p.needs_interpreter END AS needs_interpreter,
	CASE WHEN 'need' = ANY (c.fields) THEN r.need END AS need,
	CASE WHEN 'goals' = ANY (c.fields) THEN r.goals END AS goals,
	CASE WHEN 'accompaniment' = ANY (c.fields) THEN r.accompaniment END AS accompaniment,
	CASE WHEN 'practical' = ANY (c.fields) THEN r.practical END AS practical,
	r.contact_plan, r.organisation_note
FROM referral r
JOIN citizen p ON p.authority_id = r.authority_id AND p.id = r.citizen_id
JOIN consent c ON c.authority_id = r.authority_id AND c.referral_id = r.id AND c.organisation_id = r.organisation_id
WHERE r.authority_id = (SELECT nullif(current_setting('app.authority_id', true), ''))
	AND r.organisation_id = (SELECT nullif(current_setting('app.organisation_id', true), '')::uuid)
	AND r.state NOT IN ('draft', 'withdrawn', 'entered_in_error')
	AND c.kind = 'disclosure'
	AND consent_in_force(c.status::text, c.expires_at);
--> statement-breakpoint
GRANT SELECT ON citizen_link TO socialkompas_share;
GRANT CREATE ON SCHEMA public TO socialkompas_share;
ALTER VIEW shared_referral OWNER TO socialkompas_share;
ALTER FUNCTION linked_referral() OWNER TO socialkompas_share;
ALTER FUNCTION linked_citizen() OWNER TO socialkompas_share;
REVOKE CREATE ON SCHEMA public FROM socialkompas_share;
SET LOCAL ROLE socialkompas_share;
GRANT SELECT ON shared_referral TO socialkompas_organisation;
REVOKE EXECUTE ON FUNCTION linked_referral(), linked_citizen() FROM public;
GRANT EXECUTE ON FUNCTION linked_referral(), linked_citizen() TO socialkompas_citizen;
RESET ROLE;
--> statement-breakpoint
-- Sending needs a consent in force that names this organisation and this purpose: also when the application forgets.
CREATE FUNCTION referral_needs_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'INSERT' THEN
		IF NEW.state <> 'draft' THEN
			RAISE EXCEPTION 'a referral begins as a draft' USING ERRCODE = 'check_violation';
		END IF;
	ELSIF NEW.state <> OLD.state AND OLD.state = 'draft' AND NEW.state = 'sent' THEN
		IF NOT EXISTS (
			SELECT FROM consent c
			WHERE c.authority_id = NEW.authority_id AND c.referral_id = NEW.id AND c.kind = 'disclosure'
				AND c.organisation_id = NEW.organisation_id AND c.offer_id = NEW.offer_id AND c.purpose = NEW.purpose::text
				AND consent_in_force(c.status::text, c.expires_at)
		) THEN
			RAISE EXCEPTION 'no consent in force for this recipient and purpose' USING ERRCODE = 'check_violation';
		END IF;
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER referral_needs_consent BEFORE INSERT OR UPDATE OF state ON referral
	FOR EACH ROW EXECUTE FUNCTION referral_needs_consent();
--> statement-breakpoint
-- A referral never changes whom it is about or to whom it goes once it has been sent.
CREATE FUNCTION referral_keeps_parties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.citizen_id <> OLD.citizen_id OR (OLD.state <> 'draft' AND (NEW.organisation_id <> OLD.organisation_id OR NEW.offer_id <> OLD.offer_id)) THEN
		RAISE EXCEPTION 'a new recipient needs a new referral' USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER referral_keeps_parties BEFORE UPDATE ON referral
	FOR EACH ROW EXECUTE FUNCTION referral_keeps_parties();
