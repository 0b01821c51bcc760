import type { Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

import fastify, { type FastifyInstance } from 'fastify';

import { CallLog } from '../callLog';
import { Holds } from '../holds';
import { vendorPlugin } from '../vendorPlugin';
import { SasSandbox } from './sasSandbox';
import { SAS_TEST_CERTIFICATE, SAS_TEST_CERTIFICATE_KEY } from './testCertificate';

export interface SasServer {
	/** Where the vendor is: `<address>/sas`. */
	readonly url: string;
	readonly sas: SasSandbox;
	readonly calls: CallLog;
	/** Requests that wait on a timer right now. */
	heldRequests(): number;
	close(): Promise<void>;
}

export interface SasServerOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	seed?: number;
	/** A vendor to serve under this address as well; it keeps its own `url`. */
	sas?: SasSandbox;
}

const OPTIONS = { bodyLimit: 1024 ** 3, pluginTimeout: 0, forceCloseConnections: true } as const;

/** This vendor alone behind http. */
export async function startSas(options: SasServerOptions = {}): Promise<SasServer> {
	return serve(fastify(OPTIONS), 'http', options);
}

/**
 * This vendor alone behind https, with a certificate no client trusts: for the option that ignores
 * TLS issues. Trust `SAS_TEST_CERTIFICATE` to get through without it.
 */
export async function startSasHttps(options: SasServerOptions = {}): Promise<SasServer> {
	const https = { cert: SAS_TEST_CERTIFICATE, key: SAS_TEST_CERTIFICATE_KEY };
	const server = fastify<HttpsServer>({ ...OPTIONS, https });
	return serve(server as unknown as FastifyInstance, 'https', options);
}

async function serve(
	server: FastifyInstance,
	scheme: 'http' | 'https',
	{ port = 0, seed = 1, sas: given }: SasServerOptions,
): Promise<SasServer> {
	const sas = given ?? new SasSandbox(seed);
	const calls = new CallLog();
	const holds = new Holds();
	const sockets = new Set<Socket>();
	server.server.keepAliveTimeout = 0;
	server.server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await server.register(vendorPlugin(sas, calls, holds), { prefix: `/${sas.name}` });
	await server.listen({ port, host: '127.0.0.1' });
	const { port: taken } = server.server.address() as AddressInfo;
	const url = `${scheme}://127.0.0.1:${taken}/${sas.name}`;
	if (given === undefined) sas.url = url;
	return {
		url,
		sas,
		calls,
		heldRequests: () => holds.count,
		async close() {
			for (const socket of sockets) socket.destroy();
			holds.releaseAll();
			await server.close();
		},
	};
}
