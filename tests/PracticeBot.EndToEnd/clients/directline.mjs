// Microsoft's Direct Line client in Node: connect, send, receive, lose the socket, resume. Prints one JSON object.
//   node directline.mjs SERVER LIB
import { createRequire } from 'node:module';
import path from 'node:path';

const [server, lib] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const WebSocket = require(path.join(lib, 'ws/8.23.0/index.js'));
const sockets = [];
globalThis.self = globalThis;
globalThis.window = globalThis;
globalThis.XMLHttpRequest = require(path.join(lib, 'xhr2/0.2.1/lib/xhr2.js')).XMLHttpRequest;
globalThis.WebSocket = class extends WebSocket {
  constructor(...all) { super(...all); sockets.push(this); }
};
const { DirectLine } = require(path.join(lib, 'botframework-directlinejs/0.15.8/dist/directline.js'));

const answer = await fetch(`${server}/api/directline/token`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } });
const { token } = await answer.json();

const line = new DirectLine({ token, domain: `${server}/v3/directline`, webSocket: true, timeout: 5000 });
const seen = [];
const statuses = [];
line.activity$.subscribe(activity => seen.push(activity));
line.connectionStatus$.subscribe(status => statuses.push(status));

const until = async (what, holds) => {
  for (let tries = 0; tries < 600; tries++) {
    if (holds()) return;
    await new Promise(done => setTimeout(done, 50));
  }
  console.log(JSON.stringify({ failed: what, statuses, texts: seen.map(activity => activity.text) }));
  process.exit(1);
};
const fromBot = () => seen.filter(activity => activity.type === 'message' && activity.from.role !== 'user');
const send = text => new Promise((done, failed) => line.postActivity({ type: 'message', from: { id: 'someone', name: 'Someone' }, text, channelData: { clientActivityID: `c-${text}` } }).subscribe(done, failed));

const firstId = await send('start maya');
await until('the opening line', () => fromBot().length >= 2);

const before = sockets.length;
sockets.at(-1).terminate();
const lateId = await send("It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.");
await until('a new socket', () => sockets.length > before);
await until('the reply after the socket was lost', () => fromBot().some(activity => activity.replyToId === lateId && activity.channelData?.practice?.verdict));
await new Promise(done => setTimeout(done, 500));

console.log(JSON.stringify({
  statuses, firstId, lateId,
  ids: seen.map(activity => activity.id),
  echoes: seen.filter(activity => activity.from.role === 'user').map(activity => activity.channelData?.clientActivityID),
  verdicts: fromBot().map(activity => activity.channelData?.practice?.verdict).filter(Boolean),
}));
line.end();
process.exit(0);
