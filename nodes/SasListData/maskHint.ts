import type { NodeExecutionHint } from 'n8n-workflow';
import type { SasList } from './list';

/** Says which columns SAS shows redacted: what was read of them must not be written back. */
export function maskHint({ columns }: SasList): NodeExecutionHint | undefined {
	const masked = [...columns.values()].filter(({ isMasked }) => isMasked);
	if (masked.length === 0) return undefined;
	const names = masked.map(({ name }) => name).join(', ');
	return {
		message: `Masked columns of this list: ${names}. SAS shows their values redacted; values read that way would be stored as they look.`,
		location: 'outputPane',
		type: 'info',
	};
}
