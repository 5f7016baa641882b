// A client's journey in steps: one line for each, and an exit code for all.

import { isDeepStrictEqual } from 'node:util';

const failures = [];

/** Tells the step's outcome; a failed one leaves nothing, so that the next ones still run. */
export async function step(name, work) {
  try {
    const outcome = await within(30_000, work());
    console.log(`  ✓ ${name}`);
    return outcome;
  } catch (error) {
    failures.push(name);
    console.log(
      `  ✗ ${name}: ${String(error?.message ?? error)
        .replace(/\s+/g, ' ')
        .slice(0, 600)}`,
    );
    return undefined;
  }
}

/** Ends the process, whatever a client has left open. */
export function end() {
  process.exit(failures.length > 0 ? 1 : 0);
}

/** The door's address and the token, as every client is given them. */
export function door() {
  const { MCP_URL, MCP_TOKEN } = process.env;
  if (!MCP_URL || !MCP_TOKEN) {
    console.error('MCP_URL and MCP_TOKEN must be set');
    process.exit(2);
  }
  return { url: new URL(MCP_URL), headers: { Authorization: `Bearer ${MCP_TOKEN}` } };
}

async function within(millis, promise) {
  const deadline = Promise.withResolvers();
  const timer = setTimeout(() => deadline.reject(new Error(`no end after ${millis} ms`)), millis);
  return Promise.race([promise, deadline.promise]).finally(() => clearTimeout(timer));
}

export function same(seen, wanted) {
  if (!isDeepStrictEqual(seen, wanted)) throw new Error(`${show(seen)} instead of ${show(wanted)}`);
}

export function holds(fact, seen) {
  if (!fact) throw new Error(`unexpected: ${show(seen)}`);
}

export function contains(list, wanted) {
  const missing = wanted.filter(each => !list.includes(each));
  if (missing.length > 0) throw new Error(`${show(missing)} missing in ${show(list)}`);
}

/** The work must fail with what the check accepts. */
export async function fails(work, accepts) {
  const outcome = await work().then(
    value => ({ value }),
    error => ({ error }),
  );
  if (!('error' in outcome)) throw new Error(`answered ${show(outcome.value)} instead of failing`);
  if (!accepts(outcome.error)) throw new Error(`failed otherwise: ${outcome.error}`);
}

function show(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
