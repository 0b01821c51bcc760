import type { FastifyReply } from 'fastify';

import type { Fault } from './fault';
import { isJsonObject } from './json';
import type { Answer } from './vendor';

export const PAGE =
	'<!DOCTYPE html><html><head><title>Please stand by</title></head>' +
	'<body><h1>Something between you and the service is not well</h1></body></html>';

/** Sends a vendor's answer, spoiled as the fault says; returns what the call log shows. */
export function sendAnswer(
	reply: FastifyReply,
	answer: Answer,
	fault: Fault | undefined,
): number | 'reset' {
	switch (fault?.kind) {
		case 'respond':
			return send(reply, fault.status, fault.headers ?? {}, fault.body);
		case 'html':
			return send(
				reply,
				fault.status ?? 200,
				{ 'content-type': 'text/html; charset=utf-8' },
				fault.body ?? PAGE,
			);
		case 'emptyBody':
			return send(reply, fault.status ?? answer.status, answer.headers, undefined);
		case 'wrongContentType':
			return send(
				reply,
				answer.status,
				{ ...answer.headers, 'content-type': 'text/plain; charset=utf-8' },
				answer.body,
			);
		case 'truncatedJson': {
			const whole = asText(answer.body);
			return send(
				reply,
				answer.status,
				{ 'content-type': 'application/json;charset=utf-8', ...answer.headers },
				whole.slice(0, Math.floor(whole.length / 2)),
			);
		}
		case 'transform': {
			const body = isJsonObject(answer.body) ? fault.change(answer.body) : answer.body;
			return send(reply, fault.status ?? answer.status, answer.headers, body);
		}
		case 'resetAfterApply':
		case 'resetBeforeRead':
			return reset(reply);
		case 'cutAnswer':
			return cut(reply, answer);
		default:
			return send(reply, answer.status, answer.headers, answer.body);
	}
}

function send(
	reply: FastifyReply,
	status: number,
	headers: Record<string, string>,
	body: unknown,
): number {
	void reply.code(status);
	if (body !== undefined && typeof body !== 'string') {
		void reply.header('content-type', 'application/json;charset=utf-8');
	}
	void reply.headers(headers);
	void reply.send(body === undefined ? undefined : asText(body));
	return status;
}

/** Destroys the connection without answering. */
export function reset(reply: FastifyReply): 'reset' {
	reply.hijack();
	reply.raw.socket?.resetAndDestroy();
	return 'reset';
}

function cut(reply: FastifyReply, answer: Answer): 'reset' {
	const whole = Buffer.from(asText(answer.body));
	reply.hijack();
	reply.raw.writeHead(answer.status, {
		'content-type': 'application/json;charset=utf-8',
		...answer.headers,
		'content-length': whole.length,
	});
	// A plain destroy, not a reset: what was written must reach the client before the end does.
	reply.raw.write(whole.subarray(0, Math.floor(whole.length / 2)), () => {
		reply.raw.socket?.destroy();
	});
	return 'reset';
}

function asText(body: unknown): string {
	if (typeof body === 'string') return body;
	return body === undefined ? '' : JSON.stringify(body);
}
