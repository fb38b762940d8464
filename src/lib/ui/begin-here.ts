/**
 * Puts the cursor where one begins to answer: the first field of a form, or the answer that is already chosen. Leaves the
 * focus alone where there is an error to read first.
 *
 * `<form method="post" use:beginHere>`
 */
export function beginHere(form: HTMLFormElement): void {
	if (document.querySelector('.error-summary')) return;
	const field = form.querySelector<HTMLElement>(
		'input:checked, input:not([type="hidden"], [type="radio"], [type="checkbox"]), select, textarea, input[type="radio"], input[type="checkbox"]',
	);
	field?.focus();
}
