// The proxy must be told from the door by nothing but the token.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { afterEach, test } from 'node:test';
import { startProxy } from './proxy.js';

const open = [];
afterEach(() => open.splice(0).forEach(each => each.close()));

test('adds the token and puts the name of the door for its own', async () => {
  const { door, proxy } = await pair((request, response) =>
    response.end(JSON.stringify(request.rawHeaders)),
  );

  const seen = await send(proxy, [
    'Host',
    proxy.host,
    'Origin',
    proxy.origin,
    'Content-Length',
    '0',
  ]);

  assert.deepEqual(JSON.parse(seen.body), [
    'Host',
    door.host,
    'Origin',
    door.origin,
    'Content-Length',
    '0',
    'Authorization',
    'Bearer secret',
    'Connection',
    'close',
  ]);
});

test('leaves foreign names and given tokens as they came', async () => {
  const { proxy } = await pair((request, response) =>
    response.end(JSON.stringify(request.rawHeaders)),
  );

  const foreign = ['Host', 'evil.example.com', 'Origin', 'http://evil.example.com'];
  const given = [...foreign, 'Authorization', 'Bearer other', 'Content-Length', '0'];
  const seen = await send(proxy, given);

  assert.deepEqual(JSON.parse(seen.body), [...given, 'Connection', 'close']);
});

test('passes on status, headers and body', async () => {
  const { proxy } = await pair(async (request, response) => {
    response.writeHead(401, ['WWW-Authenticate', 'Bearer a', 'WWW-Authenticate', 'Bearer b']);
    response.end(
      Buffer.concat(await request.toArray())
        .toString()
        .toUpperCase(),
    );
  });

  const seen = await send(proxy, ['Host', proxy.host, 'Content-Length', '5'], 'words');

  assert.equal(seen.status, 401);
  assert.deepEqual(seen.headers.slice(0, 4), [
    'WWW-Authenticate',
    'Bearer a',
    'WWW-Authenticate',
    'Bearer b',
  ]);
  assert.equal(seen.body, 'WORDS');
});

test('streams each event when it is sent', async () => {
  let stream;
  const { proxy } = await pair((_, response) => {
    stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
    stream.flushHeaders();
  });

  const answer = await begin(proxy);
  stream.write('data: 1\n\n');
  assert.equal(String((await once(answer, 'data'))[0]), 'data: 1\n\n');
  stream.write('data: 2\n\n');
  assert.equal(String((await once(answer, 'data'))[0]), 'data: 2\n\n');
});

test('tells the door when the client goes away', async () => {
  const gone = Promise.withResolvers();
  const { proxy } = await pair((_, response) => {
    response.writeHead(200).flushHeaders();
    response.on('close', () => gone.resolve(response.writableFinished));
  });

  (await begin(proxy)).destroy();

  assert.equal(await gone.promise, false);
});

test('tells the client when the door breaks off', async () => {
  const { proxy } = await pair((_, response) => {
    response.writeHead(200).write('half');
    setImmediate(() => response.destroy());
  });

  const answer = await begin(proxy);

  await assert.rejects(answer.toArray(), { code: 'ECONNRESET' });
});

test('carries an upgraded connection both ways, with the token', async () => {
  const { door, proxy } = await pair(() => {});
  door.server.on('upgrade', (request, socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n',
    );
    socket.write(`${request.headers.upgrade} ${request.headers.authorization}\n`);
    socket.pipe(socket);
  });

  const socket = dial(proxy);
  let read = '';
  socket.on('data', data => (read += data));
  while (!read.endsWith('secret\n')) await once(socket, 'data');
  socket.write('hello\n');
  while (!read.endsWith('hello\n')) await once(socket, 'data');
  socket.end();
  await once(socket, 'close');

  assert.match(read, /^HTTP\/1\.1 101 .*\r\n\r\necho Bearer secret\nhello\n$/s);
});

test('passes on that an upgrade was refused', async () => {
  const { door, proxy } = await pair(() => {});
  door.server.on('upgrade', (_, socket) =>
    socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno'),
  );

  const answer = String(Buffer.concat(await dial(proxy).toArray()));

  assert.match(answer, /^HTTP\/1\.1 401 Unauthorized\r\n.*\r\n\r\nno$/s);
});

async function pair(handler) {
  const server = http.createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door = new URL(`http://127.0.0.1:${server.address().port}/mcp`);
  const proxy = await startProxy(door.href, 'secret');
  open.push(proxy, { close: () => server.close() && server.closeAllConnections() });
  return { door: Object.assign(door, { server }), proxy: new URL(proxy.url) };
}

async function send(url, headers, body) {
  const options = {
    method: 'POST',
    host: '127.0.0.1',
    port: url.port,
    path: '/mcp',
    headers,
    agent: false,
  };
  const request = http.request(options).end(body);
  const [answer] = await once(request, 'response');
  const text = String(Buffer.concat(await answer.toArray()));
  return { status: answer.statusCode, headers: answer.rawHeaders, body: text };
}

async function begin(url) {
  const request = http.get({ host: '127.0.0.1', port: url.port, path: '/mcp', agent: false });
  request.on('error', () => {});
  const [answer] = await once(request, 'response');
  return answer;
}

function dial(url) {
  const socket = net.connect(Number(url.port), '127.0.0.1');
  socket.write(
    `GET /mcp/ws HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n`,
  );
  return socket;
}
