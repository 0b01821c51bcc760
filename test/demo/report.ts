import type { Account, ReasonCount } from './account';
import type { Claims } from './claims';
import { grouped } from './shown';

const LABEL = 22;
const NUMBER = 8;
const MOST_REASONS = 25;

const line = (label: string, value: string): string =>
	`${label.padEnd(LABEL)}${value.padStart(NUMBER)}`;

/** The account as a table. */
export function accountTable(account: Account, reasons: readonly ReasonCount[]): string {
	const { items, written, requests, retries, seconds } = account;
	return [
		line('Items', grouped(items)),
		line('Written', grouped(written)),
		line('Rejected', grouped(account.rejected)),
		...reasonLines(reasons, 'rejected'),
		line('Unconfirmed', grouped(account.unconfirmed)),
		...reasonLines(reasons, 'unconfirmed'),
		line('Not sent', grouped(account.notSent)),
		...reasonLines(reasons, 'notSent'),
		line('Requests', grouped(requests)),
		line('Retries', grouped(retries)),
		line('Seconds', seconds.toFixed(1)),
		line('Records per second', seconds > 0 ? grouped(Math.round(items / seconds)) : '–'),
	].join('\n');
}

function reasonLines(reasons: readonly ReasonCount[], state: ReasonCount['state']): string[] {
	const own = reasons.filter((reason) => reason.state === state);
	const lines = own
		.slice(0, MOST_REASONS)
		.map(
			({ code, field, count }) => `${grouped(count).padStart(LABEL + NUMBER)}  ${code} ${field}`,
		);
	return own.length > MOST_REASONS
		? [...lines, `  … and ${own.length - MOST_REASONS} more`]
		: lines;
}

/**
 * What the workflow's user gets to see.
 *
 * @param alerts undefined for a workflow without an alert
 */
export function seenInN8n(
	{ hints, failed }: Claims,
	alerts: readonly unknown[] | undefined,
): string {
	const [first] = failed;
	return [
		'n8n shows above the output:',
		indented(hints.join('\n')),
		...(first
			? ['', 'The first item on the error branch:', indented(JSON.stringify(first.json, null, 2))]
			: []),
		...(alerts === undefined ? [] : ['', ...alertLines(alerts)]),
	].join('\n');
}

function alertLines([alert]: readonly unknown[]): string[] {
	return alert === undefined
		? ['No alert was sent.']
		: ['The alert received:', indented(alertText(alert))];
}

function alertText(alert: unknown): string {
	const { text } = (alert ?? {}) as { text?: unknown };
	return typeof text === 'string' ? text : JSON.stringify(alert, null, 2);
}

const MOST_DISAGREEMENTS = 10;

export function verdict(disagreements: readonly string[]): string {
	if (disagreements.length === 0) {
		return 'The account agrees with the store: every item and every write was compared.';
	}
	const more = disagreements.length - MOST_DISAGREEMENTS;
	return [
		'The account DISAGREES with the store:',
		...disagreements.slice(0, MOST_DISAGREEMENTS).map((sentence) => `  ${sentence}`),
		...(more > 0 ? [`  … and ${grouped(more)} more`] : []),
	].join('\n');
}

function indented(text: string): string {
	return text.replace(/^/gm, '  ');
}
