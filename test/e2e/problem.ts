/** Something is missing that this run cannot get by itself; the message is for whoever started it. */
export class SetupProblem extends Error {
	override readonly name = 'SetupProblem';
}
