import type { ListDefinition } from './listDefinition';
import { Rows } from './rows';
import { laterThan } from './stamps';

export interface Revision {
	id: string;
	revision: number;
	label: string;
	description: string;
	createdAt: number;
	createdBy: string;
}

/** Groups that may see or change one list; without them, everyone who may use lists. */
export interface Access {
	readers?: readonly string[];
	writers?: readonly string[];
}

export interface Job {
	id: string;
	kind: 'import' | 'purge';
	fileName: string;
	sha256: string;
	createdBy: string;
	/** Microseconds; from `finishAt` (milliseconds) on it is over. */
	createdAt: number;
	finishAt: number;
	/** Empty if it is to succeed. */
	errors: readonly object[];
	recordCount: number;
	/** Does the work; taken away once done. */
	apply: (() => void) | undefined;
}

/** One list with everything that hangs on it. Times are in microseconds. */
export class ListResource {
	rows: Rows;
	readonly revisions: Revision[] = [];
	/** Number of the revision in use. */
	deployedRevision: number | undefined;
	readonly jobs: Job[] = [];
	readonly createdAt = laterThan(0);
	modifiedAt = this.createdAt;
	modifiedBy: string;

	constructor(
		readonly id: string,
		private current: ListDefinition,
		readonly createdBy: string,
		readonly access: Access,
	) {
		this.rows = new Rows(current);
		this.modifiedBy = createdBy;
	}

	get definition(): ListDefinition {
		return this.current;
	}

	/** Columns and duplicate keys only ever change while there are no rows; masks at any time. */
	redefine(definition: ListDefinition): void {
		this.current = definition;
		if (this.rows.count === 0) this.rows = new Rows(definition);
		else this.rows.mask(definition.columns);
	}

	touch(by: string): void {
		this.modifiedAt = laterThan(this.modifiedAt);
		this.modifiedBy = by;
	}

	/** Finishes jobs whose time has come; asked before anything looks at the list. */
	settle(): void {
		const now = Date.now();
		for (const job of this.jobs) {
			if (job.apply === undefined || now < job.finishAt) continue;
			const { apply } = job;
			job.apply = undefined;
			apply();
		}
	}

	get running(): boolean {
		const now = Date.now();
		return this.jobs.some(({ finishAt }) => now < finishAt);
	}
}
