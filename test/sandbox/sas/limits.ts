/**
 * SAS documents lifetimes only: no rate, body or row limit is published. What a proxy in front of
 * it may set is off until a test sets it.
 * https://communities.sas.com/ (token lifetimes of SASLogon, article ta-p/848183)
 */
export interface SasLimits {
	/** One hour since release 2022.10. */
	accessTokenSeconds: number;
	/** 90 days. */
	refreshTokenSeconds: number;
	codeSeconds: number;
	/** Above this the proxy answers 413 with a page. */
	maxBodyBytes: number | undefined;
	/** Calls in any second, all clients together; above it the proxy answers 429 with a page. */
	perSecond: number | undefined;
	/** Retry-After (seconds) on that 429. */
	retryAfterSeconds: number | undefined;
	/** Rows in one write; above it 400. */
	maxItems: number | undefined;
	/** How long import and purge jobs run. */
	jobMs: number;
	/** An import stops looking for more errors here; SAS prints no number. */
	importErrorThreshold: number;
}

export function defaultSasLimits(): SasLimits {
	return {
		accessTokenSeconds: 3600,
		refreshTokenSeconds: 90 * 86_400,
		codeSeconds: 600,
		maxBodyBytes: undefined,
		perSecond: undefined,
		retryAfterSeconds: undefined,
		maxItems: undefined,
		jobMs: 2000,
		importErrorThreshold: 100,
	};
}
