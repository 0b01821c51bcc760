/** Carries a case out: the real node in the real engine, against the simulator, in simulated time. */
import type { IDataObject } from 'n8n-workflow';
import type { Row } from '../conformance/row';
import { secretTexts } from '../engine/credentialTexts';
import { createEngine, type Engine, type RunResult, type WorkflowJson } from '../engine';
import { watchHttpTraffic } from '../engine/httpTraffic';
import { useVirtualTime } from '../engine/virtualTime';
import { startSandbox, type Call, type Sandbox } from '../sandbox';
import { Random } from '../sandbox/random';
import { FAULT_KINDS, TIMEOUT_MS } from './faultKinds';
import type { FuzzCase, PlannedFault, Slot } from './fuzzCase';
import { expireTokens, vendorOf } from './rowTraits';
import { watchSteering } from './judgeSteering';
import { watch, type Watch } from './watch';

export interface Observation {
	readonly row: Row;
	readonly items: readonly IDataObject[];
	readonly result: RunResult;
	readonly watched: Watch;
	/** Positions of items whose value is in the store in the end. */
	readonly stored: ReadonlySet<number>;
	readonly sandbox: Sandbox;
	readonly calls: readonly Call[];
	/** Simulated time until the run was over. */
	readonly elapsedMs: number;
	/** Requests that left after that. */
	readonly late: readonly Call[];
	/** Paths of requests that took a secret to somebody else. */
	readonly steered: readonly string[];
	/** How often each kind of fault was met. */
	readonly met: ReadonlyMap<string, number>;
}

let engine: Promise<Engine> | undefined;
const CALM_MS = 3_600_000;

/** @param judge looks at what happened while the sandbox is still there */
export async function runCase<T>(
	fuzzCase: FuzzCase,
	row: Row,
	judge: (observation: Observation) => T,
): Promise<T> {
	engine ??= createEngine();
	const runner = await engine;
	const sandbox = await namelessly(startSandbox);
	if (!fuzzCase.limits) row.withoutLimits(sandbox);
	const traffic = watchHttpTraffic();
	// A request that timed out leaves its hold behind for some milliseconds.
	const time = useVirtualTime({
		held: () => Math.min(sandbox.heldRequests(), traffic.inFlight()),
		// Bodies of many megabytes on a busy machine.
		stalledAfterRealMs: 120_000,
	});
	const chance = Math.random;
	const random = new Random(fuzzCase.seed);
	Math.random = () => random.below(1_000_000) / 1_000_000;
	try {
		const vendor = sandbox[vendorOf(row)];
		const items = itemsOf(row, sandbox, fuzzCase.slots);
		vendor.latencyMs = fuzzCase.latencyMs;
		const credentials = row.credentials(sandbox);
		const met = new Map<string, number>();
		const meet = (kind: string) => met.set(kind, (met.get(kind) ?? 0) + 1);
		const watched = watch(row, sandbox, items, contestedIn(fuzzCase.slots), (ordinal) => {
			if (!fuzzCase.expireBefore.includes(ordinal)) return;
			expireTokens(row, sandbox);
			meet('token expiry');
		});
		const secrets = new Set([...row.secrets, ...secretTexts(credentials)]);
		const steered = watchSteering(row, sandbox, secrets);
		planFaults(fuzzCase, row, sandbox, [...secrets], meet);
		const running = runner.start(workflowOf(row, fuzzCase), { input: items, credentials });
		const { cancelAtMs } = fuzzCase;
		let over = false;
		if (cancelAtMs !== undefined) {
			time.at(cancelAtMs, () => {
				if (over) return;
				meet('cancel');
				running.cancel();
			});
		}
		const result = await time.drive(running.done);
		over = true;
		const elapsedMs = time.elapsedMs();
		const calls = [...sandbox.calls];
		// Whatever is still on its way arrives, and every process ends.
		await time.drive(new Promise<void>((resolve) => setTimeout(resolve, CALM_MS)));
		const stored = watched.look();
		const late = sandbox.calls.slice(calls.length);
		return judge({
			...{ row, items, result, watched, stored, sandbox },
			...{ calls, late, steered, elapsedMs, met },
		});
	} finally {
		Math.random = chance;
		time.restore();
		traffic.stop();
		await sandbox.close();
	}
}

