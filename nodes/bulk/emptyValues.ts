/** What an empty cell leads to: nothing is sent, the stored value is emptied, the item is refused. */
export type EmptyValues = 'leave' | 'clear' | 'reject';
