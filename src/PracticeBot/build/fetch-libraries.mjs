// Fetches single npm packages, checks each against its pinned hash, and keeps only the files that are served.
//   node fetch-libraries.mjs LIBRARIES.json CACHE OUT
// Writes OUT/lib/NAME/VERSION/FILE and, beside each file that shrinks by it, a FILE.br. What the program reads and no page asks for
// ("served": false) goes into OUT/models, as it came.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';

const [list, cache, out] = process.argv.slice(2);
const alreadySmall = new Set(['.woff2']);

function stop(sentence) {
  console.error(`error PB0001: ${sentence}`);
  process.exit(1);
}

/** The files of a tar archive, by path without the leading "package/". */
function* filesOf(tar) {
  const text = (start, length) => tar.subarray(start, start + length).toString('latin1').replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, 12), 8) || 0;
    const prefix = text(at + 345, 155);
    const name = (prefix ? `${prefix}/` : '') + text(at, 100);
    if (tar[at + 156] === 0x30 || tar[at + 156] === 0) yield [name.replace(/^[^/]+\//, ''), tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function hashFits(file, integrity) {
  return fs.existsSync(file) && `sha512-${createHash('sha512').update(fs.readFileSync(file)).digest('base64')}` === integrity;
}

function packed({ name, version, integrity }) {
  const file = path.join(cache, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`);
  if (hashFits(file, integrity)) return file;

  fs.mkdirSync(cache, { recursive: true });
  const npm = spawnSync('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', cache], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.error || npm.status !== 0) stop(`The build fetches ${name} ${version} through npm, and npm could not: check that Node.js 20 or newer and a network are there.`);
  if (!hashFits(file, integrity)) stop(`${name} ${version} came from npm with another hash than the one pinned in ${list}; nothing of it is used.`);
  return file;
}

for (const library of JSON.parse(fs.readFileSync(list, 'utf8'))) {
  const wanted = new Set(library.files);
  for (const [file, content] of filesOf(gunzipSync(fs.readFileSync(packed(library))))) {
    if (!wanted.delete(file) && !(library.folders ?? []).some(folder => file.startsWith(folder))) continue;
    const isServed = library.served !== false;
    const target = path.join(out, isServed ? 'lib' : 'models', library.name, library.version, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
    if (isServed && !alreadySmall.has(path.extname(file))) {
      fs.writeFileSync(`${target}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    }
  }
  if (wanted.size > 0) stop(`${library.name} ${library.version} does not hold ${[...wanted].join(', ')}.`);
}
