// Also in the browser: what it imports is sent with every page.
import { isCollection } from '../lib/catalogue/hsds/api/collections.ts';

/** A collection of the HSDS API in an address. */
export const match = isCollection;
