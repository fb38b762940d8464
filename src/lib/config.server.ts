import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DomainError } from './errors.ts';
import { parseGroups, type GroupMapping } from './identity/oidc-groups.ts';

/** A switch in the environment: `1`, `true`, `yes`, `on` and their opposites. */
const flag = z
	.string()
	.trim()
	.toLowerCase()
	.refine((value) => ['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off'].includes(value), {
		message: 'must be true or false',
	})
	.transform((value) => ['1', 'true', 'yes', 'on'].includes(value));

const url = (protocols: string[]) =>
	z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
		message: `must be an address beginning with ${protocols.map((p) => `${p}//`).join(' or ')}`,
	});

/** @param least @param most both included */
const whole = (least: number, most: number) => {
	const error = `must be a whole number from ${least} to ${most}`;
	return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

/** Without TLS a provider is believed on this machine only. */
const isSafe = ({ protocol, hostname }: URL) =>
	protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const lookupKinds = ['adressevaelger', 'photon', 'nominatim'] as const;

const environment = z.object({
	PORT: whole(0, 65_535).default(3000),
	HOST: z.string().optional(),
	/** How long the server goes on answering after it was asked to stop, while /readyz says no. */
	DRAIN_SECONDS: whole(0, 300).default(0),
	ORIGIN: url(['http:', 'https:'])
		.transform((value) => new URL(value).origin)
		.optional(),
	DATA_DIR: z.string().min(1).default('.data'),
	DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
	MASTER_KEY: z.string().optional(),
	MASTER_KEY_FILE: z.string().optional(),
	MASTER_KEY_ALSO: z.string().optional(),
	MASTER_KEY_ALSO_FILE: z.string().optional(),
	DEMO: flag.optional(),
	SMTP_URL: url(['smtp:', 'smtps:']).optional(),
	MAIL_FROM: z.string().min(3).default('Socialkompas <no-reply@socialkompas.example>'),
	MAP_TILES_URL: z
		.string()
		.refine((value) => /^(https?:\/\/|\/)/.test(value) && /\{z\}/.test(value), {
			message: 'must be an address with {z}, {x} and {y}',
		})
		.optional(),
	/** a raster PMTiles file on this machine, instead of an address */
	MAP_TILES_FILE: z.string().optional(),
	MAP_TILES_ATTRIBUTION: z.string().optional(),
	OIDC_ISSUER: url(['http:', 'https:'])
		.refine((value) => isSafe(new URL(value)), { message: 'must begin with https://, except on this machine' })
		.optional(),
	OIDC_CLIENT_ID: z.string().optional(),
	OIDC_CLIENT_SECRET: z.string().optional(),
	OIDC_CLIENT_SECRET_FILE: z.string().optional(),
	OIDC_GROUPS: z.string().optional(),
	OIDC_GROUPS_CLAIM: z.string().default('groups'),
	OIDC_REQUIRED_ACR: z.string().optional(),
	OIDC_ONLY: flag.default(false),
	/** Where addresses are looked up; without it postcodes, districts and towns are known all the same. */
	ADDRESS_LOOKUP_URL: url(['http:', 'https:']).optional(),
	ADDRESS_LOOKUP_KIND: z.enum(lookupKinds, { error: `must be one of ${lookupKinds.join(', ')}` }).optional(),
	ADDRESS_LOOKUP_TOKEN: z.string().optional(),
	LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
	/** Working days: remind the organisation, tell the caseworker, give up. Defaults are the strategy's 2, 4 and 10. */
	REMIND_AFTER_WORKING_DAYS: whole(1, 60).default(2),
	ESCALATE_AFTER_WORKING_DAYS: whole(1, 60).default(4),
	EXPIRE_AFTER_WORKING_DAYS: whole(1, 120).default(10),
});

/** The municipality's own sign-in, by OpenID Connect. */
export interface OidcConfig {
	issuer: string;
	clientId: string;
	/** undefined: a client without one, which PKCE protects */
	clientSecret: string | undefined;
	/** what a group of the provider's makes somebody here */
	groups: readonly GroupMapping[];
	/** the claim of the ID token that lists the groups */
	groupsClaim: string;
	/** the `acr` that tells that a second factor was shown; undefined: the provider is trusted to ask for one */
	requiredAcr: string | undefined;
	/** staff sign in there and nowhere else */
	only: boolean;
}

export interface Config {
	port: number;
	/** undefined: all addresses of the machine */
	host: string | undefined;
	/** seconds in which a stopping server still answers and tells the load balancer to look elsewhere */
	drain: number;
	/** the public address, used in mails; requests from any host are answered */
	origin: string;
	/** true when ORIGIN was given, so that its protocol can be trusted behind a proxy */
	originIsSet: boolean;
	dataDir: string;
	/** undefined: the embedded database in dataDir */
	databaseUrl: string | undefined;
	masterKey: string | undefined;
	masterKeyFile: string | undefined;
	/** opens as well, while the master key is being exchanged */
	masterKeyAlso: string | undefined;
	masterKeyAlsoFile: string | undefined;
	demo: boolean;
	smtpUrl: string | undefined;
	mailFrom: string;
	/** `file`: the tiles come from it, and the address is our own */
	tiles: { url: string; attribution: string; file: string | undefined } | undefined;
	/** undefined: everybody has an account of ours */
	oidc: OidcConfig | undefined;
	/** undefined: no address leaves this server */
	addressLookup: { kind: (typeof lookupKinds)[number]; url: string; token: string | undefined } | undefined;
	logLevel: string;
	workingDays: { remind: number; escalate: number; expire: number };
}

/** @throws DomainError `config.invalid` */
function oidcOf(e: z.output<typeof environment>): OidcConfig | undefined {
	if (!e.OIDC_ISSUER) {
		if (e.OIDC_ONLY) throw new DomainError('config.invalid', 500, 'OIDC_ONLY needs OIDC_ISSUER.');
		return undefined;
	}
	if (!e.OIDC_CLIENT_ID || !e.OIDC_GROUPS) {
		throw new DomainError('config.invalid', 500, 'OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_GROUPS.');
	}
	if (e.OIDC_CLIENT_SECRET && e.OIDC_CLIENT_SECRET_FILE) {
		throw new DomainError(
			'config.invalid',
			500,
			'Give either OIDC_CLIENT_SECRET or OIDC_CLIENT_SECRET_FILE, not both.',
		);
	}
	return {
		issuer: e.OIDC_ISSUER,
		clientId: e.OIDC_CLIENT_ID,
		clientSecret: e.OIDC_CLIENT_SECRET_FILE ? secretFrom(e.OIDC_CLIENT_SECRET_FILE) : e.OIDC_CLIENT_SECRET,
		groups: parseGroups(e.OIDC_GROUPS),
		groupsClaim: e.OIDC_GROUPS_CLAIM,
		requiredAcr: e.OIDC_REQUIRED_ACR,
		only: e.OIDC_ONLY,
	};
}

function secretFrom(path: string): string {
	try {
		return readFileSync(path, 'utf8').trim();
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		throw new DomainError('config.invalid', 500, `OIDC_CLIENT_SECRET_FILE cannot be read (${code}).`);
	}
}

/**
 * Reads the whole configuration once, at start.
 * @param env usually `process.env`; empty strings count as absent.
 * @throws DomainError `config.invalid` with one sentence naming the variable.
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
	const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
	const parsed = environment.safeParse(given);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new DomainError('config.invalid', 500, `${issue?.path.join('.')} ${issue?.message}.`);
	}
	const e = parsed.data;
	if (e.MASTER_KEY && e.MASTER_KEY_FILE) {
		throw new DomainError('config.invalid', 500, 'Give either MASTER_KEY or MASTER_KEY_FILE, not both.');
	}
	if (e.MASTER_KEY_ALSO && e.MASTER_KEY_ALSO_FILE) {
		throw new DomainError('config.invalid', 500, 'Give either MASTER_KEY_ALSO or MASTER_KEY_ALSO_FILE, not both.');
	}
	if (e.MAP_TILES_URL && e.MAP_TILES_FILE) {
		throw new DomainError('config.invalid', 500, 'Give either MAP_TILES_URL or MAP_TILES_FILE, not both.');
	}
	const tilesUrl = e.MAP_TILES_FILE ? '/tiles/{z}/{x}/{y}' : e.MAP_TILES_URL;
	if (tilesUrl && !e.MAP_TILES_ATTRIBUTION) {
		const name = e.MAP_TILES_FILE ? 'MAP_TILES_FILE' : 'MAP_TILES_URL';
		throw new DomainError('config.invalid', 500, `${name} needs MAP_TILES_ATTRIBUTION: map makers ask for it.`);
	}
	if (!e.ADDRESS_LOOKUP_URL !== !e.ADDRESS_LOOKUP_KIND) {
		throw new DomainError('config.invalid', 500, 'ADDRESS_LOOKUP_URL and ADDRESS_LOOKUP_KIND go together.');
	}
	if (e.ADDRESS_LOOKUP_KIND === 'adressevaelger' && !e.ADDRESS_LOOKUP_TOKEN) {
		throw new DomainError('config.invalid', 500, 'ADDRESS_LOOKUP_KIND=adressevaelger needs ADDRESS_LOOKUP_TOKEN.');
	}
	const { REMIND_AFTER_WORKING_DAYS: remind, ESCALATE_AFTER_WORKING_DAYS: escalate } = e;
	const expire = e.EXPIRE_AFTER_WORKING_DAYS;
	if (!(remind < escalate && escalate < expire)) {
		throw new DomainError('config.invalid', 500, 'Working days must rise: remind, then escalate, then expire.');
	}
	return {
		port: e.PORT,
		host: e.HOST,
		drain: e.DRAIN_SECONDS,
		origin: e.ORIGIN ?? `http://localhost:${e.PORT}`,
		originIsSet: e.ORIGIN !== undefined,
		dataDir: e.DATA_DIR,
		databaseUrl: e.DATABASE_URL,
		masterKey: e.MASTER_KEY,
		masterKeyFile: e.MASTER_KEY_FILE,
		masterKeyAlso: e.MASTER_KEY_ALSO,
		masterKeyAlsoFile: e.MASTER_KEY_ALSO_FILE,
		demo: e.DEMO ?? e.DATABASE_URL === undefined,
		smtpUrl: e.SMTP_URL,
		mailFrom: e.MAIL_FROM,
		tiles: tilesUrl ? { url: tilesUrl, attribution: e.MAP_TILES_ATTRIBUTION ?? '', file: e.MAP_TILES_FILE } : undefined,
		oidc: oidcOf(e),
		addressLookup:
			e.ADDRESS_LOOKUP_URL && e.ADDRESS_LOOKUP_KIND
				? { kind: e.ADDRESS_LOOKUP_KIND, url: e.ADDRESS_LOOKUP_URL, token: e.ADDRESS_LOOKUP_TOKEN }
				: undefined,
		logLevel: e.LOG_LEVEL,
		workingDays: { remind, escalate, expire },
	};
}
