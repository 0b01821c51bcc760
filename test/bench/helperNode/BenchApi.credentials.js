/** A token in a header, as cheap as it gets. */
class BenchApi {
	name = 'benchApi';
	displayName = 'Bench API';
	properties = [
		{ displayName: 'Token', name: 'accessToken', type: 'string', default: '' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	];
	authenticate = async ({ accessToken }, request) => {
		request.headers = { ...request.headers, Authorization: `Bearer ${accessToken}` };
		return request;
	};
}

module.exports = { BenchApi };
