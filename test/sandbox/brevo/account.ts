import type { Answer } from '../vendor';
import type { World } from './world';

/** Proves a key, and nothing about custom objects. The account does not exist. */
export function account({ switches }: World): Answer {
	return {
		status: 200,
		headers: {},
		body: {
			email: 'crm@steinwald-fuhrpark.example',
			firstName: 'Wanda',
			lastName: 'Probst',
			companyName: 'Steinwald Fuhrpark',
			address: {
				street: 'Lindenweg 4',
				city: 'Erbendorf',
				zipCode: '92681',
				country: 'Germany',
			},
			plan: [
				{
					type: switches.customObjects ? 'enterprise' : 'subscription',
					creditsType: 'sendLimit',
					credits: 50_000,
				},
			],
			relay: {
				enabled: true,
				data: {
					userName: 'crm@steinwald-fuhrpark.example',
					relay: 'smtp.steinwald-fuhrpark.example',
					port: 587,
				},
			},
		},
	};
}
