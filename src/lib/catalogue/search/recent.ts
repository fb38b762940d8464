/** Keeps the answers asked for most recently. A Map remembers the order in which its keys were set. */
export class Recent<T> {
	readonly #kept = new Map<string, T>();
	readonly #most: number;

	constructor(most: number) {
		this.#most = most;
	}

	/** The kept answer, or the one made now. */
	get(key: string, make: () => T): T {
		const known = this.#kept.get(key);
		if (known !== undefined) {
			this.#kept.delete(key);
			this.#kept.set(key, known);
			return known;
		}
		const made = make();
		this.#kept.set(key, made);
		if (this.#kept.size > this.#most) {
			const oldest = this.#kept.keys().next();
			if (!oldest.done) this.#kept.delete(oldest.value);
		}
		return made;
	}
}
