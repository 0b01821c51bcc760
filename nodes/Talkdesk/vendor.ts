/** As people write it. */
export const VENDOR = 'Talkdesk';

/** Talkdesk's answers are HAL: JSON with links. */
export const HAL_JSON = 'application/hal+json, application/json';
