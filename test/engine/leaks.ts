/** Law 10 in every run of every test: no secret in anything that n8n keeps, shows or logs. */
import type { ICredentialDataDecryptedObject, IRun } from 'n8n-workflow';

import { collectSentSecrets, secretTexts } from './credentialTexts';
import type { CredentialStore } from './credentialStore';
import { listenToLog, plain } from './logLines';

/** A run in which a secret was seen has no result. */
export class SecretLeak extends Error {
	override name = 'SecretLeak';
}

export interface LeakWatch {
	/** For what the node sends to the browser. */
	hear(line: unknown): void;
	/** @throws {SecretLeak} when a secret is in the run's data or in what was heard */
	check(raw: IRun): void;
	stop(): void;
}

/** For measurements of time, which would measure the watch. */
export const nobodyWatches: LeakWatch = { hear: () => {}, check: () => {}, stop: () => {} };

/** Watches from now on; the secrets are those the credentials have by the time of the check. */
export function watchForLeaks(
	credentials: readonly ICredentialDataDecryptedObject[],
	store: CredentialStore,
): LeakWatch {
	const sent = new Set<string>();
	const lines: string[] = [];
	const stopCollecting = collectSentSecrets(sent);
	const stopListening = listenToLog((line) => lines.push(line));
	return {
		hear: (line) => lines.push(plain(line)),
		check(raw) {
			const own = credentials.flatMap((data) => [
				...secretTexts(data),
				...secretTexts(store.stored(data)),
			]);
			const secrets = [...new Set([...own, ...sent])];
			if (secrets.length === 0) return;
			for (const text of textsOf(raw)) refuse(text, secrets, 'the data of the run');
			for (const line of lines) refuse(line, secrets, 'a log line');
		},
		stop() {
			stopCollecting();
			stopListening();
		},
	};
}

function refuse(text: string, secrets: readonly string[], where: string): void {
	for (const secret of secrets) {
		const at = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]
			.map((form) => text.indexOf(form))
			.find((found) => found >= 0);
		if (at === undefined) continue;
		const before = text.slice(Math.max(0, at - 120), at);
		throw new SecretLeak(`A secret of the credential is in ${where}: ${before}[secret]`);
	}
}

/** Piece by piece: a million items in one text are more than a text can hold. */
function* textsOf(raw: IRun): Generator<string> {
	const { resultData, ...data } = raw.data;
	const { runData, pinData, ...result } = resultData;
	yield plain({ ...raw, data: { ...data, resultData: result } });
	for (const items of Object.values(pinData ?? {})) for (const item of items) yield plain(item);
	for (const { data: outputs, ...run } of Object.values(runData).flat()) {
		yield plain(run);
		for (const connections of Object.values(outputs ?? {})) {
			for (const items of connections) for (const item of items ?? []) yield plain(item);
		}
	}
}
