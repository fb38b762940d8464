import { isCollection } from '../lib/catalogue/hsds/api/query.ts';

/** A collection of the HSDS API in an address. */
export const match = isCollection;
