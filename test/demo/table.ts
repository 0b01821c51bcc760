/** A row of a CSV file: cells by column, always text. */
export type Row = Readonly<Record<string, string>>;

export interface Table {
	readonly columns: readonly string[];
	readonly rows: readonly Row[];
}
