import type { Row, Table } from '../../demo/table';

/** A table as n8n's Extract From File hands it on: cells of a CSV file that are empty are left out. */
export function filledCells(table: Table): Table {
	return {
		...table,
		rows: table.rows.map(
			(row): Row =>
				Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')) as Row,
		),
	};
}
