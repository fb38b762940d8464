import { Command } from 'commander';
import { z } from 'zod';
import { asActor } from '../lib/database/as-actor.server.ts';
import { eraseEverywhere } from '../lib/erasure.server.ts';
import { DomainError } from '../lib/errors.ts';
import { systemActor } from '../lib/identity/actor.ts';
import { withServices } from './with-services.ts';

async function runErase(citizenId: string, options: { yes?: true }): Promise<void> {
	if (!z.uuid().safeParse(citizenId).success)
		throw new DomainError('citizen.not_found', 404, 'That is no citizen’s id.');
	if (!options.yes) {
		throw new DomainError('citizen.not_confirmed', 400, 'There is no way back. Run it again with --yes to erase.');
	}
	const left = await withServices(() => asActor(systemActor, (tx) => eraseEverywhere(tx, systemActor, citizenId)));
	console.log(`Erased. ${left} referrals are left to be counted; they name nobody.`);
}

export const eraseCitizenCommand = new Command('erase-citizen')
	.description(
		'Destroy one citizen’s key and everything written about them. Write it out for the case file first: subject-access. ' +
			'Refused while a referral is open or a legal hold is in force.',
	)
	.argument('<citizen>', 'the citizen’s id, as in the address of their page')
	.option('--yes', 'really do it: there is no way back')
	.action(runErase);
