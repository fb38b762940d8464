import type { NoticeText } from './text.ts';

export const notice1en: NoticeText = {
	kind: 'notice',
	version: 'notice-1',
	language: 'en',
	direction: 'ltr',
	status: 'draft_translation',
	title: 'How we look after what we know about you',
	body: [
		{ heading: 'Who is responsible?' },
		{ paragraph: '{authority} is. You meet us at {centre}. Call us on {phone}.' },
		{ paragraph: 'One person here watches over how we look after it. Write to: {dpo}.' },
		{ heading: 'What do we keep, and why?' },
		{
			paragraph:
				'We keep your name, how we can reach you, and what we have agreed with you. We do it to be able to help you. It is a task the law gives us.',
		},
		{ paragraph: 'We have it from you, or from the person who helps you here.' },
		{ heading: 'Who do we tell?' },
		{
			paragraph:
				'If you have said yes, we tell {organisation} what you said yes to. They are themselves responsible for looking after what they are told.',
		},
		{ paragraph: 'We do not send it out of the EU.' },
		{ heading: 'For how long?' },
		{
			paragraph:
				'{organisation} can see it here as long as your yes lasts, and at most {days} days after it has ended. The law says how long we must keep it ourselves.',
		},
		{ heading: 'What can you ask for?' },
		{
			list: [
				'You can see what we have about you, and who has looked.',
				'You can have mistakes corrected.',
				'You can ask us to delete it, or to stop using it for a while.',
				'You can object to our using it.',
				'You can take what you gave us yourself with you.',
				'You can take back your yes at any time. It does not change what has already happened.',
			],
		},
		{ paragraph: 'No machine decides anything about you. People do.' },
		{ heading: 'Are you not satisfied?' },
		{
			paragraph:
				'Tell us. You can also complain to the Danish Data Protection Agency (Datatilsynet): Carl Jacobsens Vej 35, 2500 Valby, Denmark. Call 33 19 32 00, or go to datatilsynet.dk.',
		},
		{ heading: 'The rules' },
		{
			paragraph:
				'We help you under GDPR article 6(1)(e) and article 9(2)(f). We tell others because you said yes: article 6(1)(a) and article 9(2)(a). This paper follows articles 13 and 14.',
		},
	],
};
