/**
 * The limit for any node: the loop of the bare wire through n8n's HTTP helper, which opens a new
 * connection for each request. It hands on what HubSpot answered, and looks at none of it.
 */
class BareWire {
	description = {
		displayName: 'Bare Wire',
		name: 'bareWire',
		group: ['transform'],
		version: 1,
		description: 'Posts batches',
		defaults: { name: 'Bare Wire' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'benchApi', required: true }],
		properties: [
			{ displayName: 'Batch', name: 'batch', type: 'number', default: 100 },
			{ displayName: 'Parallel', name: 'parallel', type: 'number', default: 20 },
		],
	};

	async execute() {
		const items = this.getInputData();
		const batch = this.getNodeParameter('batch', 0);
		const parallel = this.getNodeParameter('parallel', 0);
		const data = await this.getCredentials('benchApi');
		const credentialsDecrypted = { id: '', name: '', type: 'benchApi', data };
		const output = [];
		let next = 0;
		const loop = async () => {
			while (next < items.length) {
				const inputs = items.slice(next, (next += batch)).map(({ json }) => json);
				const text = await this.helpers.httpRequestWithAuthentication.call(
					this,
					'benchApi',
					{
						method: 'POST',
						url: `${data.baseUrl}/crm/v3/objects/contacts/batch/update`,
						headers: { 'Content-Type': 'application/json' },
						body: Buffer.from(JSON.stringify({ inputs })),
						encoding: 'text',
					},
					{ credentialsDecrypted },
				);
				for (const json of JSON.parse(text).results) {
					output.push({ json, pairedItem: { item: output.length } });
				}
			}
		};
		await Promise.all(Array.from({ length: parallel }, loop));
		return [output];
	}
}

module.exports = { BareWire };
