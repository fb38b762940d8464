import { beforeAll, expect, it } from 'vitest';
import { offer } from '../src/lib/catalogue/tables.server.ts';
import { asActor } from '../src/lib/database/as-actor.server.ts';
import { publicActor } from '../src/lib/identity/actor.ts';
import { onEachDatabase } from './database.ts';
import { makeLocation, makeMeeting } from './factories.ts';

onEachDatabase('rows for tests', (open) => {
	beforeAll(async () => void (await open()));

	it('make everyone a referral concerns', async () => {
		const meeting = await makeMeeting();
		await makeLocation(meeting.offer.id);
		expect(meeting.staff.administrator.centreId).toBeNull();
		expect(meeting.contact.organisationId).toBe(meeting.organisationId);
		expect(meeting.otherContact.organisationId).not.toBe(meeting.organisationId);
		const seen = await asActor(publicActor, (tx) => tx.select({ slug: offer.slug }).from(offer));
		expect(seen).toEqual([{ slug: meeting.offer.slug }]);
	});
});
