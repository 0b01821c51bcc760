/** Looks over the vendor's shoulder: what was carried out, and which values were ever stored. */
import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Row } from '../conformance/row';
import type { Call, Sandbox } from '../sandbox';
import type { Answer, Vendor, VendorRequest } from '../sandbox/vendor';
import { vendorOf } from './rowTraits';

export interface Watch {
	/** Positions of items whose value was in the store at some time. */
	readonly held: ReadonlySet<number>;
	/** What batches carried, by their place in the call log. */
	readonly bodies: ReadonlyMap<number, BatchBody>;
	/** Records carried out more than once under different idempotency keys. */
	readonly repeated: readonly string[];
	/** Looks at all items once more; tells which are in the store now. */
	look(): ReadonlySet<number>;
}

export interface BatchBody {
	/** Tells bodies apart. */
	readonly hash: string;
	readonly firstRecordBytes: number | undefined;
}

/** @param contested positions of items that others may overwrite: looked at after each call */
export function watch(
	row: Row,
	sandbox: Sandbox,
	items: readonly IDataObject[],
	contested: readonly number[],
	beforeCall: (ordinal: number) => void,
): Watch {
	const vendor: Vendor = sandbox[vendorOf(row)];
	const held = new Set<number>();
	const carriedOut = new Map<string, string>();
	const repeated: string[] = [];
	const bodies = new Map<number, BatchBody>();
	let calls = 0;

	function look(positions: Iterable<number>): void {
		for (const position of positions) {
			if (held.has(position)) continue;
			if (row.holds(sandbox, items[position] as IDataObject)) held.add(position);
		}
	}

	function note(request: VendorRequest, answer: Answer): void {
		if (answer.status < 200 || answer.status >= 300) return;
		const key = String(request.headers['idempotency-key'] ?? request.callIndex);
		for (const record of recordsIn(request)) {
			const known = carriedOut.get(record);
			if (known !== undefined && known !== key) repeated.push(record);
			carriedOut.set(record, key);
		}
	}

	const arrive = vendor.arrive.bind(vendor);
	vendor.arrive = (request) => {
		calls += 1;
		beforeCall(calls);
		look(contested);
		if (row.isBatch(sandbox.calls[request.callIndex] as Call)) {
			bodies.set(request.callIndex, bodyOf(request));
		}
		const work = arrive(request);
		return () => {
			const answer = work();
			if (!row.repeatable && row.isBatch(sandbox.calls[request.callIndex] as Call)) {
				note(request, answer);
			}
			look(contested);
			return answer;
		};
	};
	return {
		held,
		repeated,
		bodies,
		look() {
			const now = items.flatMap((item, at) => (row.holds(sandbox, item) ? [at] : []));
			for (const position of now) held.add(position);
			return new Set(now);
		},
	};
}

function bodyOf(request: VendorRequest): BatchBody {
	const [first] = recordsIn(request);
	return {
		hash: createHash('sha1').update(request.body).digest('base64'),
		firstRecordBytes: first === undefined ? undefined : Buffer.byteLength(first),
	};
}

/** Each entry of the body's list. */
function recordsIn(request: VendorRequest): string[] {
	const parsed = request.json();
	const body: unknown = parsed.ok ? parsed.value : undefined;
	const lists = Array.isArray(body) ? [body as unknown[]] : Object.values(body ?? {});
	return lists
		.filter(Array.isArray)
		.flatMap((list: unknown[]) => list.map((e) => JSON.stringify(e)));
}
