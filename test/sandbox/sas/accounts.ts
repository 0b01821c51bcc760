export type Grant = 'password' | 'client_credentials' | 'authorization_code' | 'refresh_token';

export interface SasUser {
	username: string;
	password: string;
	/** They become scopes of the user's tokens. */
	groups: readonly string[];
	privilegedContents?: boolean;
	privilegedEdit?: boolean;
}

export interface SasClient {
	clientId: string;
	/** Empty secrets are legal: SAS's own command line clients have one. */
	clientSecret: string;
	grants: readonly Grant[];
	/** What a token without a user may do. */
	authorities: readonly string[];
	/** If registered, a code exchange must name it. */
	redirectUri?: string;
	accessTokenSeconds?: number;
	refreshTokenSeconds?: number;
}

export const SAS_USER = {
	username: 'mira.lindqvist',
	password: 'sandbox-password',
} as const;

/** May read unmasked contents and change masks. */
export const SAS_STEWARD = {
	username: 'otis.steward',
	password: 'sandbox-steward-password',
} as const;

/** Can log on, but is in no group that may use lists. */
export const SAS_OUTSIDER = {
	username: 'jules.outsider',
	password: 'sandbox-outsider-password',
} as const;

/** For all user grants. */
export const SAS_CLIENT = {
	clientId: 'bulk.records',
	clientSecret: 'sandbox-client-secret',
} as const;

/** SAS's built-in client of the name, with its empty secret. */
export const SAS_EMPTY_SECRET_CLIENT = { clientId: 'sas.ec', clientSecret: '' } as const;

/** client_credentials with authorities that open lists. */
export const SAS_SERVICE_CLIENT = {
	clientId: 'nightly.sync',
	clientSecret: 'sandbox-service-secret',
} as const;

/** client_credentials without authorities: tokens that are good for nothing. */
export const SAS_BARE_CLIENT = {
	clientId: 'no.authorities',
	clientSecret: 'sandbox-bare-secret',
} as const;

/** Works once, for SAS_CLIENT. */
export const SAS_CODE = 'sandbox-authorization-code';

/** Works for SAS_CLIENT until revoked or 90 days old. */
export const SAS_REFRESH_TOKEN = 'sandbox-refresh-token-r';

export function defaultUsers(): SasUser[] {
	return [
		{ ...SAS_USER, groups: ['AdvancedListUsers'] },
		{
			...SAS_STEWARD,
			groups: ['AdvancedListUsers', 'ListStewards'],
			privilegedContents: true,
			privilegedEdit: true,
		},
		{ ...SAS_OUTSIDER, groups: ['EveryoneElse'] },
	];
}

export function defaultClients(): SasClient[] {
	return [
		{
			...SAS_CLIENT,
			grants: ['password', 'authorization_code', 'refresh_token'],
			authorities: [],
		},
		{ ...SAS_EMPTY_SECRET_CLIENT, grants: ['password', 'refresh_token'], authorities: [] },
		{
			...SAS_SERVICE_CLIENT,
			grants: ['client_credentials'],
			authorities: ['AdvancedListUsers'],
		},
		{ ...SAS_BARE_CLIENT, grants: ['client_credentials'], authorities: [] },
	];
}
