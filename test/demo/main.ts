import { demo } from './demo';
import { OUTPUT_FOLDER } from './paths';

// npm runs scripts in the project's folder and keeps the folder it was called from here.
const calledFrom =
	process.env['npm_lifecycle_event'] === 'demo' ? process.env['INIT_CWD'] : undefined;

// Whoever reads the output may have seen enough, as "head" does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
	process.exit(code === 'EPIPE' ? 0 : 1);
});

demo(process.argv.slice(2), {
	stdout: process.stdout,
	stderr: process.stderr,
	folder: calledFrom ?? process.cwd(),
	outputFolder: OUTPUT_FOLDER,
}).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
