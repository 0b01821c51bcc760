import type { Call } from '../callLog';
import { FaultPlan } from '../faultPlan';
import { RollingWindow } from '../rollingWindow';
import { Random } from '../random';
import type { Answer, Vendor, VendorRequest } from '../vendor';
import { authorize } from './authorize';
import { describeContents } from './describeContents';
import { defaultSasLimits, type SasLimits } from './limits';
import { columnsFrom, type ListDefinition, type NewColumn } from './listDefinition';
import type { Access } from './listResource';
import { SasLogon } from './logon';
import { takesJson } from './mediaTypes';
import { SasRefusal } from './refusal';
import { route } from './router';
import { seedLists, seedRows, type SeededLists } from './seedLists';
import { SasStore } from './store';
import { defaultSasSwitches, type SasSwitches } from './switches';
import { SasTokens, type SasToken } from './tokens';
import { unauthorized } from './unauthorized';
import type { World } from './world';

export interface NewList extends Partial<Omit<ListDefinition, 'columns'>> {
	name: string;
	columns: readonly NewColumn[];
	access?: Access;
}

const TOKEN_PATH = '/SASLogon/oauth/token';
const AUTHORIZE_PATH = '/SASLogon/oauth/authorize';
const LOGIN_PATH = '/SASLogon/login';

/** One SAS Viya host: SASLogon and List Data. */
export class SasSandbox implements Vendor {
	readonly name = 'sas';
	readonly switches: SasSwitches = defaultSasSwitches();
	readonly limits: SasLimits = defaultSasLimits();
	readonly faults = new FaultPlan();
	readonly tokens = new SasTokens();
	readonly logon: SasLogon;
	readonly store: SasStore;
	latencyMs = 0;
	/** Set once the server listens; the host of a real site. */
	url = '';
	private readonly world: World;
	private readonly proxy = new RollingWindow(1000);
	private calls = 0;

	constructor(seed: number) {
		const { switches, limits } = this;
		const random = new Random(seed);
		this.logon = new SasLogon(this.tokens, switches, limits);
		this.store = new SasStore(random);
		this.world = { switches, limits, store: this.store, random };
	}

	/** Adds a list; positions follow from the order of its columns. Returns its id. */
	defineList({ columns, access = {}, ...rest }: NewList): string {
		const definition: ListDefinition = {
			state: 'developing',
			isImmutable: false,
			duplicateKeysEnabled: false,
			...rest,
			columns: columnsFrom(columns),
		};
		return this.store.create(definition, 'sandbox', access).id;
	}

	/** One list of each kind, each with so many rows. Returns their ids. */
	seedLists(rows = 100): SeededLists {
		return seedLists(this, rows);
	}

	/** Adds made-up rows that fit any list; returns their keys. */
	seedRows(list: string, count: number): string[] {
		return seedRows(this.store.named(list).rows, count, this.world.random);
	}

	/** A newer revision: unless `deploy`, contents cannot be edited until it is deployed. */
	addRevision(list: string, { deploy = false }: { deploy?: boolean } = {}): number {
		const found = this.store.named(list);
		const revision = (found.revisions.at(-1)?.revision ?? 0) + 1;
		found.revisions.push({
			id: this.store.uuid(),
			revision,
			label: `Revision ${revision}`,
			description: '',
			createdAt: Date.now() * 1000,
			createdBy: 'sandbox',
		});
		if (deploy) found.deployedRevision = revision;
		return revision;
	}

	describe(request: VendorRequest, call: Call, keepIds: boolean): void {
		describeContents(request, call, keepIds, this.store);
	}

	arrive(request: VendorRequest): () => Answer {
		const correlator = this.nextCorrelator();
		let work: () => Answer;
		try {
			this.passProxy(request);
			work = this.find(request);
		} catch (error) {
			work = () => {
				throw error;
			};
		}
		return () => {
			try {
				return work();
			} catch (error) {
				if (!(error instanceof SasRefusal)) throw error;
				const answer = error.answer(request.path, correlator);
				return request.method === 'HEAD' ? { ...answer, body: undefined } : answer;
			}
		};
	}

	/** What stands in front of every Viya host; its limits are the site's, off by default. */
	private passProxy({ body }: VendorRequest): void {
		const { perSecond, retryAfterSeconds, maxBodyBytes } = this.limits;
		if (perSecond !== undefined) {
			const now = Date.now();
			if (this.proxy.count(now) >= perSecond) {
				throw SasRefusal.page(
					429,
					retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
				);
			}
			this.proxy.add(now);
		}
		if (maxBodyBytes !== undefined && body.length > maxBodyBytes) throw SasRefusal.page(413);
	}

	private find(request: VendorRequest): () => Answer {
		const { path, method } = request;
		if (path === '/listData' || path.startsWith('/listData/')) {
			const token = this.authenticate(request);
			return () => route({ world: this.world, request, token });
		}
		if (path === TOKEN_PATH) {
			if (method === 'POST') return () => this.logon.token(request);
			throw SasRefusal.logon(405, 'method_not_allowed', 'Token requests are POSTs');
		}
		if (path === AUTHORIZE_PATH && method === 'GET') return () => authorize(this.logon, request);
		if (path === LOGIN_PATH) throw SasRefusal.page(200);
		throw SasRefusal.page(404);
	}

	private authenticate(request: VendorRequest): SasToken {
		const { authorization, accept = '*/*' } = request.headers;
		if (authorization === undefined && this.switches.loginRedirect && !takesJson(accept)) {
			throw SasRefusal.page(302, { location: `${this.url}${LOGIN_PATH}` });
		}
		const given = /^Bearer\s+(.+)$/i.exec(authorization ?? '')?.[1];
		const token = given === undefined ? undefined : this.tokens.get(given.trim());
		if (token === undefined) {
			throw unauthorized(given === undefined ? 'none' : 'unknown', this.switches);
		}
		if (token.expiresAt !== undefined && Date.now() >= token.expiresAt) {
			throw unauthorized('expired', this.switches);
		}
		return token;
	}

	/** Shaped like a uuid, counted up, so that a repeated run gives the same ids. */
	private nextCorrelator(): string {
		return `0c0ffee0-0000-4000-8000-${(++this.calls).toString(16).padStart(12, '0')}`;
	}
}
