import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Call, CallLog } from './callLog';
import { appliesWrite, type Fault } from './fault';
import type { FaultRule } from './faultPlan';
import type { Holds } from './holds';
import { parseJson, type ParsedBody } from './json';
import { reset, sendAnswer } from './sendAnswer';
import type { Answer, Vendor, VendorRequest } from './vendor';

const NO_BODY = Buffer.alloc(0);
const NOTHING: Answer = { status: 0, headers: {}, body: undefined };

interface Entered {
	call: Call;
	index: number;
	/** Resets that could not be judged on the headers alone. */
	putOff: readonly FaultRule[];
	declaredType: string | undefined;
}

/** Serves one vendor below `/<name>`: logs each call, lets faults at it, waits, answers. */
export function vendorPlugin(vendor: Vendor, calls: CallLog, holds: Holds) {
	return async (server: FastifyInstance): Promise<void> => {
		const entered = new WeakMap<FastifyRequest, Entered>();

		// The vendors judge content types and JSON themselves, so every body arrives as raw bytes.
		server.removeAllContentTypeParsers();
		server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
			done(null, body);
		});

		server.addHook('onRequest', async (request, reply) => {
			const entry = enter(vendor, calls, request);
			entered.set(request, entry);
			// Fastify would answer nonsense here by itself; hidden from it, the vendor gets to.
			request.raw.headers['content-type'] = 'application/octet-stream';
			const { fault, putOff } = vendor.faults.onHeaders({ ...entry.call, index: entry.index });
			entry.putOff = putOff;
			if (fault === undefined) return;
			entry.call.fault = fault.label ?? fault.kind;
			entry.call.status = reset(reply);
			entry.call.answeredAt = Date.now();
		});

		const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
			const { call, index, putOff, declaredType } = entered.get(request) as Entered;
			if (declaredType === undefined) delete request.raw.headers['content-type'];
			else request.raw.headers['content-type'] = declaredType;
			const asked = readRequest(request, call, index);
			call.bytes = asked.body.length;
			vendor.describe(asked, call, calls.keepIds);

			const fault = vendor.faults.onBody({ ...call, index }, view(asked), putOff);
			if (fault !== undefined) call.fault = fault.label ?? fault.kind;
			// Counted on arrival, whatever happens later: a gateway error still used up the call.
			const work = vendor.arrive(asked);
			await holds.wait(vendor.latencyMs + (fault?.beforeMs ?? 0));
			const answer = appliesWrite(fault) ? work() : NOTHING;
			await holds.wait(fault?.afterMs ?? 0);
			return finish(reply, call, answer, fault);
		};
		server.all('/', handle);
		server.all('/*', handle);
	};
}

function finish(
	reply: FastifyReply,
	call: Call,
	answer: Answer,
	fault: Fault | undefined,
): FastifyReply {
	if (fault?.kind === 'hang') return reply.hijack();
	call.status = sendAnswer(reply, answer, fault);
	call.answeredAt = Date.now();
	const retryAfter = reply.getHeader('retry-after');
	if (retryAfter !== undefined) call.retryAfter = String(retryAfter);
	return reply;
}

function enter(vendor: Vendor, calls: CallLog, request: FastifyRequest): Entered {
	const target = request.raw.url ?? '/';
	const mark = target.indexOf('?');
	const path = (mark < 0 ? target : target.slice(0, mark)).slice(vendor.name.length + 1);
	const { authorization } = request.headers;
	const idempotencyKey = request.headers['idempotency-key'];
	const call: Call = {
		vendor: vendor.name,
		method: request.method,
		path: path === '' ? '/' : path,
		query: mark < 0 ? '' : target.slice(mark + 1),
		bytes: 0,
		status: 'pending',
		records: 0,
		at: Date.now(),
		...(authorization === undefined ? {} : { authorization }),
		...(typeof idempotencyKey === 'string' ? { idempotencyKey } : {}),
	};
	return {
		call,
		index: calls.push(call) - 1,
		putOff: [],
		declaredType: request.headers['content-type'],
	};
}

function readRequest(request: FastifyRequest, call: Call, callIndex: number): VendorRequest {
	const body = Buffer.isBuffer(request.body) ? request.body : NO_BODY;
	let text: string | undefined;
	let parsed: ParsedBody | undefined;
	let query: URLSearchParams | undefined;
	return {
		method: call.method,
		path: call.path,
		get query() {
			return (query ??= new URLSearchParams(call.query));
		},
		urlLength: request.raw.url?.length ?? 0,
		headers: request.headers,
		body,
		callIndex,
		text: () => (text ??= body.toString('utf8')),
		json() {
			return (parsed ??= parseJson(this.text()));
		},
	};
}

/** What fault rules see of the body, parsed only if one looks. */
function view(request: VendorRequest): { readonly value: unknown; readonly bytes: Buffer } {
	return {
		get value() {
			const parsed = request.json();
			return parsed.ok ? parsed.value : undefined;
		},
		bytes: request.body,
	};
}
