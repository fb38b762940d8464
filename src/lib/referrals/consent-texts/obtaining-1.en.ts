import type { ObtainingText } from './text.ts';

export const obtaining1en: ObtainingText = {
	kind: 'obtaining',
	version: 'obtaining-1',
	language: 'en',
	direction: 'ltr',
	status: 'draft_translation',
	title: 'May we ask {organisation} about you?',
	intro: 'You decide. Read this, or have it read aloud to you. Ask if there is anything you want to know.',
	body: [
		{ heading: 'Who wants to ask whom?' },
		{ paragraph: 'We are {centre}, part of {authority}. The person who helps you here is {caseworker}.' },
		{ paragraph: 'We would like to ask {organisation} about you. It is about what they offer: {offer}.' },
		{ paragraph: '{purpose}' },
		{ heading: 'What we ask about' },
		{ show: 'fields' },
		{ paragraph: 'We ask about nothing else. When we ask, they learn that we are helping you.' },
		{ heading: 'You are free to say no' },
		{ paragraph: 'Saying no costs you nothing. You still get all the other help you have a right to.' },
		{ heading: 'How long your yes lasts' },
		{ paragraph: 'Your yes lasts until {expires}. Then it stops by itself.' },
		{ heading: 'You can take back your yes' },
		{ paragraph: 'You can do it at any time. It is as easy as saying yes:' },
		{
			list: [
				'Use your link, or the code on your paper.',
				'Call us on {phone}.',
				'Tell {caseworker} or someone else here.',
			],
		},
		{
			paragraph:
				'You do not have to say why. Then we no longer ask {organisation}. It does not change what has already happened.',
		},
		{ heading: 'We write it down' },
		{ paragraph: 'We write down what you answer, and when. We also write down who explained this to you.' },
		{ heading: 'Your rights' },
		{
			paragraph:
				'{authority} is responsible for what we know about you. You can ask to see it. You can ask us to correct it or delete it.',
		},
		{
			paragraph:
				'Are you not satisfied? You can complain to us or to the Danish Data Protection Agency (Datatilsynet). Their number is 33 19 32 00. You can also go to datatilsynet.dk.',
		},
	],
	oral: [
		{ instruction: 'Read aloud, calmly. Stop when the person wants to ask. Explain what is difficult.' },
		{ paragraph: 'My name is {caseworker}. I am from {centre}, part of {authority}.' },
		{ paragraph: 'I would like to ask {organisation} about you. It is about what they offer: {offer}.' },
		{ paragraph: '{purpose}' },
		{ paragraph: 'This is what I want to ask about:' },
		{ show: 'fields' },
		{ paragraph: 'I ask about nothing else. When I ask, they learn that we are helping you.' },
		{ paragraph: 'You decide. If you say no, you still get all the other help you have a right to.' },
		{ paragraph: 'Your yes lasts until {expires}. Then it stops by itself.' },
		{
			paragraph:
				'You can take back your yes at any time. Use the link, call {phone}, or tell me. You do not have to say why. Then we no longer ask {organisation}. It does not change what has already happened.',
		},
		{ paragraph: 'I write down what you answer, when you answer, and that I am the one who explained it.' },
		{
			paragraph:
				'{authority} is responsible for what we know about you. You can ask to see it, and you can ask us to correct it or delete it. You can complain to us or to the Danish Data Protection Agency (Datatilsynet).',
		},
		{ instruction: 'Ask whether the person wants to know more. Wait for the answer.' },
		{ ask: 'main' },
		{ instruction: 'Wait for a clear yes or no. If you are in doubt about the answer, it is a no.' },
		{ instruction: 'Write down the answer at once. Give the person the paper, or send the link.' },
	],
	purposes: { coordination: 'Then we can help you better. And you do not have to tell the same thing twice.' },
	fields: {
		attendance: 'Whether you come, and when',
		progress: 'How it is going',
		support: 'What you need help with',
		outcome: 'What came of it',
	},
	question: {
		ask: 'May we ask {organisation} about what is written here?',
		yes: 'Yes, you may',
		no: 'No, you may not',
	},
	feedbackQuestion: null,
};
