// Holds the files of a Teams app package to Microsoft's own schemas. Prints each fault, one a line; nothing where all is well.
//   node teams-manifest.mjs LIB MANIFEST LOCALISATION...
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const [lib, manifest, ...localisations] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const Ajv = require(path.join(lib, 'ajv/6.14.0/dist/ajv.min.js'));
const schemas = path.join(lib, '@microsoft/app-manifest/1.1.2/build/json-schemas/teams/v1.30');
const json = file => JSON.parse(fs.readFileSync(file, 'utf8'));

function check(schema, files) {
  const ajv = new Ajv({ schemaId: 'auto', allErrors: true, unknownFormats: 'ignore', meta: false, extendRefs: true });
  const draft = json(path.join(lib, 'ajv/6.14.0/lib/refs/json-schema-draft-04.json'));
  ajv.addMetaSchema(draft);
  ajv._opts.defaultMeta = draft.id;
  const validate = ajv.compile(json(path.join(schemas, schema)));
  for (const file of files) {
    if (validate(json(file))) continue;
    for (const fault of validate.errors) console.log(`${path.basename(file)} ${fault.dataPath} ${fault.message} ${JSON.stringify(fault.params)}`);
  }
}

check('MicrosoftTeams.schema.json', [manifest]);
check('MicrosoftTeams.Localization.schema.json', localisations);
