// Runs the official suites against a door, through the proxy, and says what they saw.
//
// A scenario leaves its checks in a file of the suite's own; one that broke off leaves none, and
// counts as failed. Warnings are told, and fail nothing by themselves.

import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { startProxy } from './proxy.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const baseline = path.join(here, 'expected-failures.yml');
const PATIENCE_MILLIS = 8 * 60_000;

const RUNS = [
  ['0.1.16-all', 'conformance-old', '--suite', 'all'],
  ['0.2-required-2025-11-25', 'conformance-new', '--requirements', '2025-11-25'],
  ['0.2-required-2026-07-28', 'conformance-new', '--requirements', '2026-07-28'],
  [
    ...['0.2-all-2026-07-28', 'conformance-new', '--suite', 'all', '--spec-version', '2026-07-28'],
    ...['--expected-failures', baseline],
  ],
];

const KINDS = {
  SUCCESS: 'passed',
  FAILURE: 'failed',
  WARNING: 'warnings',
  SKIPPED: 'skipped',
  INFO: 'notes',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: path.join(here, 'target/suites') },
    only: { type: 'string' },
  },
});
if (positionals.length !== 1 || !process.env.MCP_TOKEN) {
  console.error('Usage: MCP_TOKEN=… conformance/run suites URL [--only RUN] [--out FOLDER]');
  console.error(`Runs: ${RUNS.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

const expected = new Set(parse(await readFile(baseline, 'utf8')).server);
const proxy = await startProxy(positionals[0], process.env.MCP_TOKEN);
const runs = [];
for (const [name, suite, ...options] of RUNS.filter(([name]) => name === (values.only ?? name))) {
  const run = await perform(name, suite, options);
  runs.push(run);
  console.log(told(run));
}
proxy.close();

const good = runs.length > 0 && runs.every(run => run.good);
const summary = path.join(values.out, 'summary.json');
await writeFile(summary, JSON.stringify({ good, runs }, null, 2) + '\n');
console.log(`${good ? 'All as expected' : 'NOT as expected'}; every check is in ${summary}`);
process.exit(good ? 0 : 1);

async function perform(name, suite, options) {
  const folder = path.resolve(values.out, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const since = Date.now();
  const exit = await start(suite, options, folder);
  const seconds = Math.round((Date.now() - since) / 1000);
  const log = await readFile(path.join(folder, 'log.txt'), 'utf8');
  const checks = (
    await Promise.all(scenariosIn(log).map(one => checksOf(folder, one, log)))
  ).flat();
  return { name, exit, seconds, ...judged(checks, exit, log), checks };
}

/** Ends with the suite's exit code, or with the signal that ended it. */
async function start(suite, options, folder) {
  const program = path.join(here, 'node_modules', suite, 'dist/index.js');
  const command = [program, 'server', '--url', proxy.url, '-o', folder, ...options];
  const child = spawn(process.execPath, command, {
    env: { ...process.env, MCP_TOKEN: '', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MILLIS,
    killSignal: 'SIGKILL',
  });
  const log = createWriteStream(path.join(folder, 'log.txt'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const exit = await new Promise(done => child.on('close', (code, signal) => done(code ?? signal)));
  await new Promise(done => log.end(done));
  return exit;
}

function scenariosIn(log) {
  return [...log.matchAll(/^=== Running scenario: (.+) ===$/gm)].map(([, name]) => name);
}

async function checksOf(folder, scenario, log) {
  const names = (await readdir(folder)).filter(name => isOf(name, scenario));
  const files = names.map(name => path.join(folder, name, 'checks.json'));
  const read = await Promise.all(files.map(file => readFile(file, 'utf8').catch(() => undefined)));
  const checks = read.filter(text => text !== undefined).flatMap(text => JSON.parse(text));
  const found = checks.length > 0 ? checks : [unfinished(scenario, log)];
  return found.map(check => ({
    scenario,
    id: check.id,
    kind: KINDS[check.status] ?? 'failed',
    message: check.errorMessage ?? (check.status === 'SUCCESS' ? undefined : check.description),
    details: check.status === 'SUCCESS' ? undefined : check.details,
  }));
}

/** As in server-tools-list-2026-01-01T10-00-00-000Z. */
function isOf(name, scenario) {
  return (
    name.startsWith(`server-${scenario}-`) &&
    /^\d{4}-\d\d-\d\dT[\d-]+Z$/.test(name.slice(scenario.length + 8))
  );
}

function unfinished(scenario, log) {
  const from = log.indexOf(`Failed to run scenario ${scenario}:`);
  const skipped = log.includes(`SKIPPED: scenario '${scenario}'`);
  const message =
    from < 0 ? 'ended without a check' : log.slice(from).split('\n', 2).join(' ').trim();
  return { id: scenario, status: skipped ? 'SKIPPED' : 'FAILURE', errorMessage: message };
}

/** Good if exactly what is expected failed, and the suite is content too. */
function judged(checks, exit, log) {
  const counts = Object.fromEntries(
    Object.values(KINDS).map(kind => [kind, ofKind(checks, kind).length]),
  );
  const failures = ofKind(checks, 'failed');
  const unexpected = failures.filter(check => !expected.has(check.scenario));
  const scenarios = [...new Set(checks.map(check => check.scenario))];
  const failed = new Set(failures.map(check => check.scenario));
  const stale = scenarios.filter(scenario => expected.has(scenario) && !failed.has(scenario));
  const clear = unexpected.length + stale.length === 0;
  const good = exit === 0 && clear && counts.passed > 0;
  const end = good || !clear ? [] : log.trimEnd().split('\n').slice(-15); // the suite's own reason
  return { good, scenarios: scenarios.length, counts, unexpected, stale, end };
}

function ofKind(checks, kind) {
  return checks.filter(check => check.kind === kind);
}

function told(run) {
  const { passed, failed, warnings, skipped } = run.counts;
  return [
    `${run.good ? '✓' : '✗'} ${run.name}: ${passed} passed, ${failed} failed` +
      ` (${failed - run.unexpected.length} of them expected), ${warnings} warnings,` +
      ` ${skipped} skipped,` +
      ` in ${run.scenarios} scenarios and ${run.seconds} s; exit ${run.exit}`,
    ...ofKind(run.checks, 'failed').map(check =>
      line(expected.has(check.scenario) ? '~' : '✗', check),
    ),
    ...run.stale.map(
      scenario => `    ✗ ${scenario}: passed, and is still listed as an expected failure`,
    ),
    ...ofKind(run.checks, 'warnings').map(check => line('!', check)),
    ...run.end.map(text => `    | ${text}`),
    '',
  ].join('\n');
}

function line(mark, check) {
  const message = check.message?.replace(/\s+/g, ' ').slice(0, 400);
  const name = check.id === check.scenario ? check.id : `${check.scenario} / ${check.id}`;
  return `    ${mark} ${name}: ${message}`;
}
