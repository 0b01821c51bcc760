/** What every n8n process of this run gets: nothing leaves the machine, nothing asks questions. */
export function environmentFor(home: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const { PATH, HOME, LANG } = process.env;
	return {
		PATH,
		HOME,
		LANG,
		NODE_ENV: 'production',
		N8N_USER_FOLDER: home,
		N8N_ENCRYPTION_KEY: 'end-to-end-encryption-key',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_ONBOARDING_FLOW_DISABLED: 'true',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		GENERIC_TIMEZONE: 'UTC',
		...more,
	};
}
