const NONE: readonly string[] = [];

/** Ids by a value that several records may share. */
export class Lookup {
	private readonly ids = new Map<string, readonly string[]>();

	get(value: string): readonly string[] {
		return this.ids.get(value) ?? NONE;
	}

	add(value: string, id: string): void {
		const known = this.ids.get(value);
		if (known === undefined) this.ids.set(value, [id]);
		else if (!known.includes(id)) this.ids.set(value, [...known, id]);
	}

	remove(value: string, id: string): void {
		const left = this.get(value).filter((other) => other !== id);
		if (left.length > 0) this.ids.set(value, left);
		else this.ids.delete(value);
	}

	/** Whether somebody other than `id` has the value. */
	isTaken(value: string, id: string | undefined): boolean {
		return this.get(value).some((owner) => owner !== id);
	}
}
