// The encoder's reference: the package's own runtime. Reads a JSON array of texts, each an array of its UTF-16 code units, since JSON
// holds no lone surrogates; prints {"ids":[…],"vectors":[…]}: the ids of all, the vectors (7 digits) of the first COUNT.
//   node reference-encoder.mjs TEXTS COUNT LIB MODEL
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';

const [file, count, lib, model] = process.argv.slice(2);
const places = new Map([
  ['@energetic-ai/core', path.join(lib, '@energetic-ai/core/0.2.0/dist/index.js')],
  ['@energetic-ai/embeddings', path.join(lib, '@energetic-ai/embeddings/0.2.0/dist/index.js')],
  ['long', path.join(lib, 'long/4.0.0/src/long.js')],
  ['seedrandom', path.join(lib, 'seedrandom/3.0.5/index.js')],
]);
// Packages lie in lib/NAME/VERSION, where no module would look for another.
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => places.get(name) ?? resolve.call(Module, name, ...rest);

const require = createRequire(import.meta.url);
const { loadGraphModel } = require('@energetic-ai/core');
const { initModel } = require('@energetic-ai/embeddings');
const encoder = await initModel(async () => ({
  model: await loadGraphModel(`file://${model}/model.json`),
  vocabulary: JSON.parse(fs.readFileSync(path.join(model, 'vocab.json'), 'utf8')),
}));
const texts = JSON.parse(fs.readFileSync(file, 'utf8')).map(units => String.fromCharCode(...units));
const ids = texts.map(text => encoder.tokenizer.encode(text));
const vectors = [];
for (const text of texts.slice(0, +count)) vectors.push(Array.from(await encoder.embed(text), value => +value.toFixed(7)));
process.stdout.write(JSON.stringify({ ids, vectors }));
