import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

/** Says what is wrong with an object of the standard; nothing when it is right. */
export type Faults = (object: unknown) => string[];

/**
 * The official schemas, compiled once.
 * @param folder of a version: `…/hsds/3.0/schema`
 * @returns a checker for each object, by the name of its file: `service`
 */
export function hsdsSchemas(folder: string): (name: string) => Faults {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats.default(ajv);
	for (const file of readdirSync(folder)) {
		if (file.endsWith('.json') && file !== 'openapi.json')
			ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object, file);
	}
	const said = ({ instancePath, message }: ErrorObject) => `${instancePath} ${message}`;
	return (name) => {
		const validate = ajv.getSchema(`${name}.json`);
		if (!validate) throw new Error(`${folder} has no ${name}.json`);
		return (object) => (validate(object) ? [] : (validate.errors ?? []).map(said));
	};
}
