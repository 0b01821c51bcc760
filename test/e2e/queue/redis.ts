import { connect } from 'node:net';
import { join } from 'node:path';

import { startChild, type Child } from '../setup/children';
import { programPath } from '../setup/debianPackages';
import { freePort } from '../setup/freePort';
import { until } from '../setup/until';

export interface Redis extends Child {
	readonly port: number;
}

export async function startRedis(folder: string, logs: string): Promise<Redis> {
	const port = await freePort();
	const words = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
	const child = startChild('redis', programPath('redis-server'), words, join(logs, 'redis.log'));
	await Promise.race([until('Redis to start', () => listens(port)), child.failed]);
	return { ...child, port };
}

async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
