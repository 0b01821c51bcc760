import type { JsonObject } from '../json';
import type { Answer } from '../vendor';
import { PORTAL_ID, type ObjectType } from './objectTypes';
import { OWNERS } from './owners';
import { PIPELINES } from './pipelines';
import { publicProperty } from './propertyDefinition';
import { invalid, Refusal } from './refusal';
import { TIME_ZONE, type World } from './world';

const SINCE = '2024-01-15T09:00:00.000Z';

const ok = (body: JsonObject): Answer => ({ status: 200, headers: {}, body });

/** All properties in one unpaged list. */
export function listProperties(type: ObjectType, query: URLSearchParams): Answer {
	const archived = query.get('archived') === 'true';
	const sensitivity = query.get('dataSensitivity') ?? 'non_sensitive';
	return ok({
		results: [...type.properties.values()]
			.filter((property) => property.archived === archived)
			.filter((property) => property.dataSensitivity === sensitivity)
			.map(publicProperty),
	});
}

export function oneProperty(type: ObjectType, name: string): Answer {
	const property = type.properties.get(name);
	if (property !== undefined && !property.archived) return ok(publicProperty(property));
	throw new Refusal(404, {
		status: 'error',
		message: `There is no property ${name}`,
		category: 'OBJECT_NOT_FOUND',
	});
}

/** Custom objects only: standard ones are in no list HubSpot gives. */
export function listSchemas(world: World): Answer {
	return ok({ results: world.types.custom().map(schemaOf) });
}

export function oneSchema(type: ObjectType): Answer {
	return ok(schemaOf(type));
}

function schemaOf(type: ObjectType): JsonObject {
	return {
		id: type.id.slice(type.id.indexOf('-') + 1),
		objectTypeId: type.id,
		name: type.singular,
		fullyQualifiedName: type.fullyQualifiedName,
		labels: type.labels,
		requiredProperties: type.minimum.map(([name]) => name),
		primaryDisplayProperty: type.primaryDisplayProperty,
		properties: [...type.properties.values()].map(publicProperty),
		archived: false,
		createdAt: SINCE,
		updatedAt: SINCE,
	};
}

export function listPipelines(type: ObjectType): Answer {
	const pipelines = PIPELINES[type.plural] ?? [];
	return ok({
		results: pipelines.map((pipeline, displayOrder) => ({
			...pipeline,
			displayOrder,
			archived: false,
			createdAt: SINCE,
			updatedAt: SINCE,
			stages: pipeline.stages.map((stage, order) => ({
				...stage,
				displayOrder: order,
				archived: false,
				metadata: {},
				createdAt: SINCE,
				updatedAt: SINCE,
			})),
		})),
	});
}

export function listOwners(query: URLSearchParams): Answer {
	const limit = Number(query.get('limit') ?? 100);
	if (!Number.isInteger(limit) || limit < 1 || limit > 500) throw invalid('limit is out of range');
	const archived = query.get('archived') === 'true';
	const email = query.get('email');
	const after = query.get('after');
	const matching = OWNERS.filter(
		(owner) => owner.archived === archived && (email === null || owner.email === email),
	);
	const start = after === null ? 0 : matching.findIndex((owner) => owner.id === after) + 1;
	const page = matching.slice(start, start + limit);
	const last = page.at(-1);
	return ok({
		results: page.map((owner) => ({ ...owner, createdAt: SINCE, updatedAt: SINCE })),
		...(last !== undefined && start + limit < matching.length
			? { paging: { next: { after: last.id } } }
			: {}),
	});
}

export function accountDetails(): Answer {
	return ok({
		portalId: PORTAL_ID,
		accountType: 'STANDARD',
		timeZone: TIME_ZONE,
		companyCurrency: 'EUR',
		additionalCurrencies: [],
		utcOffset: '+01:00',
		utcOffsetMilliseconds: 3_600_000,
		uiDomain: 'app.hubspot.com',
		dataHostingLocation: 'eu1',
	});
}

export function dailyUsage(world: World): Answer {
	return ok({
		results: [
			{
				name: 'private-apps-api-calls-daily',
				usageLimit: world.limiter.limits.daily,
				currentUsage: world.limiter.dailyUsage,
				fetchStatus: 'SUCCESS',
			},
		],
	});
}
