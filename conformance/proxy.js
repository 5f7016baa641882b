// Stands between a suite that knows no tokens and a door that asks for one, on the loopback only.
//
// It adds the token and puts the door's name where its own stood, and nothing else: a foreign Host
// or Origin arrives as it was sent, and so does a token that came along.

import http from 'node:http';
import { pathToFileURL } from 'node:url';

/** Serves on a free port, or on the given one; `url` is the door as it looks through the proxy. */
export async function startProxy(door, token, port = 0) {
  const target = new URL(door);
  const server = http.createServer({ requestTimeout: 0, noDelay: true });
  server.on('request', (request, response) => forward(server, target, token, request, response));
  server.on('upgrade', (request, socket, head) =>
    upgrade(server, target, token, request, socket, head),
  );
  await new Promise((done, failed) => server.on('error', failed).listen(port, '127.0.0.1', done));
  return {
    url: new URL(target.pathname, `http://localhost:${server.address().port}`).href,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function forward(server, target, token, request, response) {
  const upstream = ask(server, target, token, request);
  upstream.on('response', answer => {
    response.writeHead(answer.statusCode, answer.statusMessage, withoutHops(answer.rawHeaders));
    response.flushHeaders(); // a stream has begun, even before its first event
    answer.pipe(response);
    answer.on('close', () => answer.complete || response.destroy());
  });
  upstream.on('error', () => (response.headersSent ? response.destroy() : refuse(response)));
  response.on('close', () => response.writableFinished || upstream.destroy());
  request.pipe(upstream);
}

function refuse(response) {
  response.writeHead(502, { connection: 'close' });
  response.end();
}

function upgrade(server, target, token, request, socket, head) {
  const upstream = ask(server, target, token, request, ['Connection', 'Upgrade']);
  upstream.on('upgrade', (answer, far, first) => {
    socket.write(headOf(answer, answer.rawHeaders));
    socket.write(first);
    far.write(head);
    far.pipe(socket).pipe(far);
    endTogether(far, socket);
  });
  upstream.on('response', answer => {
    socket.write(headOf(answer, [...withoutHops(answer.rawHeaders), 'Connection', 'close']));
    answer.pipe(socket);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('error', () => upstream.destroy());
  socket.on('close', () => upstream.destroy());
  upstream.end();
}

function endTogether(one, other) {
  for (const [mine, peer] of [
    [one, other],
    [other, one],
  ]) {
    mine.on('error', () => peer.destroy());
    mine.on('close', () => peer.destroy());
  }
}

function ask(server, target, token, request, more = []) {
  return http.request({
    host: target.hostname,
    port: target.port,
    method: request.method,
    path: request.url,
    agent: false, // a connection for each, so that none is reused while its end is on the way
    headers: [...headersFor(server, target, token, request), ...more],
  });
}

/** The headers in their order and number, with the token added and our own name replaced. */
function headersFor(server, target, token, request) {
  const { port } = server.address();
  const ours = new Set([`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]);
  const headers = pairs(withoutHops(request.rawHeaders)).flatMap(([name, value]) => {
    switch (name.toLowerCase()) {
      case 'host':
        return [name, ours.has(value) ? target.host : value];
      case 'origin':
        return [name, ours.has(value.replace('http://', '')) ? target.origin : value];
      default:
        return [name, value];
    }
  });
  if (request.headers.authorization === undefined) headers.push('Authorization', `Bearer ${token}`);
  if (request.headers.upgrade !== undefined) headers.push('Upgrade', request.headers.upgrade);
  return headers;
}

/** What belongs to one connection only; the body keeps the framing it came with. */
function withoutHops(rawHeaders) {
  const hops = ['connection', 'keep-alive', 'upgrade', 'proxy-connection'];
  return pairs(rawHeaders)
    .filter(([name]) => !hops.includes(name.toLowerCase()))
    .flat();
}

function headOf(answer, rawHeaders) {
  const lines = pairs(rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n${lines.join('')}\r\n`;
}

function pairs(rawHeaders) {
  return rawHeaders.flatMap((name, i) => (i % 2 ? [] : [[name, rawHeaders[i + 1]]]));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const proxy = await startProxy(
    process.argv[2],
    process.env.MCP_TOKEN,
    Number(process.argv[3] ?? 0),
  );
  console.log(`The door is open at ${proxy.url}`);
}
