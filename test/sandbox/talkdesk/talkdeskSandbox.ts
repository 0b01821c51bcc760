import type { Steerable } from '../adminPlugin';
import type { Call } from '../callLog';
import { FaultPlan } from '../faultPlan';
import { Random } from '../random';
import type { Answer, VendorRequest } from '../vendor';
import { HAL_JSON } from './bulkEnvelope';
import { CallRate } from './callRate';
import { ClientRegistry } from './clients';
import { isFile, takeFile } from './csvFile';
import { describeBulk } from './describeBulk';
import { defaultLimits, type TalkdeskLimits } from './limits';
import type { UniqueIdentifierType } from './recordList';
import { Refusal, refusal } from './refusal';
import { nowhere, route } from './router';
import { seedRecords, type SeedOptions } from './seedRecords';
import { TalkdeskStore, type NewList } from './store';
import { defaultSwitches, type TalkdeskSwitches } from './switches';
import { accountOf, TokenEndpoint } from './tokenEndpoint';
import { TokenRegistry, type Token } from './tokens';
import type { World } from './world';

/** One Talkdesk account: its token host below `/{account}`, its API host at the root. */
export class TalkdeskSandbox implements Steerable {
	readonly name = 'talkdesk';
	readonly switches: TalkdeskSwitches = defaultSwitches();
	readonly limits: TalkdeskLimits = defaultLimits();
	readonly faults = new FaultPlan();
	readonly store = new TalkdeskStore();
	readonly clients = new ClientRegistry();
	readonly tokens: TokenRegistry;
	latencyMs = 0;
	/** Set once the server listens. */
	url = '';
	private readonly world: World;
	private readonly tokenEndpoint: TokenEndpoint;
	private readonly rate: CallRate;
	private nextNumber = 1;

	constructor(private readonly seed: number) {
		const { switches, limits, store, clients } = this;
		const url = (): string => this.url;
		this.tokens = new TokenRegistry(limits);
		this.rate = new CallRate(limits, switches);
		this.tokenEndpoint = new TokenEndpoint({ switches, limits, clients, tokens: this.tokens, url });
		const random = new Random(seed);
		this.world = { switches, limits, store, random, teams: [], campaigns: [], url };
	}

	/** Where this account's tokens come from; also the audience of a client assertion. */
	tokenUrl(account: string): string {
		return `${this.url}/${account}/oauth/token`;
	}

	seedList(name: string, type: UniqueIdentifierType = 'PHONE_NUMBER', more: Partial<NewList> = {}) {
		return this.store.putList({ ...more, name, uniqueIdentifierType: type });
	}

	/** Lists enough to fill pages; their kinds take turns. */
	seedLists(count: number): string[] {
		const kinds = ['PHONE_NUMBER', 'EXTERNAL', 'NOTHING'] as const;
		return Array.from({ length: count }, (_, at) =>
			this.seedList(`Calls of week ${String(at + 1).padStart(3, '0')}`, kinds[at % 3]),
		);
	}

	/** Adds people to a list; no phone number or external id comes twice. */
	seedRecords(listId: string, count: number, options: SeedOptions = {}): string[] {
		const from = options.from ?? this.nextNumber;
		this.nextNumber = Math.max(this.nextNumber, from + count);
		return seedRecords(this.store, listId, count, { seed: this.seed, ...options, from });
	}

	/** One list of each kind, with people in them. */
	seedAccount(recordsEach = 100): { phone: string; external: string; nothing: string } {
		const lists = {
			phone: this.seedList('Renewals in spring', 'PHONE_NUMBER'),
			external: this.seedList('From the warehouse', 'EXTERNAL'),
			nothing: this.seedList('Trade fair leads', 'NOTHING'),
		};
		for (const id of Object.values(lists)) this.seedRecords(id, recordsEach);
		return lists;
	}

	seedTeam(name: string, listIds: readonly string[] = []): string {
		const id = this.store.newId('team');
		this.world.teams.push({ id, name });
		for (const listId of listIds) this.store.list(listId)?.teamIds.add(id);
		return id;
	}

	seedCampaign(name: string, listIds: readonly string[] = []): string {
		const id = this.store.newId('campaign');
		this.world.campaigns.push({ id, name });
		for (const listId of listIds) this.store.list(listId)?.campaignIds.add(id);
		return id;
	}

	/** Adds an upload request that a bulk create may name; returns its id. */
	seedUploadRequest(listId: string): string {
		const list = this.store.list(listId);
		if (list === undefined) throw new Error(`There is no record list ${listId}`);
		return this.store.addUpload(list).id;
	}

	describe(request: VendorRequest, call: Call, keepIds: boolean): void {
		describeBulk(request, call, keepIds);
	}

	arrive(request: VendorRequest): () => Answer {
		let work: () => Answer;
		try {
			work = this.receive(request);
		} catch (error) {
			work = () => {
				throw error;
			};
		}
		return () => {
			try {
				return work();
			} catch (error) {
				if (!(error instanceof Refusal)) throw error;
				const { status, body, headers } = error;
				const type = body === undefined ? {} : HAL_JSON;
				return { status, headers: { ...type, ...headers }, body };
			}
		};
	}

	/** Everything that counts on arrival: who calls, with which token, how often. */
	private receive(request: VendorRequest): () => Answer {
		const { maxBodyBytes } = this.limits;
		if (maxBodyBytes !== undefined && request.body.length > maxBodyBytes) {
			throw new Refusal(413, undefined);
		}
		const account = accountOf(request.path);
		if (account !== undefined) {
			if (request.method !== 'POST') throw nowhere();
			return () => this.tokenEndpoint.answer(request, account);
		}
		if (isFile(request)) return () => takeFile(this.store, request);
		const token = this.authenticate(request);
		const refused = this.rate.arrive();
		if (refused !== undefined) throw refused;
		return () => route(this.world, request, token);
	}

	private authenticate({ headers }: VendorRequest): Token {
		const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
		const token = given === undefined ? undefined : this.tokens.good(given);
		if (token === undefined) throw refusal('unauthenticated');
		return token;
	}
}
