import { partId } from '../../store/record-identity.server.ts';
import type { ContactRecord, PhoneRecord, ScheduleRecord } from '../record.ts';
import { known, standardEmail, type HsdsObject } from './object.ts';

/*
 * Phones, contacts and opening hours: documents in our rows, objects with an id of their own in HSDS. The id is made
 * from the owner's and the place in the list, so that it is the same in every answer.
 */

export function phoneObjects(owner: string, phones: readonly PhoneRecord[]): HsdsObject[] {
	return phones.map((phone, index) =>
		known({
			id: partId(owner, 'phone', String(index)),
			number: phone.number,
			// The standard's extension is a number; »12a« goes into the words.
			extension: phone.extension && /^\d{1,9}$/u.test(phone.extension) ? Number(phone.extension) : undefined,
			type: phone.type,
			description: phone.description,
		}),
	);
}

export function contactObjects(owner: string, contacts: readonly ContactRecord[]): HsdsObject[] {
	return contacts.map((contact, index) => {
		const id = partId(owner, 'contact', String(index));
		return known({
			id,
			name: contact.name,
			title: contact.title,
			email: standardEmail(contact.email ?? null),
			phones: contact.phone ? phoneObjects(id, [{ number: contact.phone }]) : [],
		});
	});
}

const everyDay = 'MO,TU,WE,TH,FR,SA,SU';

/** HSDS 3.0 knows weeks and months: every day is every weekday of the week, a single day is one that counts once. */
function recurrence({ freq, byday, count }: ScheduleRecord): HsdsObject {
	if (freq === 'DAILY') return { freq: 'WEEKLY', byday: byday ?? everyDay, count };
	if (freq === 'WEEKLY' || freq === 'MONTHLY') return { freq, byday, count };
	return { byday, count: freq === 'ONCE' ? 1 : count };
}

export function scheduleObjects(owner: string, schedules: readonly ScheduleRecord[]): HsdsObject[] {
	return schedules.map((schedule, index) =>
		known({
			id: partId(owner, 'schedule', String(index)),
			...recurrence(schedule),
			interval: schedule.interval,
			bymonthday: schedule.bymonthday,
			dtstart: schedule.dtstart,
			until: schedule.until,
			valid_from: schedule.validFrom,
			valid_to: schedule.validTo,
			opens_at: schedule.opensAt,
			closes_at: schedule.closesAt,
			description: schedule.description,
		}),
	);
}
