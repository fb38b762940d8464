import type { Role } from './actor.ts';

/** One of the things a signed-in person is, and where. */
export interface Hat {
	/** of the membership */
	id: string;
	role: Role;
	/** the centre's or organisation's name in the language of the page */
	place: string | null;
}

/** What the header shows of who is signed in. */
export interface Account {
	name: string;
	hats: Hat[];
	/** undefined when the person has no role any more */
	worn: Hat | undefined;
}
