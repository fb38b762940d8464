import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import PointList from './PointList.svelte';

it('writes what organisations write as text, never as markup', () => {
	const hostile = '<img src=x onerror=alert(1)>';
	const { body } = render(PointList, {
		props: { points: [['"><script>', 55.7, 12.5, hostile, hostile, 'open']], count: 1 },
	});
	expect(body).not.toContain('<img');
	expect(body).not.toContain('<script');
	expect(body).toContain('&lt;img src=x onerror=alert(1)>');
	expect(body).toContain('href="/offers/%22%3E%3Cscript%3E"');
});

it('says that a busy doorway is told in full by the list', () => {
	const { body } = render(PointList, { props: { points: [], count: 80 } });
	expect(body).toContain('80');
	expect(body).not.toContain('<ul');
});
