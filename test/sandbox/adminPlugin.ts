import type { FastifyInstance } from 'fastify';

import { BREVO_FAULTS } from './brevo/brevoFaults';
import type { CallLog } from './callLog';
import type { Fault } from './fault';
import { HUBSPOT_FAULTS } from './hubspot/hubspotFaults';
import { isJsonObject, type JsonObject } from './json';
import { MICRO_FAULTS } from './micro/microFaults';
import { readWhen } from './readWhen';
import { SAS_FAULTS } from './sas/sasFaults';
import { TALKDESK_FAULTS } from './talkdesk/talkdeskFaults';
import type { Vendor } from './vendor';

/** A vendor that can be set up over HTTP. */
export interface Steerable extends Vendor {
	latencyMs: number;
	readonly switches: object;
	readonly limits: object;
}

const KINDS = new Set<string>([
	'respond',
	'resetBeforeRead',
	'resetAfterApply',
	'cutAnswer',
	'truncatedJson',
	'html',
	'emptyBody',
	'wrongContentType',
	'slow',
	'hang',
]);

/** Ready-made faults by vendor. */
const HELPERS: Readonly<Record<string, object>> = {
	brevo: BREVO_FAULTS,
	hubspot: HUBSPOT_FAULTS,
	micro: MICRO_FAULTS,
	sas: SAS_FAULTS,
	talkdesk: TALKDESK_FAULTS,
};

/** Faults, switches and the call log by curl, for those who run the sandbox on its own. */
export function adminPlugin(vendors: readonly Steerable[], calls: CallLog) {
	return async (server: FastifyInstance): Promise<void> => {
		const vendorOf = (name: unknown): Steerable => {
			const vendor = vendors.find((one) => one.name === (name ?? vendors[0]?.name));
			if (vendor === undefined) throw problem(`There is no vendor ${String(name)}`);
			return vendor;
		};

		server.get('/calls', async (request) => {
			const { vendor } = request.query as { vendor?: string };
			return vendor === undefined ? [...calls] : calls.of(vendor);
		});
		server.delete('/calls', async () => {
			calls.clear();
			return { cleared: true };
		});
		server.get('/faults', async () =>
			Object.fromEntries(
				vendors.map(({ name, faults }) => [name, { pending: faults.pending, hits: faults.hits }]),
			),
		);
		server.post('/faults', async (request, reply) => {
			const body = request.body;
			if (!isJsonObject(body)) throw problem('Send a JSON object with "fault" or "helper"');
			const times = body['times'];
			const vendor = vendorOf(body['vendor']);
			vendor.faults.add({
				fault: readFault(body, HELPERS[vendor.name] ?? {}),
				when: readWhen(body['when']),
				...(typeof times === 'number' ? { times } : {}),
			});
			return reply.code(201).send({ added: true });
		});
		server.delete('/faults', async () => {
			for (const { faults } of vendors) faults.clear();
			return { cleared: true };
		});
		server.patch('/:vendor', async (request) => {
			const vendor = vendorOf((request.params as { vendor: string }).vendor);
			const body = request.body;
			if (!isJsonObject(body)) throw problem('Send a JSON object');
			set(vendor.switches, body['switches']);
			set(vendor.limits, body['limits']);
			if (typeof body['latencyMs'] === 'number') vendor.latencyMs = body['latencyMs'];
			const { switches, limits, latencyMs } = vendor;
			return { switches, limits, latencyMs };
		});
	};
}

function readFault(body: JsonObject, helpers: object): Fault {
	const { fault, helper } = body;
	if (typeof helper === 'string' && Object.hasOwn(helpers, helper)) {
		const make = helpers[helper as keyof typeof helpers] as (...given: unknown[]) => Fault;
		return make(...(Array.isArray(body['arguments']) ? (body['arguments'] as unknown[]) : []));
	}
	if (isJsonObject(fault) && KINDS.has(String(fault['kind']))) return fault as unknown as Fault;
	throw problem(
		`"fault.kind" is one of ${[...KINDS].join(', ')}; ` +
			`"helper" is one of ${Object.keys(helpers).join(', ')}`,
	);
}

/** Sets known fields only: a misspelt switch must not look as if it worked. */
function set(target: object, changes: unknown): void {
	if (changes === undefined) return;
	if (!isJsonObject(changes)) throw problem('Changes must be a JSON object');
	for (const [name, value] of Object.entries(changes)) {
		if (!Object.hasOwn(target, name)) throw problem(`There is no "${name}" to set`);
		(target as JsonObject)[name] = value;
	}
}

function problem(message: string): Error & { statusCode: number } {
	return Object.assign(new Error(message), { statusCode: 400 });
}
