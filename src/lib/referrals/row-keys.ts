/**
 * Arrow keys from row to row in a list: the next steps are links marked `data-row`, and Enter follows the one in focus.
 * Without a script, Tab does the same.
 *
 * `<div use:rowKeys>`
 */
export function rowKeys(list: HTMLElement): { destroy(): void } {
	const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
		ArrowDown: (at, last) => Math.min(at + 1, last),
		ArrowUp: (at) => Math.max(at - 1, 0),
		Home: () => 0,
		End: (_, last) => last,
	};
	function move(event: KeyboardEvent): void {
		const step = steps[event.key];
		if (!step || !(event.target instanceof HTMLElement) || !event.target.matches('[data-row]')) return;
		const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.checkVisibility());
		rows[step(rows.indexOf(event.target), rows.length - 1)]?.focus();
		event.preventDefault();
	}
	list.addEventListener('keydown', move);
	return { destroy: () => list.removeEventListener('keydown', move) };
}
