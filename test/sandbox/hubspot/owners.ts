export interface Owner {
	id: string;
	email: string;
	type: 'PERSON';
	firstName: string;
	lastName: string;
	userId: number;
	archived: boolean;
}

const owner = (id: number, firstName: string, lastName: string, archived = false): Owner => ({
	id: String(id),
	email: `${firstName}.${lastName}@bulkworks.example`.toLowerCase(),
	type: 'PERSON',
	firstName,
	lastName,
	userId: id - 300_000,
	archived,
});

export const OWNERS: Owner[] = [
	owner(811001, 'Mirela', 'Voss'),
	owner(811002, 'Tarek', 'Lindgren'),
	owner(811003, 'Oona', 'Castellan'),
	owner(811004, 'Piet', 'Harrow', true),
];
