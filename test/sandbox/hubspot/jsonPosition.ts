/** Line and column, from 1, of a place in a text. */
export function lineAndColumn(text: string, offset: number): string {
	const before = text.slice(0, offset);
	const line = before.split('\n').length;
	return `line ${line}, column ${offset - before.lastIndexOf('\n')}`;
}

/** Where a syntax error lies: the engine's message says so, else the end of the text. */
export function syntaxOffset(text: string, error: SyntaxError): number {
	const position = /position (\d+)/.exec(error.message)?.[1];
	if (position !== undefined) return Number(position);
	const token = /Unexpected token '?(.)'?/.exec(error.message)?.[1];
	const found = token === undefined ? -1 : text.indexOf(token);
	return found < 0 ? text.length : found;
}

/** Offset of a value inside valid JSON text, by its path: `['inputs', 3, 'id']`. */
export function offsetOf(text: string, path: ReadonlyArray<string | number>): number {
	let at = 0;
	const blank = (): void => {
		while (/\s/.test(text[at] ?? '')) at += 1;
	};
	const string = (): string => {
		const start = at++;
		while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
		at += 1;
		return JSON.parse(text.slice(start, at)) as string;
	};
	const skip = (): void => {
		blank();
		if (text[at] === '"') return void string();
		if (text[at] !== '{' && text[at] !== '[') {
			while (at < text.length && !/[,\]}\s]/.test(text[at] as string)) at += 1;
			return;
		}
		let depth = 0;
		do {
			const sign = text[at] as string;
			if (sign === '"') {
				string();
				continue;
			}
			if (sign === '{' || sign === '[') depth += 1;
			if (sign === '}' || sign === ']') depth -= 1;
			at += 1;
		} while (depth > 0);
	};
	for (const step of path) {
		blank();
		at += 1;
		for (let index = 0; ; index++) {
			blank();
			let key: string | number = index;
			if (typeof step === 'string') {
				key = string();
				blank();
				at += 1;
			}
			if (key === step) break;
			skip();
			blank();
			if (text[at] !== ',') return at;
			at += 1;
		}
		blank();
	}
	return at;
}
