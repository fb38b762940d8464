/**
 * Puts the offer whose button was pressed on the visitor's list without leaving the page. Where that fails the form is
 * sent as it is, and the page of lists says why.
 * @returns the offer's id once it is on the list
 */
export async function collectHere(event: SubmitEvent): Promise<string | undefined> {
	const { submitter: button, currentTarget: form } = event;
	if (!(button instanceof HTMLButtonElement) || !(form instanceof HTMLFormElement)) return undefined;
	event.preventDefault();
	const answer = await fetch(form.action, {
		method: 'POST',
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
		body: new FormData(form, button),
	})
		.then((response) => response.json() as Promise<{ type: string }>)
		.catch(() => ({ type: 'error' }));
	if (answer.type === 'redirect') return button.value;
	const field = document.createElement('input');
	form.append(Object.assign(field, { type: 'hidden', name: 'offer', value: button.value }));
	form.submit();
	return undefined;
}
