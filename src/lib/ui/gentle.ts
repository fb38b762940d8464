import { enhance } from '$app/forms';
import { invalidateAll } from '$app/navigation';

/** Long enough that a quick answer never flickers (the pages' promise: over 300 ms shows progress). */
const patience = 300;

/**
 * A form that is sent without leaving the page: one submission at a time, progress on its button after 300 ms, and
 * what was typed stays when the answer is an error (the error summary takes the focus). Without JavaScript the form is
 * an ordinary one.
 *
 * `<form method="post" use:gentle>`
 */
export function gentle(form: HTMLFormElement): { destroy(): void } {
	// The server checks, and answers in the page's language; the browser would answer in its own.
	form.noValidate = true;
	let busy = false;
	return enhance(form, ({ submitter, cancel }) => {
		if (busy) return cancel();
		busy = true;
		const button = submitter ?? form.querySelector<HTMLElement>('button:not([type="button"])');
		const timer = setTimeout(() => button?.setAttribute('aria-busy', 'true'), patience);
		return async ({ update, result }) => {
			try {
				await update({ reset: false });
				// Something has changed meanwhile (409): the page shows what, as it does without JavaScript.
				if (result.type === 'failure' && result.status === 409) await invalidateAll();
			} finally {
				clearTimeout(timer);
				button?.removeAttribute('aria-busy');
				busy = false;
			}
		};
	});
}
