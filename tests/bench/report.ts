import { table, type Row } from './markdown.ts';
import { subjects, type BenchResult, type CatalogueResult, type Measurement } from './result.ts';

const whole = (value: number) => Math.round(value).toLocaleString('en');
/** Three digits are all that a measurement of some seconds knows. */
const short = (value: number) => (Number.isNaN(value) ? '–' : value < 10 ? value.toPrecision(2) : whole(value));
const megabytes = (bytes: number) => `${whole(bytes / 1_048_576)} MB`;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;

const label = { varied: ', 200 queries', repeated: ', one query', fresh: ', new queries', none: '' } as const;

function speed({ name, measurements }: CatalogueResult): Row[] {
	const groups = Map.groupBy(measurements, ({ subject, queries }) => `${subjects[subject]}${label[queries]}`);
	const cells = (each: Measurement | undefined) =>
		each ? [whole(each.perSecond), short(each.p50), short(each.p95), short(each.p99)] : ['–', '–', '–', '–'];
	const work = (each: Measurement | undefined) => (each?.work === undefined ? '–' : each.work.toFixed(2));
	return [...groups].map(([what, all]) => [
		name,
		what,
		...cells(all.find(({ clients }) => clients === 1)),
		...cells(all.find(({ clients }) => clients > 1)),
		work(all.find(({ clients }) => clients > 1)),
	]);
}

function size({ name, filled, firstSearch, memory, bytes }: CatalogueResult): Row {
	const sent = (kind: 'html' | 'css' | 'js' | 'data') => (bytes ? kilobytes(bytes[kind].sent) : '–');
	return [
		name,
		`${short(filled)} s`,
		firstSearch === undefined ? '–' : `${whole(firstSearch)} ms`,
		memory ? megabytes(memory.before) : '–',
		memory ? megabytes(memory.most) : '–',
		sent('html'),
		sent('css'),
		sent('js'),
		sent('data'),
	];
}

/** The whole result as Markdown, ready for the README. */
export function report({ machine, seconds, catalogues, ratios }: BenchResult): string {
	const { date, processor, cores, memory, node, postgres, durable } = machine;
	return [
		`Measured on ${date}: ${processor}, ${cores} cores that server, PostgreSQL and the asking clients share, ` +
			`${megabytes(memory)} memory, Node ${node}, PostgreSQL ${postgres}` +
			`${durable ? '' : ' (not waiting for the disk)'}; ${seconds} seconds each. Times in milliseconds; work is the server’s processor time for an answer.`,
		'',
		table([
			['Offers', 'What', '1 client: per s', 'p50', 'p95', 'p99', '10 clients: per s', 'p50', 'p95', 'p99', 'work'],
			...catalogues.flatMap(speed),
		]),
		'',
		table([
			['Offers', 'Stored in', 'First search', 'Memory', 'at most', 'HTML', 'CSS', 'JavaScript', 'Data'],
			...catalogues.map(size),
		]),
		'',
		...ratios.growth.map(
			({ subject, queries, from, to, times: factor }) =>
				`- ${subjects[subject]}${label[queries]}: an answer at ${whole(to)} offers takes ${times(factor)} the time at ${whole(from)}.`,
		),
		...ratios.jsonToSql.map(
			({ name, times: factor }) => `- ${name}: the JSON search gives ${times(factor)} the answers of the SQL alone.`,
		),
		...ratios.facetsToSql.map(
			({ name, queries, times: factor }) =>
				`- ${name}: p95 of a search with facets${label[queries]} is ${times(factor)} that of the SQL alone.`,
		),
		...catalogues.flatMap(({ name, mapBytes, frames, typing, waits }) => [
			...(waits
				? [
						`- ${name}: others waited at most ${short(waits.search)} ms while the first search was made ready, ` +
							`${short(waits.map)} ms while the first map was.`,
					]
				: []),
			...(mapBytes
				? [`- ${name}: a view of the map is ${kilobytes(mapBytes.middle)}, at most ${kilobytes(mapBytes.most)}.`]
				: []),
			...(frames
				? [
						`- ${name}: panning for ten seconds, ${whole(frames.count)} frames: p50 ${short(frames.p50)} ms, ` +
							`p95 ${short(frames.p95)} ms, longest ${short(frames.max)} ms.`,
					]
				: []),
			...(typing
				? [
						`- ${name}: after the last key of ${typing.queries} typed queries their results are painted in p50 ` +
							`${short(typing.p50)} ms, p95 ${short(typing.p95)} ms, at most ${short(typing.max)} ms.`,
					]
				: []),
		]),
	].join('\n');
}
