import { text } from 'node:stream/consumers';
import { DomainError } from '../lib/errors.ts';

const enter = /[\r\n]/;
const interrupt = '\u0003';
const backspace = /[\b\u007f]/;

/** Reads one line from a keyboard without showing it. */
function readHidden(input: NodeJS.ReadStream, prompt: string): Promise<string> {
	process.stderr.write(prompt);
	input.setRawMode(true);
	input.setEncoding('utf8');
	input.resume();
	return new Promise((resolve, reject) => {
		let typed = '';
		const finish = (end: () => void) => {
			input.off('data', onData).setRawMode(false).pause();
			process.stderr.write('\n');
			end();
		};
		const onData = (chunk: string) => {
			for (const character of chunk) {
				if (character === interrupt)
					return finish(() => reject(new DomainError('cli.interrupted', 400, 'Nothing was changed.')));
				if (enter.test(character)) return finish(() => resolve(typed));
				typed = backspace.test(character) ? typed.slice(0, -1) : typed + character;
			}
		};
		input.on('data', onData);
	});
}

/**
 * A password from the keyboard, unseen, or the first line of what is piped in. Never from the command line, where other
 * users of the machine could read it.
 */
export async function readPassword(prompt: string, input: NodeJS.ReadStream = process.stdin): Promise<string> {
	if (input.isTTY) return readHidden(input, prompt);
	const [first = ''] = (await text(input)).split(/\r?\n/);
	return first;
}
