import type { AddressInfo, Socket } from 'node:net';

import fastify from 'fastify';

import { adminPlugin } from './adminPlugin';
import { alertsPlugin } from './alertsPlugin';
import { BrevoSandbox } from './brevo/brevoSandbox';
import { CallLog } from './callLog';
import { Holds } from './holds';
import { HubSpotSandbox } from './hubspot/hubspotSandbox';
import { MicroSandbox } from './micro/microSandbox';
import { SasSandbox } from './sas/sasSandbox';
import { TalkdeskSandbox } from './talkdesk/talkdeskSandbox';
import { vendorPlugin } from './vendorPlugin';

export { BREVO_FAULTS } from './brevo/brevoFaults';
export {
	DEFAULT_API_KEY as DEFAULT_BREVO_KEY,
	SMTP_KEY as BREVO_SMTP_KEY,
} from './brevo/brevoSandbox';
export type { BrevoSandbox } from './brevo/brevoSandbox';
export { defaultSwitches as defaultBrevoSwitches, type BrevoSwitches } from './brevo/switches';
export type { Call } from './callLog';
export { CallLog } from './callLog';
export type { Applied, Fault, FaultKind } from './fault';
export { FaultPlan, type FaultCall, type FaultRule } from './faultPlan';
export * from './hubspot/hubspotFaults';
export type { HubSpotSandbox } from './hubspot/hubspotSandbox';
export type { HubSpotLimits } from './hubspot/limiter';
export { PORTAL_ID, type NewObjectType } from './hubspot/objectTypes';
export { DEFAULT_OAUTH } from './hubspot/oauth';
export type { NewProperty } from './hubspot/propertyDefinition';
export { ALL_SCOPES } from './hubspot/scopes';
export type { HubSpotStore, StoredRecord, Write } from './hubspot/store';
export { defaultSwitches, type HubSpotSwitches } from './hubspot/switches';
export { DEFAULT_TOKEN, type Token, type TokenRegistry } from './hubspot/tokens';
export {
	DEFAULT_API_KEY as DEFAULT_MICRO_KEY,
	DEFAULT_TEAM_ID as DEFAULT_MICRO_TEAM,
} from './micro/apiKeys';
export { MICRO_FAULTS } from './micro/microFaults';
export type { MicroSandbox } from './micro/microSandbox';
export { CONTACT_LIST_ID as MICRO_CONTACT_LIST } from './micro/objectTypes';
export { defaultSwitches as defaultMicroSwitches, type MicroSwitches } from './micro/switches';
export * from './sas/accounts';
export { SAS_FAULTS } from './sas/sasFaults';
export type { NewList, SasSandbox } from './sas/sasSandbox';
export type { SeededLists } from './sas/seedLists';
export { defaultSasSwitches, type SasSwitches } from './sas/switches';
export { DEFAULT_SAS_TOKEN } from './sas/tokens';
export { ACCOUNT as TALKDESK_ACCOUNT, BASIC_CLIENT as TALKDESK_CLIENT } from './talkdesk/clients';
export { flagLies, lostEntries, TALKDESK_FAULTS } from './talkdesk/talkdeskFaults';
export type { RecordData as TalkdeskRecord } from './talkdesk/record';
export { defaultSwitches as defaultTalkdeskSwitches } from './talkdesk/switches';
export type { TalkdeskSwitches } from './talkdesk/switches';
export type { TalkdeskSandbox } from './talkdesk/talkdeskSandbox';

export interface SandboxOptions {
	/** 0, the default, takes any free port. */
	port?: number;
	/** Seeds everything left to chance. */
	seed?: number;
}

export interface Sandbox {
	readonly url: string;
	readonly brevo: BrevoSandbox;
	readonly hubspot: HubSpotSandbox;
	readonly micro: MicroSandbox;
	readonly sas: SasSandbox;
	readonly talkdesk: TalkdeskSandbox;
	/** Bodies received by POST `${url}/alerts`. */
	readonly alerts: readonly unknown[];
	/** Every call to a vendor, in arrival order. */
	readonly calls: CallLog;
	/** Requests that wait on a timer right now. */
	heldRequests(): number;
	/** Ends at once, whatever is open or hung. */
	close(): Promise<void>;
}

const LARGEST_BODY = 1024 ** 3;

/** Starts all simulated vendors behind one local HTTP server. */
export async function startSandbox({ port = 0, seed = 1 }: SandboxOptions = {}): Promise<Sandbox> {
	const calls = new CallLog();
	const alerts: unknown[] = [];
	const holds = new Holds();
	const sockets = new Set<Socket>();
	const brevo = new BrevoSandbox(seed);
	const hubspot = new HubSpotSandbox(seed);
	const micro = new MicroSandbox(seed);
	const sas = new SasSandbox(seed);
	const talkdesk = new TalkdeskSandbox(seed);
	const vendors = [hubspot, sas, talkdesk, brevo, micro];

	// No plugin timeout: it would be a timer, and tests may own the timers.
	const server = fastify({
		bodyLimit: LARGEST_BODY,
		pluginTimeout: 0,
		forceCloseConnections: true,
	});
	server.server.keepAliveTimeout = 0;
	server.server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	for (const vendor of vendors) {
		await server.register(vendorPlugin(vendor, calls, holds), { prefix: `/${vendor.name}` });
	}
	await server.register(adminPlugin(vendors, calls), { prefix: '/admin' });
	await server.register(alertsPlugin(alerts));
	await server.listen({ port, host: '127.0.0.1' });

	const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	for (const vendor of vendors) vendor.url = `${url}/${vendor.name}`;
	return {
		url,
		brevo,
		hubspot,
		micro,
		sas,
		talkdesk,
		alerts,
		calls,
		heldRequests: () => holds.count,
		async close() {
			for (const socket of sockets) socket.destroy();
			holds.releaseAll();
			await server.close();
		},
	};
}
