/** A bulk operation is found by the raw texts of two parameters: an expression there must not slip by. */
import type { Row } from './row';
import { rows } from './rows';
import { startTrial } from './trial';

const SENTENCE = 'Resource and Operation must be chosen from their lists, not set by an expression';

/** One operation of each node. */
const nodes = [...new Map(rows.map((row) => [row.node.type, row])).values()];

function withExpression(row: Row, parameter: 'resource' | 'operation'): Row {
	const { parameters } = row.node;
	const value = `={{ "${String(parameters[parameter])}" }}`;
	return { ...row, node: { ...row.node, parameters: { ...parameters, [parameter]: value } } };
}

describe.each(['resource', 'operation'] as const)('An expression in %s', (parameter) => {
	it.each(nodes.map((row) => [row.node.type, row] as const))(
		'is refused by %s in a sentence, and nothing is sent',
		async (_, row) => {
			const trial = await startTrial(withExpression(row, parameter));
			try {
				const result = await trial.result(row.good(trial.sandbox, 3));
				const [success = [], errors = []] = result.output('Bulk');
				const said = [
					result.error?.message,
					...errors.map(({ json }) => JSON.stringify([json.message, json.error])),
				];
				expect(success).toEqual([]);
				expect(said.join(' ')).toContain(SENTENCE);
				expect(trial.sandbox.calls.filter(({ path }) => !/token|logon/i.test(path))).toEqual([]);
			} finally {
				await trial.end();
			}
		},
	);
});
