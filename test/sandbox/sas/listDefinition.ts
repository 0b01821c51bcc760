export type DataType = 'string' | 'number';
export type ListState = 'deployed' | 'developing';

export interface DataMask {
	name: string;
	regex: string;
	replace: string;
	example?: string;
}

/** https://developer.sas.com/rest-apis/listData/getList */
export interface Column {
	name: string;
	dataType: DataType;
	/** From 1. */
	position: number;
	isKey: boolean;
	/** From 1 among the keys, 0 for the others. */
	keyPosition: number;
	dataMask?: DataMask;
}

export interface ListDefinition {
	name: string;
	label?: string;
	description?: string;
	state: ListState;
	isImmutable: boolean;
	duplicateKeysEnabled: boolean;
	hasExpiry?: boolean;
	defaultExpiry?: number;
	/** In order of position. */
	columns: readonly Column[];
}

/** A column as tests and seeds write it: positions follow from the order. */
export interface NewColumn {
	name: string;
	dataType?: DataType;
	isKey?: boolean;
	dataMask?: DataMask;
}

export function columnsFrom(given: readonly NewColumn[]): Column[] {
	let keys = 0;
	return given.map(({ name, dataType = 'string', isKey = false, dataMask }, index) => ({
		name,
		dataType,
		position: index + 1,
		isKey,
		keyPosition: isKey ? ++keys : 0,
		...(dataMask === undefined ? {} : { dataMask }),
	}));
}

export function keyColumns(columns: readonly Column[]): Column[] {
	return columns.filter(({ isKey }) => isKey).sort((a, b) => a.keyPosition - b.keyPosition);
}
