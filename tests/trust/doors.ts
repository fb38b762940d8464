import { people, whoGetsIn, type Person } from './routes.ts';
import type { World } from './world.ts';

/** Every line of the table of routes: `GET /path`, `POST /path?/action`. */
export const lines = Object.keys(whoGetsIn);

/** The one who is let in first; undefined when nobody is. */
export const welcome = (line: string): Person | undefined =>
	people.find((person) => whoGetsIn[line]?.[person] === 'in');

/** Where a person knocks: the line's address with this world's ids in it. */
export function addressOf(world: World, line: string, person: Person): string {
	const [path = '', action] = (line.split(' ')[1] ?? '').split('?');
	return `${world.address(path, person)}${action ? `?${action}` : ''}`;
}
