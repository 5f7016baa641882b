// The TypeScript SDK v1: over HTTP, or over a WebSocket with the argument `websocket`.

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { WebSocketClientTransport } from '@modelcontextprotocol/sdk/client/websocket.js';
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { filled, journey, said } from './journey.js';
import { door, end, fails, holds, same, step } from './steps.js';

const { url, headers } = door();
const transport = process.argv[2] === 'websocket' ? overWebSocket : overHttp;
const asked = [];
const client = made();

client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
  asked.push(params);
  return filled(params);
});
client.setRequestHandler(CreateMessageRequestSchema, ({ params }) => {
  asked.push(params);
  return said();
});

await step('is refused with a wrong token', () =>
  fails(() => made().connect(transport({ Authorization: 'Bearer wrong' })), isRefusal),
);
const way = transport(headers);
const connected = await step('connects', async () => {
  await client.connect(way);
  holds(client.getServerVersion().name.length > 0, client.getServerVersion());
  holds(client.getServerCapabilities().tools !== undefined, client.getServerCapabilities());
  await client.ping();
  return true;
});
if (!connected) end();
if (transport === overHttp)
  await step('agreed on 2025-11-25', async () => same(way.protocolVersion, '2025-11-25'));
await journey({
  client,
  asked,
  era: 'legacy',
  call: (params, options) => client.callTool(params, undefined, options),
});
await step('leaves', () => client.close());
end();

function made() {
  return new Client(
    { name: 'sdk-v1', version: '1.32.2' },
    { capabilities: { elicitation: {}, sampling: {} } },
  );
}

function overHttp(given) {
  return new StreamableHTTPClientTransport(url, { requestInit: { headers: given } });
}

/** The SDK's transport knows no headers: it finds a WebSocket that brings them. */
function overWebSocket(given) {
  globalThis.WebSocket = class extends (globalThis.PlainWebSocket ??= globalThis.WebSocket) {
    constructor(address, protocols) {
      super(address, { protocols, headers: given });
    }
  };
  return new WebSocketClientTransport(new URL(`${url.href.replace('http', 'ws')}/ws`));
}

/** A WebSocket does not tell with which status it was refused. */
function isRefusal(error) {
  return (
    transport === overWebSocket || error.code === 401 || /unauthorized|401/i.test(String(error))
  );
}