/** Fastify looks for a plugin's name in the whole module cache, which jest makes slow. */
async function namelessly<T>(start: () => Promise<T>): Promise<T> {
	const name = Symbol.for('fastify.display-name');
	Object.defineProperty(Function.prototype, name, { value: 'vendor', configurable: true });
	try {
		return await start();
	} finally {
		Reflect.deleteProperty(Function.prototype, name);
	}
}

function itemsOf(row: Row, sandbox: Sandbox, slots: readonly Slot[]): IDataObject[] {
	const bases = row.good(sandbox, Math.max(0, ...slots.map(({ base }) => base + 1)));
	return slots.map(({ base, agains, kind, bytes = 0 }) => {
		let item = bases[base] as IDataObject;
		for (let n = 0; n < agains; n++) item = row.again?.(item) ?? item;
		if (kind === 'large' || kind === 'oversize') return row.large?.(item, bytes) ?? item;
		if (kind === 'refused') return row.refused(item);
		if (kind === 'malformed') return row.malformed(item);
		return kind === 'unknown' && row.unknown ? row.unknown(item) : item;
	});
}

function contestedIn(slots: readonly Slot[]): number[] {
	const users = new Map<number, number>();
	for (const { base } of slots) users.set(base, (users.get(base) ?? 0) + 1);
	return slots.flatMap(({ base }, position) => ((users.get(base) ?? 0) > 1 ? [position] : []));
}

function planFaults(
	{ faults, latencyMs }: FuzzCase,
	row: Row,
	sandbox: Sandbox,
	secrets: readonly string[],
	meet: (kind: string) => void,
): void {
	const other = vendorOf(row) === 'hubspot' ? 'micro' : 'hubspot';
	// Another name is another host.
	const elsewhere = `${sandbox.url.replace('127.0.0.1', 'localhost')}/${other}/steered`;
	const ordinals: number[] = [];
	const counts = { batch: 0, other: 0 };
	const place = (index: number) => {
		for (let next = ordinals.length; next <= index; next++) {
			const call = sandbox.calls[next] as Call;
			ordinals.push(++counts[row.isBatch(call) ? 'batch' : 'other']);
		}
		return ordinals[index] ?? 0;
	};
	const meets = ({ scope, from, times }: PlannedFault, index: number) => {
		const ordinal = place(index);
		const batch = row.isBatch(sandbox.calls[index] as Call);
		return batch === (scope === 'batch') && ordinal >= from && ordinal < from + times;
	};
	for (const planned of faults) {
		const build = FAULT_KINDS[planned.kind];
		if (build === undefined) throw new Error(`No such fault: ${planned.kind}`);
		const fault = build(planned.variant, { latencyMs, secrets, elsewhere });
		row.faults(sandbox).add({
			when({ index }) {
				const met = meets(planned, index);
				if (met) meet(planned.kind);
				return met;
			},
			fault: { ...fault, label: planned.kind },
		});
	}
}

function workflowOf({ node }: Row, { options }: FuzzCase): WorkflowJson {
	const { onError, batchSize, ...own } = options;
	const parameters = {
		...node.parameters,
		options: { ...(node.parameters.options as IDataObject | undefined), ...own },
		requestOptions: {
			timeout: TIMEOUT_MS,
			...(batchSize !== undefined && { batching: { batch: { batchSize, batchInterval: 0 } } }),
		},
	};
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{ ...node, name: 'Bulk', parameters, onError },
		],
		connections: { Start: { main: [[{ node: 'Bulk', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
