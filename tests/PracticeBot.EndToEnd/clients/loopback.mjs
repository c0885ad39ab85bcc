// Loaded before a program that can't be told where to listen: this machine alone reaches it.
//   node --import ./loopback.mjs PROGRAM
import { Server } from 'node:net';

const listen = Server.prototype.listen;
Server.prototype.listen = function (where, ...rest) {
  const options = typeof where === 'object' ? where : { port: where };
  return listen.call(this, { ...options, host: '127.0.0.1' }, ...rest.filter(argument => typeof argument === 'function'));
};
