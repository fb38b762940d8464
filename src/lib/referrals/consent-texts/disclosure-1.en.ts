import type { DisclosureText } from './text.ts';

export const disclosure1en: DisclosureText = {
	kind: 'disclosure',
	version: 'disclosure-1',
	language: 'en',
	direction: 'ltr',
	status: 'draft_translation',
	title: 'May we tell {organisation} about you?',
	intro: 'You decide. Read this, or have it read aloud to you. Ask if there is anything you want to know.',
	body: [
		{ heading: 'Who wants to tell what?' },
		{ paragraph: 'We are {centre}, part of {authority}. The person who helps you here is {caseworker}.' },
		{ paragraph: 'We would like to tell {organisation} something about you. It is about what they offer: {offer}.' },
		{ paragraph: '{purpose}' },
		{ heading: 'What they will be told' },
		{ show: 'fields' },
		{ paragraph: 'We tell them nothing else. We never give them your CPR number.' },
		{ heading: 'You are free to say no' },
		{ paragraph: 'Saying no costs you nothing. You still get all the other help you have a right to.' },
		{ heading: 'May they tell us how it is going?' },
		{ paragraph: 'We ask you about that separately. You can say yes to one and no to the other.' },
		{
			paragraph:
				'If you say yes, {organisation} may tell us whether you come, how it is going, and what came of it. If you say no, they may only tell us whether they can help you, whether you have started, and briefly how it ended.',
		},
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
				'You do not have to say why. Then {organisation} can no longer see what we have shared. It does not change what has already happened.',
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
		{ paragraph: 'I would like to tell {organisation} something about you. It is about what they offer: {offer}.' },
		{ paragraph: '{purpose}' },
		{ paragraph: 'This is what I want to tell them:' },
		{ show: 'fields' },
		{ paragraph: 'I tell them nothing else. We never give them your CPR number.' },
		{ paragraph: 'You decide. If you say no, you still get all the other help you have a right to.' },
		{ paragraph: 'Your yes lasts until {expires}. Then it stops by itself.' },
		{
			paragraph:
				'You can take back your yes at any time. Use the link, call {phone}, or tell me. You do not have to say why. Then {organisation} can no longer see what we have shared. It does not change what has already happened.',
		},
		{ paragraph: 'I write down what you answer, when you answer, and that I am the one who explained it.' },
		{
			paragraph:
				'{authority} is responsible for what we know about you. You can ask to see it, and you can ask us to correct it or delete it. You can complain to us or to the Danish Data Protection Agency (Datatilsynet).',
		},
		{ instruction: 'Ask whether the person wants to know more. Wait for the answer.' },
		{ ask: 'main' },
		{ instruction: 'Wait for a clear yes or no. If you are in doubt about the answer, it is a no.' },
		{
			paragraph:
				'Now I ask about something else. If you say yes, {organisation} may tell us whether you come, how it is going, and what came of it. If you say no, they may only tell us whether they can help you, whether you have started, and briefly how it ended.',
		},
		{ ask: 'feedback' },
		{ instruction: 'Write down the answers at once. Give the person the paper, or send the link.' },
	],
	purposes: {
		accompaniment: 'Then they can welcome you well when you come. Someone goes there with you.',
		contact: 'Then they can contact you and agree with you how to get started.',
		information: 'Then they know that you may come. They will not contact you.',
	},
	fields: {
		given_name: 'Your first name',
		family_name: 'Your last name',
		phone: 'Your phone number',
		email: 'Your e-mail',
		language: 'Your language, and whether you need an interpreter',
		age_band: 'Your age group, for example 25-39 years',
		safe_contact: 'How and when it is safe to get in touch with you',
		need: 'In short, why we are asking them',
		goals: 'What you want yourself',
		accompaniment: 'Who goes with you, when, and where you meet',
		practical: 'Practical things, for example a wheelchair',
	},
	question: {
		ask: 'May we tell {organisation} what is written here?',
		yes: 'Yes, you may',
		no: 'No, you may not',
	},
	feedbackQuestion: {
		ask: 'May {organisation} tell us how it is going?',
		yes: 'Yes, they may',
		no: 'No, they may not',
	},
};
