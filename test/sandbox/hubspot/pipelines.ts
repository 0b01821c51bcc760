export interface Stage {
	id: string;
	label: string;
}

export interface Pipeline {
	id: string;
	label: string;
	stages: Stage[];
}

/** Pipelines by plural object type. Stages are known by id only, as in HubSpot. */
export const PIPELINES: { [plural: string]: Pipeline[] } = {
	deals: [
		{
			id: 'default',
			label: 'New business',
			stages: [
				{ id: 'appointmentscheduled', label: 'First talk' },
				{ id: 'qualifiedtobuy', label: 'Need confirmed' },
				{ id: 'contractsent', label: 'Offer out' },
				{ id: 'closedwon', label: 'Won' },
				{ id: 'closedlost', label: 'Lost' },
			],
		},
		{
			id: '710001',
			label: 'Renewals',
			stages: [
				{ id: '710011', label: 'Due soon' },
				{ id: '710012', label: 'Renewed' },
				{ id: '710013', label: 'Left' },
			],
		},
	],
	tickets: [
		{
			id: '0',
			label: 'Help desk',
			stages: [
				{ id: '1', label: 'New' },
				{ id: '2', label: 'Waiting for customer' },
				{ id: '3', label: 'Waiting for us' },
				{ id: '4', label: 'Closed' },
			],
		},
		{
			id: '720001',
			label: 'Workshop',
			stages: [
				{ id: '720011', label: 'Arrived' },
				{ id: '720012', label: 'Repaired' },
			],
		},
	],
};

/** The property that holds the pipeline, and the one a record has when none was said. */
export function pipelineProperty(plural: string): { name: string; fallback: string } {
	return plural === 'tickets'
		? { name: 'hs_pipeline', fallback: '0' }
		: { name: 'pipeline', fallback: 'default' };
}
