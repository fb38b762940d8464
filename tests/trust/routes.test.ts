import { beforeAll, beforeEach, expect, it } from 'vitest';
import { onEmbeddedDatabase } from '../database.ts';
import { serveSite, type Answer, type Site } from '../request.ts';
import { realRoutes } from './real-routes.ts';
import { people, whoGetsIn, type Person, type Reception } from './routes.ts';
import { statement } from './statements.ts';
import { makeWorld, type World } from './world.ts';

const real = await realRoutes();

/** What an answer amounts to; anything else is told as it is. */
function receptionOf({ status, location }: Answer): Reception | string {
	if (status === 401 || (status === 303 && /^\/sign-in(\?|$)/.test(location ?? ''))) return 'sign_in';
	if (status === 403) return 'forbidden';
	if (status === 404) return 'absent';
	// Let in, and told what was wrong with the form: that is in.
	if ([200, 204, 303, 400, 409, 422, 429].includes(status)) return 'in';
	return `${status}`;
}

/** A method that no form and no link has, as another site's script sends it. */
async function ask(url: string, method: string): Promise<Answer> {
	const response = await fetch(url, { method, headers: { origin: 'https://other.example' }, redirect: 'manual' });
	return { status: response.status, location: undefined, headers: response.headers, body: await response.text() };
}

it(statement(9, 'every route has a row, and every row a route'), () => {
	const missing = real.filter((route) => !(route in whoGetsIn));
	const advice = missing.map((route) => `\t'${route}': …,`).join('\n');
	expect(missing, `Say in tests/trust/routes.ts who gets in:\n${advice}\n`).toEqual([]);
	const left = Object.keys(whoGetsIn).filter((route) => !real.includes(route));
	expect(left, 'These routes are gone: take their rows out of tests/trust/routes.ts').toEqual([]);
});

onEmbeddedDatabase(statement(9), (open) => {
	let site: Site;
	let world: World | undefined;
	beforeAll(async () => {
		await open();
		site = await serveSite();
	});
	beforeEach(async () => {
		world ??= await makeWorld(site);
	});

	async function knock(at: World, line: string, person: Person): Promise<Answer> {
		const [method = '', route = ''] = line.split(' ');
		const [path = '', action] = route.split('?');
		const address = at.address(path, person);
		const client = at.clients[person];
		if (method === 'GET') return client.get(address);
		if (method !== 'POST') return ask(site.url + address, method);
		return client.post(`${address}${action ? `?${action}` : ''}`, at.form(route));
	}

	it.each(Object.entries(whoGetsIn))('%s', async (line, whom) => {
		const at = world;
		if (!at) throw new Error('no world');
		const found: Partial<Record<Person, string>> = {};
		// Whoever is refused comes first: what is there to be seen is still there then.
		const inTurn = people.toSorted((a, b) => Number(whom[a] === 'in') - Number(whom[b] === 'in'));
		for (const person of inTurn) {
			const answer = await knock(at, line, person);
			found[person] = receptionOf(answer);
			// Something was done: the next row finds everything as it was.
			if (line.startsWith('POST') && found[person] === 'in' && answer.status < 400) world = undefined;
		}
		const advice = `${line}: a form that is refused before it is looked up needs a good one in tests/trust/world.ts`;
		expect(found, advice).toEqual(whom);
	});
});
