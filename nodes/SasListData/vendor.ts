/** As people write it. */
export const VENDOR = 'SAS List Data';
