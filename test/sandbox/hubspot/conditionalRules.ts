import type { ObjectType } from './objectTypes';

/** Admin-configured: while one property has a value, another must not be empty. */
export interface ConditionalRule {
	type: ObjectType;
	when: { property: string; value: string };
	requires: string;
}
