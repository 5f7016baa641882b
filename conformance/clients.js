// Lets real clients in at a door, one after the other, each in a process of its own.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLIENTS = {
  'sdk-v1': ['sdk-v1.js'],
  'sdk-v1-websocket': ['sdk-v1.js', 'websocket'],
  'sdk-v2-legacy': ['sdk-v2.js', 'legacy'],
  'sdk-v2-auto': ['sdk-v2.js', 'auto'],
  'sdk-v2-modern': ['sdk-v2.js', 'modern'],
  'inspector-legacy': ['inspector.js', 'legacy'],
  'inspector-modern': ['inspector.js', 'modern'],
};

const [url, ...wanted] = process.argv.slice(2);
if (!url || !process.env.MCP_TOKEN || wanted.some(name => !(name in CLIENTS))) {
  console.error('Usage: MCP_TOKEN=… conformance/run clients URL [CLIENT...]');
  console.error(`Clients: ${Object.keys(CLIENTS).join(', ')}`);
  process.exit(2);
}

const failed = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(CLIENTS)) {
  console.log(name);
  if ((await enter(...CLIENTS[name])) !== 0) failed.push(name);
}
console.log(
  failed.length === 0 ? 'Every client was served' : `NOT served as expected: ${failed.join(', ')}`,
);
process.exit(failed.length === 0 ? 0 : 1);

function enter(script, ...args) {
  const program = fileURLToPath(new URL(`clients/${script}`, import.meta.url));
  const env = { ...process.env, MCP_URL: url };
  const child = spawn(process.execPath, [program, ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise(done => child.on('close', code => done(code ?? 1)));
}
