// The TypeScript SDK v2, in the era that is its argument: `legacy` as by default, `auto`, or
// `modern`, which accepts nothing but 2026-07-28.

import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { filled, journey, said } from './journey.js';
import { door, end, fails, holds, same, step } from './steps.js';

const { url, headers } = door();
const choice = process.argv[2];
const negotiations = {
  legacy: {},
  auto: { versionNegotiation: { mode: 'auto' } },
  modern: { versionNegotiation: { mode: { pin: '2026-07-28' } } },
};
const era = choice === 'legacy' ? 'legacy' : 'modern';
const version = era === 'legacy' ? '2025-11-25' : '2026-07-28';
const asked = [];
const client = made();

client.setRequestHandler('elicitation/create', ({ params }) => {
  asked.push(params);
  return filled(params);
});
client.setRequestHandler('sampling/createMessage', ({ params }) => {
  asked.push(params);
  return said();
});

await step('is refused with a wrong token', () =>
  fails(
    () => made().connect(transport({ Authorization: 'Bearer wrong' })),
    error =>
      /unauthorized|401/i.test(`${error} ${error.code} ${error.status} ${JSON.stringify(error)}`),
  ),
);
const connected = await step(`connects and agrees on ${version}`, async () => {
  await client.connect(transport(headers));
  same([client.getProtocolEra(), client.getNegotiatedProtocolVersion()], [era, version]);
  holds(client.getServerVersion().name.length > 0, client.getServerVersion());
  holds(client.getServerCapabilities().tools !== undefined, client.getServerCapabilities());
  return true;
});
if (!connected) end();
await journey({ client, asked, era, call: (params, options) => client.callTool(params, options) });
if (era === 'modern') await modernExtras();
await step('leaves', () => client.close());
end();

async function modernExtras() {
  await step('hears the log of a call that asked for it, and of no other', async () => {
    const heard = [];
    client.setNotificationHandler('notifications/message', ({ params }) =>
      heard.push(params.level),
    );
    await client.callTool({ name: 'test_tool_with_logging', arguments: {} });
    same(heard, []);
    const _meta = { 'io.modelcontextprotocol/logLevel': 'info' };
    await client.callTool({ name: 'test_tool_with_logging', arguments: {}, _meta });
    same(heard, ['info', 'info', 'info']);
  });
  await step('hears that the tools have changed', async () => {
    const changed = new Promise(heard =>
      client.setNotificationHandler('notifications/tools/list_changed', () => heard()),
    );
    const subscription = await client.listen({ toolsListChanged: true });
    await client.callTool({ name: 'test_trigger_tool_change', arguments: {} });
    await changed;
    await subscription.close();
  });
}

function made() {
  return new Client(
    { name: 'sdk-v2', version: '2.4.0' },
    { capabilities: { elicitation: {}, sampling: {} }, ...negotiations[choice] },
  );
}

function transport(given) {
  return new StreamableHTTPClientTransport(url, { requestInit: { headers: given } });
}
