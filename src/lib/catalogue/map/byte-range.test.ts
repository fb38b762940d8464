import { expect, it } from 'vitest';
import { byteRange } from './byte-range.ts';

it.each([
	[null, undefined],
	['', undefined],
	['bytes=0-9', { from: 0, to: 9 }],
	['bytes=90-', { from: 90, to: 99 }],
	['bytes=90-1000', { from: 90, to: 99 }],
	['bytes=-10', { from: 90, to: 99 }],
	['bytes=-1000', { from: 0, to: 99 }],
	['bytes=100-', 'none'],
	['bytes=100-200', 'none'],
	['bytes=-0', 'none'],
	['bytes=5-2', 'none'],
	['bytes=0-1,5-6', undefined],
	['lines=1-2', undefined],
	['bytes=-', undefined],
])('of a hundred bytes, %s asks for %o', (header, range) => expect(byteRange(header, 100)).toEqual(range));
