import type { Tx } from '../database/as-actor.server.ts';
import { notifyUser } from '../notifications/notify.server.ts';
import { systemActor } from './actor.ts';

/** Tells somebody that how they sign in has changed, so that they hear of it when it was not they. As the system. */
export const tellAccountChanged = (tx: Tx, userId: string): Promise<void> =>
	notifyUser(tx, systemActor, userId, 'account_changed', '/account');
