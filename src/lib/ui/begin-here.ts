/**
 * Puts the cursor where one begins to answer: the first field of a form, and among answers to choose from the one that is
 * chosen already. Leaves the focus alone where there is an error to read first.
 *
 * `<form method="post" use:beginHere>`
 */
export function beginHere(form: HTMLFormElement): void {
	if (document.querySelector('.error-summary')) return;
	const first = form.querySelector<HTMLInputElement>('input:not([type="hidden"]), select, textarea');
	const chosen = form.querySelector<HTMLElement>('input[type="radio"]:checked');
	(first?.type === 'radio' && chosen instanceof HTMLInputElement && chosen.name === first.name
		? chosen
		: first
	)?.focus();
}
