import { Command } from 'commander';
import { seedDemo } from '../lib/demo.server.ts';
import { signInList } from './sign-in-list.ts';
import { withServices } from './with-services.ts';

async function runDemo(): Promise<void> {
	await withServices(async ({ config }) => {
		const { offers, referrals } = await seedDemo();
		const made = offers + referrals > 0;
		console.log(made ? `Made ${offers} demo offers and ${referrals} referrals.` : 'The demo is there already.');
		console.log(signInList());
		if (!config.demo) console.log('Start the server with DEMO=true, or nobody can sign in as them.');
	});
}

export const demoCommand = new Command('demo')
	.description('Load the demo: invented offers, people and referrals. Not into a database with real people in it.')
	.action(runDemo);
