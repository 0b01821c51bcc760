import { person } from '../people';
import { Random } from '../random';
import { keyText, type Cell, type Row, type Rows } from './rows';
import type { SasSandbox } from './sasSandbox';

/** Ids of the lists that `seedLists` adds. */
export interface SeededLists {
	/** Key memberNo; tier, creditLimit (number), fullName, email, city, since. */
	simple: string;
	/** Keys country, branch (number); dailyLimit (number), manager. */
	composite: string;
	/** duplicateKeysEnabled. Key phone; reason, score (number). */
	duplicates: string;
	/** Immutable and loaded. Key account; balance (number). */
	immutable: string;
	/** Immutable and still empty, with the same columns. */
	unloaded: string;
	/** Keys cardNo (masked), region; holder, iban (masked). */
	masked: string;
	/** Deployed, its newest revision being the deployed one. Key currency; rate (number). */
	deployed: string;
	/** Deployed, but a newer revision is not. Same columns. */
	conflicted: string;
	/** Keys and data as in simple, and no rows at all. */
	empty: string;
}

const number = 'number' as const;
const MEMBERS = [
	{ name: 'memberNo', isKey: true },
	{ name: 'tier' },
	{ name: 'creditLimit', dataType: number },
	{ name: 'fullName' },
	{ name: 'email' },
	{ name: 'city' },
	{ name: 'since' },
];
const BALANCES = [
	{ name: 'account', isKey: true },
	{ name: 'balance', dataType: number },
];
const RATES = [
	{ name: 'currency', isKey: true },
	{ name: 'rate', dataType: number },
];
const LAST_FOUR = {
	name: 'lastFour',
	regex: '.(?=.{4})',
	replace: '*',
	example: '************4821',
};

const COUNTRIES = ['AT', 'CH', 'DE', 'DK', 'FR', 'NL', 'PL', 'SE'];
const REASONS = ['stolen handset', 'chargeback', 'too many tries', 'reported by branch'];
const TIERS = ['copper', 'silver', 'gold', 'platinum'];

export function seedLists(sas: SasSandbox, count: number): SeededLists {
	const ids: SeededLists = {
		simple: sas.defineList({ name: 'loyalty_members', label: 'Members', columns: MEMBERS }),
		composite: sas.defineList({
			name: 'branch_limits',
			columns: [
				{ name: 'country', isKey: true },
				{ name: 'branch', dataType: number, isKey: true },
				{ name: 'dailyLimit', dataType: number },
				{ name: 'manager' },
			],
		}),
		duplicates: sas.defineList({
			name: 'fraud_signals',
			duplicateKeysEnabled: true,
			columns: [
				{ name: 'phone', isKey: true },
				{ name: 'reason' },
				{ name: 'score', dataType: number },
			],
		}),
		immutable: sas.defineList({ name: 'closed_year', isImmutable: true, columns: BALANCES }),
		unloaded: sas.defineList({ name: 'next_year', isImmutable: true, columns: BALANCES }),
		masked: sas.defineList({
			name: 'blocked_cards',
			columns: [
				{ name: 'cardNo', isKey: true, dataMask: LAST_FOUR },
				{ name: 'region', isKey: true },
				{ name: 'holder' },
				{ name: 'iban', dataMask: LAST_FOUR },
			],
		}),
		deployed: sas.defineList({ name: 'live_rates', state: 'deployed', columns: RATES }),
		conflicted: sas.defineList({ name: 'draft_rates', state: 'deployed', columns: RATES }),
		empty: sas.defineList({ name: 'new_members', columns: MEMBERS }),
	};
	sas.addRevision(ids.deployed, { deploy: true });
	sas.addRevision(ids.conflicted, { deploy: true });
	sas.addRevision(ids.conflicted);

	const random = new Random(count + 1);
	for (let index = 0; index < count; index++) {
		const rows = sampleRows(random, index);
		for (const [list, row] of Object.entries(rows)) {
			sas.store.put(ids[list as keyof SeededLists], row);
		}
	}
	return ids;
}

function sampleRows(random: Random, index: number): Partial<Record<keyof SeededLists, Row>> {
	const no = String(index + 1).padStart(6, '0');
	const who = person(random, no);
	const fullName = `${who.firstName} ${who.lastName}`;
	const rate = { currency: `X${no}`, rate: (1 + random.below(90_000)) / 1000 };
	const balance = { account: `A-${no}`, balance: random.below(2_000_000) / 100 - 5000 };
	const day = new Date((16_000 + random.below(4000)) * 86_400_000).toISOString().slice(0, 10);
	return {
		simple: {
			memberNo: `M-${no}`,
			tier: random.pick(TIERS),
			creditLimit: random.below(200) * 50,
			fullName,
			email: who.email,
			city: who.city,
			since: day,
		},
		composite: {
			country: COUNTRIES[index % COUNTRIES.length] as string,
			branch: 100 + Math.floor(index / COUNTRIES.length),
			dailyLimit: (1 + random.below(50)) * 1000,
			manager: fullName,
		},
		// Every third number turns up twice.
		duplicates: {
			phone: `+49 30 ${String(index - (index % 3 === 2 ? 1 : 0)).padStart(7, '0')}`,
			reason: random.pick(REASONS),
			score: random.below(100),
		},
		immutable: balance,
		masked: {
			cardNo: `5${String(100_000_000_000_000 + index)}`,
			region: COUNTRIES[index % COUNTRIES.length] as string,
			holder: fullName,
			iban: `DE00${String(500_000_000_000_000_000n + BigInt(index))}`,
		},
		deployed: rate,
		conflicted: rate,
	};
}

/** Rows by column type: texts `K000001`, numbers counted on from the rows there are. */
export function seedRows(rows: Rows, count: number, random: Random): string[] {
	const keys: string[] = [];
	const first = rows.count + 1;
	for (let index = first; index < first + count; index++) {
		const row: Record<string, Cell> = {};
		for (const { name, dataType, isKey } of rows.columns) {
			if (isKey) row[name] = dataType === 'number' ? index : `K${String(index).padStart(6, '0')}`;
			else row[name] = dataType === 'number' ? random.below(10_000) : person(random, 'x').city;
		}
		const key = keyText(rows.keys.map(({ name }) => row[name]));
		if (rows.duplicates) rows.append(row);
		else rows.set(key, row);
		keys.push(key);
	}
	return keys;
}
