/** Brevo does not document the largest page: https://developers.brevo.com/reference/custom-objects/getrecords */
export const DEFAULT_PAGE_SIZE = 100;
