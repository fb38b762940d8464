import { m } from '../paraglide/messages.js';

type Words = Readonly<Record<string, (() => string) | undefined>>;

const nouns: Words = {
	citizen: () => m.admin_log_noun_citizen(),
	referral: () => m.admin_log_noun_referral(),
	consent: () => m.admin_log_noun_consent(),
	message: () => m.admin_log_noun_message(),
	follow_up: () => m.admin_log_noun_follow_up(),
	link: () => m.admin_log_noun_link(),
	inbox: () => m.admin_log_noun_inbox(),
	offer: () => m.admin_log_noun_offer(),
	organisation: () => m.admin_log_noun_organisation(),
	word: () => m.admin_log_noun_word(),
	user: () => m.admin_log_noun_user(),
	identity: () => m.admin_log_noun_identity(),
	log: () => m.admin_log_noun_log(),
	export: () => m.admin_log_noun_export(),
	key: () => m.rights_log_noun_key(),
	retention: () => m.rights_log_noun_retention(),
	route: () => m.rights_log_noun_route(),
};

const verbs: Words = {
	add: () => m.admin_log_verb_add(),
	off: () => m.admin_log_verb_off(),
	create: () => m.admin_log_verb_create(),
	read: () => m.admin_log_verb_read(),
	list: () => m.admin_log_verb_list(),
	update: () => m.admin_log_verb_update(),
	write: () => m.admin_log_verb_write(),
	send: () => m.admin_log_verb_send(),
	open: () => m.admin_log_verb_open(),
	accept: () => m.admin_log_verb_accept(),
	waitlist: () => m.admin_log_verb_waitlist(),
	decline: () => m.admin_log_verb_decline(),
	propose: () => m.admin_log_verb_propose(),
	start: () => m.admin_log_verb_start(),
	complete: () => m.admin_log_verb_complete(),
	end: () => m.admin_log_verb_end(),
	confirm: () => m.admin_log_verb_confirm(),
	expire: () => m.admin_log_verb_expire(),
	expired: () => m.admin_log_verb_expire(),
	withdraw: () => m.admin_log_verb_withdraw(),
	withdrawn: () => m.admin_log_verb_withdraw(),
	mark_error: () => m.admin_log_verb_mark_error(),
	hand_over: () => m.admin_log_verb_hand_over(),
	requested: () => m.admin_log_verb_requested(),
	given: () => m.admin_log_verb_given(),
	refused: () => m.admin_log_verb_refused(),
	renewed: () => m.admin_log_verb_renewed(),
	invalidated: () => m.admin_log_verb_invalidated(),
	add_role: () => m.admin_log_verb_add_role(),
	end_role: () => m.admin_log_verb_end_role(),
	deactivate: () => m.admin_log_verb_deactivate(),
	declare: () => m.admin_log_verb_declare(),
	change_password: () => m.admin_log_verb_change_password(),
	sign_in: () => m.admin_log_verb_sign_in(),
	sign_in_demo: () => m.admin_log_verb_sign_in_demo(),
	invite_anew: () => m.admin_log_verb_invite_anew(),
	accept_invitation: () => m.admin_log_verb_accept_invitation(),
	reset_password: () => m.admin_log_verb_reset_password(),
	ask_reset: () => m.admin_log_verb_ask_reset(),
	add_factor: () => m.admin_log_verb_add_factor(),
	end_factor: () => m.admin_log_verb_end_factor(),
	code: () => m.admin_log_verb_code(),
	end_session: () => m.admin_log_verb_end_session(),
	passkey: () => m.admin_log_verb_passkey(),
	sign_in_provider: () => m.admin_log_verb_sign_in_provider(),
	sign_out_provider: () => m.admin_log_verb_sign_out_provider(),
	keep_true: () => m.admin_log_verb_keep_true(),
	pause: () => m.admin_log_verb_pause(),
	use: () => m.admin_log_verb_use(),
	merge: () => m.admin_log_verb_merge(),
	say_distinct: () => m.admin_log_verb_say_distinct(),
	close: () => m.admin_log_verb_close(),
	reopen: () => m.admin_log_verb_reopen(),
	undo: () => m.admin_log_verb_undo(),
	propose_change: () => m.admin_log_verb_propose_change(),
	accept_change: () => m.admin_log_verb_accept_change(),
	refuse_change: () => m.admin_log_verb_refuse_change(),
	forward_report: () => m.admin_log_verb_forward_report(),
	close_report: () => m.admin_log_verb_close_report(),
	search: () => m.rights_log_verb_search(),
	delete: () => m.rights_log_verb_delete(),
	erase: () => m.rights_log_verb_erase(),
	hold: () => m.rights_log_verb_hold(),
	lift_hold: () => m.rights_log_verb_lift_hold(),
	case_file: () => m.rights_log_verb_case_file(),
	confirm_file: () => m.rights_log_verb_confirm_file(),
	subject_access: () => m.rights_log_verb_subject_access(),
	head: () => m.rights_log_verb_head(),
	rotate: () => m.rights_log_verb_rotate(),
	let_go: () => m.rights_log_verb_let_go(),
	asked: () => m.admin_log_verb_requested(),
};

/** Where a kind of record is part of the action: `retention.set_drafts`. */
function composed(verb: string): string | undefined {
	if (verb.startsWith('set_')) return m.rights_log_verb_set();
	return undefined;
}

/** Where it was, as people see it in the address line: without the names of folders. */
const address = (route: string): string => route.replaceAll(/\/\([^)]*\)|=[a-z]+(?=\])/g, '') || '/';

/** Why something was refused; a code without words stands as it is. */
export function resultWords(result: string): string {
	if (result === 'identity.not_allowed') return m.rights_log_not_allowed();
	return result.endsWith('.not_found') ? m.rights_log_not_found() : result;
}

/** `Borger: læst` for `citizen.read`. An action without words stands as it is: the log must never hide one. */
export function actionWords(action: string): string {
	if (action.startsWith('denied ')) return m.admin_log_denied({ route: address(action.slice('denied '.length)) });
	const [noun = '', verb = ''] = action.split('.');
	const [subject, deed] = [nouns[noun]?.(), verbs[verb]?.() ?? composed(verb)];
	return subject && deed ? `${subject}: ${deed}` : action;
}

/** What a line is about: `Samtykke` for `consent`. */
export const subjectWords = (subject: string): string => nouns[subject]?.() ?? subject;
