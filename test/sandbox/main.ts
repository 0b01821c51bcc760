import {
	DEFAULT_BREVO_KEY,
	DEFAULT_MICRO_KEY,
	DEFAULT_MICRO_TEAM,
	DEFAULT_TOKEN,
	SAS_CLIENT,
	SAS_USER,
	TALKDESK_ACCOUNT,
	TALKDESK_CLIENT,
	startSandbox,
} from './index';

const DEFAULT_PORT = 4010;

/** `--port 4010` or `--port=4010`. */
function portFrom(given: readonly string[]): number {
	const at = given.findIndex((word) => word === '--port' || word.startsWith('--port='));
	if (at < 0) return DEFAULT_PORT;
	const word = given[at] as string;
	const port = Number(word.includes('=') ? word.slice('--port='.length) : given[at + 1]);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error('--port takes a number from 0 to 65535');
	}
	return port;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox({ port: portFrom(process.argv.slice(2)) });
	const contacts = sandbox.hubspot.seedContacts(1000);
	console.log(`Sandbox           ${sandbox.url}`);
	console.log(`HubSpot base URL  ${sandbox.hubspot.url}`);
	console.log(`HubSpot token     ${DEFAULT_TOKEN}`);
	console.log(`HubSpot contacts  ${contacts[0]} to ${contacts.at(-1)}`);
	const vehicles = sandbox.brevo.seed.vehicles(100);
	console.log(`Brevo base URL    ${sandbox.brevo.url}/v3`);
	console.log(`Brevo API key     ${DEFAULT_BREVO_KEY}`);
	console.log(`Brevo vehicles    ${vehicles[0]} to ${vehicles.at(-1)}`);
	const people = sandbox.micro.seedContacts(1000);
	console.log(`Micro base URL    ${sandbox.micro.url}`);
	console.log(`Micro API key     ${DEFAULT_MICRO_KEY}`);
	console.log(`Micro team ID     ${DEFAULT_MICRO_TEAM}`);
	console.log(`Micro contacts    ${people[0]} and ${people.length - 1} others`);
	const lists = sandbox.sas.seedLists();
	console.log(`SAS host          ${sandbox.sas.url}`);
	console.log(`SAS client        ${SAS_CLIENT.clientId}, secret ${SAS_CLIENT.clientSecret}`);
	console.log(`SAS user          ${SAS_USER.username}, password ${SAS_USER.password}`);
	console.log(`SAS list          ${lists.simple}`);
	const calls = sandbox.talkdesk.seedAccount();
	console.log(`Talkdesk API URL  ${sandbox.talkdesk.url}`);
	console.log(`Talkdesk tokens   ${sandbox.talkdesk.tokenUrl(TALKDESK_ACCOUNT)}`);
	console.log(
		`Talkdesk client   ${TALKDESK_CLIENT.clientId}, secret ${TALKDESK_CLIENT.clientSecret}`,
	);
	console.log(`Talkdesk list     ${calls.phone}`);
	console.log(`Alerts go to      ${sandbox.url}/alerts`);
	console.log(`Calls so far      ${sandbox.url}/admin/calls`);

	const stop = (): void => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
