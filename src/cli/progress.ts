import { SingleBar } from 'cli-progress';

export interface Progress {
	/** @param stage what is being done, e.g. `Storing offers` */
	update(stage: string, done: number, total: number): void;
	stop(): void;
}

/**
 * Shows how far a command is: a bar where a person is watching, one line a stage where the output goes to a file.
 * @param stream standard error, so that it never mixes with the report
 */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
	return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): Progress {
	const format = '{stage} {bar} {percentage} %';
	const shown = new SingleBar({ format, stream, barsize: 30, clearOnComplete: true, hideCursor: true });
	let started = false;
	return {
		update(stage, done, total) {
			const payload = { stage: stage.padEnd(24) };
			if (!started) shown.start(total, done, payload);
			started = true;
			shown.setTotal(total);
			shown.update(done, payload);
		},
		stop: () => shown.stop(),
	};
}

function lines(stream: NodeJS.WriteStream): Progress {
	let last = '';
	return {
		update(stage) {
			if (stage !== last) stream.write(`${stage} …\n`);
			last = stage;
		},
		stop: () => undefined,
	};
}
