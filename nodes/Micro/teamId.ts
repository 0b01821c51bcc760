import type { IExecuteFunctions } from 'n8n-workflow';
import { found } from '../bulk/found';
import { rejection, type Rejection } from '../bulk/record';
import { readUuid } from './uuid';
import { MICRO_CREDENTIAL } from './vendor';

/** The team of the credential: part of every address. */
export async function readTeamId(
	context: Pick<IExecuteFunctions, 'getCredentials'>,
): Promise<{ readonly teamId: string } | Rejection> {
	const { teamId: given } = await context.getCredentials(MICRO_CREDENTIAL.type);
	const teamId = readUuid(given);
	if (teamId !== undefined) return { teamId };
	const message = `expected the team's ID in the credential (in Micro under Settings → API), found ${found(given)}`;
	return rejection('INVALID_TEAM_ID', message, 'Team ID');
}
