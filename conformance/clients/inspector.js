// The command line of the MCP Inspector, in the era that is its argument: `legacy` or `modern`.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contains, door, end, fails, same, step } from './steps.js';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../node_modules/.bin/inspector', import.meta.url));
const { url, headers } = door();
const era = process.argv[2];
const home = await mkdtemp(path.join(tmpdir(), 'inspector-')); // it keeps things in the home folder

await step('is refused with a wrong token', () =>
  fails(
    () => inspect('tools/list', [], 'Bearer wrong'),
    error => error.stderr.includes('auth_required'),
  ),
);
await step('lists the tools', async () => {
  const { tools } = await inspect('tools/list');
  contains(
    tools.map(tool => tool.name),
    ['test_simple_text', 'test_error_handling'],
  );
});
await step('calls a tool', async () => {
  const { content } = await inspect('tools/call', ['--tool-name', 'test_simple_text']);
  same(content, [{ type: 'text', text: 'This is a simple text response for testing.' }]);
});
await step('lists the resources', async () => {
  const { resources } = await inspect('resources/list');
  contains(
    resources.map(each => each.uri),
    ['test://static-text', 'test://static-binary'],
  );
});
await step('lists the prompts', async () => {
  const { prompts } = await inspect('prompts/list');
  contains(
    prompts.map(each => each.name),
    ['test_simple_prompt', 'test_prompt_with_arguments'],
  );
});
await rm(home, { recursive: true });
end();

async function inspect(method, more = [], authorization = headers.Authorization) {
  const { stdout } = await run(
    process.execPath,
    [
      ...[
        program,
        '--cli',
        url.href,
        '--transport',
        'http',
        '--header',
        `Authorization: ${authorization}`,
      ],
      ...['--protocol-era', era, '--format', 'json', '--quiet', '--method', method, ...more],
    ],
    { env: { ...process.env, HOME: home }, timeout: 25_000 },
  );
  return JSON.parse(stdout).result;
}
