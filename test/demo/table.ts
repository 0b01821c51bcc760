/** An item on its way in: a row of a CSV file (always text), or JSON. */
export type Row<Cell = unknown> = Readonly<Record<string, Cell>>;

export interface Table<Cell = unknown> {
	readonly columns: readonly string[];
	readonly rows: ReadonlyArray<Row<Cell>>;
}

/** As a CSV file holds it. */
export type TextRow = Row<string>;
export type TextTable = Table<string>;
