// What every client library does at the door, on the fixtures of the official suites.
//
// A traveller brings its `client`, how it makes a `call` with options, the `era` it is in, and in
// `asked` what it was asked for.

import { contains, fails, holds, same, step } from './steps.js';

const INVALID_PARAMS = -32602;
const NOT_FOUND_BEFORE_2026 = -32002;
const PNG = 'iVBORw0KGgo'; // how every PNG begins, in base64
const WAV = 'UklGR'; // RIFF

const TOOLS = [
  'test_simple_text',
  'test_image_content',
  'test_audio_content',
  'test_embedded_resource',
  'test_multiple_content_types',
  'test_error_handling',
  'test_tool_with_progress',
];

// They ask back, wait or change something, and are called on purpose only.
const MOODY =
  /elicitation|sampling|input_required|missing|reconnection|trigger|sep1|logging|progress|error/;

export async function journey(traveller) {
  await tools(traveller);
  await resources(traveller);
  await prompts(traveller);
  await questions(traveller);
}

async function tools({ client, call }) {
  const listed = await step('lists the tools, twice the same', async () => {
    const first = await client.listTools();
    const names = first.tools.map(tool => tool.name);
    contains(names, TOOLS);
    same(names.length, new Set(names).size);
    same((await client.listTools()).tools, first.tools);
    first.tools.forEach(tool => holds(tool.description?.length > 0, tool));
    first.tools.forEach(tool => same(tool.inputSchema.type, 'object'));
    return first.tools;
  });
  await step('gets answers that keep the schema of their tool', async () => {
    const promising = (listed ?? []).filter(tool => tool.outputSchema && !MOODY.test(tool.name));
    const simple = promising.filter(tool => !tool.inputSchema.required?.length);
    holds(simple.length > 0, 'no tool has an outputSchema and needs no argument');
    for (const tool of simple) {
      // the library holds it against the schema
      const { structuredContent } = await call({ name: tool.name, arguments: {} });
      holds(structuredContent !== null && typeof structuredContent === 'object', {
        tool,
        structuredContent,
      });
    }
  });
  await step('calls a tool for a text', async () => {
    const { content, isError } = await call({ name: 'test_simple_text', arguments: {} });
    same(content, [{ type: 'text', text: 'This is a simple text response for testing.' }]);
    holds(!isError, isError);
  });
  await step('calls tools for an image and a sound', async () => {
    const [image] = (await call({ name: 'test_image_content', arguments: {} })).content;
    same([image.type, image.mimeType, image.data.startsWith(PNG)], ['image', 'image/png', true]);
    const [sound] = (await call({ name: 'test_audio_content', arguments: {} })).content;
    same([sound.type, sound.mimeType, sound.data.startsWith(WAV)], ['audio', 'audio/wav', true]);
  });
  await step('calls tools for a resource, alone and among others', async () => {
    const [{ type, resource }] = (await call({ name: 'test_embedded_resource', arguments: {} }))
      .content;
    same(
      [type, resource.uri, resource.mimeType],
      ['resource', 'test://embedded-resource', 'text/plain'],
    );
    same(resource.text, 'This is an embedded resource content.');
    const { content } = await call({ name: 'test_multiple_content_types', arguments: {} });
    same(
      content.map(each => each.type),
      ['text', 'image', 'resource'],
    );
    same(content[2].resource.uri, 'test://mixed-content-resource');
  });
  await step("tells a tool's error from an unknown tool", async () => {
    const { content, isError } = await call({ name: 'test_error_handling', arguments: {} });
    same(isError, true);
    const told = JSON.parse(content[0].text);
    same(told.message, 'This tool intentionally returns an error for testing');
    same([typeof told.code, typeof told.rule, typeof told.remedy], Array(3).fill('string'));
    const unknown = () => call({ name: 'no_such_tool', arguments: {} });
    await fails(unknown, error => error.code === INVALID_PARAMS);
  });
  await step('hears of the progress of a call', async () => {
    const heard = [];
    const onprogress = ({ progress, total }) => heard.push([progress, total]);
    await call({ name: 'test_tool_with_progress', arguments: {} }, { onprogress });
    same(heard, [
      [0, 100],
      [50, 100],
      [100, 100],
    ]);
  });
}

async function resources({ client, era }) {
  await step('lists resources and templates', async () => {
    const { resources } = await client.listResources();
    contains(
      resources.map(each => each.uri),
      ['test://static-text', 'test://static-binary'],
    );
    const { resourceTemplates } = await client.listResourceTemplates();
    contains(
      resourceTemplates.map(each => each.uriTemplate),
      ['test://template/{id}/data'],
    );
  });
  await step('reads a text, an image and a filled template', async () => {
    const [text] = (await client.readResource({ uri: 'test://static-text' })).contents;
    same(
      [text.uri, text.mimeType, text.text.length > 0],
      ['test://static-text', 'text/plain', true],
    );
    const [image] = (await client.readResource({ uri: 'test://static-binary' })).contents;
    same(
      [image.uri, image.mimeType, image.blob.startsWith(PNG)],
      ['test://static-binary', 'image/png', true],
    );
    const [filled] = (await client.readResource({ uri: 'test://template/4711/data' })).contents;
    same([filled.uri, filled.text.includes('4711')], ['test://template/4711/data', true]);
  });
  await step('is told that a resource is not there', async () => {
    // newer clients tell the older code in the newer words
    const codes = era === 'modern' ? [INVALID_PARAMS] : [INVALID_PARAMS, NOT_FOUND_BEFORE_2026];
    await fails(
      () => client.readResource({ uri: 'test://not-there' }),
      error => codes.includes(error.code) && error.data.uri === 'test://not-there',
    );
  });
}

async function prompts({ client }) {
  await step('lists the prompts', async () => {
    const { prompts } = await client.listPrompts();
    contains(
      prompts.map(each => each.name),
      [
        'test_simple_prompt',
        'test_prompt_with_arguments',
        'test_prompt_with_embedded_resource',
        'test_prompt_with_image',
      ],
    );
    const { arguments: given } = prompts.find(each => each.name === 'test_prompt_with_arguments');
    same(
      given.map(each => each.name),
      ['arg1', 'arg2'],
    );
  });
  await step('gets prompts, plain and filled', async () => {
    const plain = await client.getPrompt({ name: 'test_simple_prompt' });
    same([plain.messages[0].role, plain.messages[0].content.type], ['user', 'text']);
    const given = { arg1: 'hello', arg2: 'world' };
    const filled = await client.getPrompt({ name: 'test_prompt_with_arguments', arguments: given });
    same(filled.messages[0].content.text, "Prompt with arguments: arg1='hello', arg2='world'");
  });
  await step('gets prompts with a resource and an image', async () => {
    const resourceUri = 'test://static-text';
    const holding = { name: 'test_prompt_with_embedded_resource', arguments: { resourceUri } };
    const [{ content }] = (await client.getPrompt(holding)).messages;
    same([content.type, content.resource.uri], ['resource', resourceUri]);
    const [image] = (await client.getPrompt({ name: 'test_prompt_with_image' })).messages;
    same([image.content.type, image.content.mimeType], ['image', 'image/png']);
  });
  await step('is refused a prompt without its arguments', () =>
    fails(
      () => client.getPrompt({ name: 'test_prompt_with_arguments' }),
      error => error.code === INVALID_PARAMS,
    ),
  );
  await step('is offered the end of an argument', async () => {
    const ref = { type: 'ref/prompt', name: 'test_prompt_with_arguments' };
    const { completion } = await client.complete({ ref, argument: { name: 'arg1', value: 'h' } });
    holds(Array.isArray(completion.values) && completion.values.length <= 100, completion);
    completion.values.forEach(value => same(typeof value, 'string'));
  });
}

async function questions(traveller) {
  await (traveller.era === 'modern' ? modernQuestions(traveller) : legacyQuestions(traveller));
}

/** Until 2025-11-25 the server asks by a request of its own while the call is under way. */
async function legacyQuestions({ call, asked }) {
  await step('answers a question that is asked during a call', async () => {
    asked.length = 0;
    const message = 'What are you called?';
    const { content } = await call({ name: 'test_elicitation', arguments: { message } });
    same(
      asked.map(each => each.message),
      [message],
    );
    holds(content[0].text.includes('accept') && content[0].text.includes('somebody'), content);
  });
  await step('answers for its model during a call', async () => {
    asked.length = 0;
    const { content } = await call({ name: 'test_sampling', arguments: { prompt: 'Say a word.' } });
    same(
      asked.map(each => each.messages[0].content.text),
      ['Say a word.'],
    );
    holds(content[0].text.includes('a word from the model'), content);
  });
}

/** From 2026-07-28 on the answer says what is needed, and the client asks again with it. */
async function modernQuestions({ call, asked }) {
  await step('answers what a call needs to know', async () => {
    asked.length = 0;
    const { content } = await call({
      name: 'test_input_required_result_elicitation',
      arguments: {},
    });
    same(
      asked.map(each => each.requestedSchema.required),
      [['name']],
    );
    holds(content[0].text.includes('somebody'), content);
  });
  await step('answers for its model', async () => {
    asked.length = 0;
    const { content } = await call({ name: 'test_input_required_result_sampling', arguments: {} });
    same(asked.length, 1);
    holds(content[0].text.includes('a word from the model'), content);
  });
  await step('brings back the state that a call left with it', async () => {
    const { content } = await call({
      name: 'test_input_required_result_request_state',
      arguments: {},
    });
    holds(content[0].text.includes('state-ok'), content);
  });
  await step('answers two rounds of one call', async () => {
    asked.length = 0;
    await call({ name: 'test_input_required_result_multi_round', arguments: {} });
    same(
      asked.map(each => Object.keys(each.requestedSchema.properties)),
      [['name'], ['color']],
    );
  });
}

/** What somebody types into a form: something of the right kind in each field. */
export function filled({ requestedSchema }) {
  const value = ({ type, format }) => {
    switch (type) {
      case 'boolean':
        return true;
      case 'integer':
      case 'number':
        return 1;
      default:
        return format === 'email' ? 'somebody@example.com' : 'somebody';
    }
  };
  const fields = Object.entries(requestedSchema.properties);
  return {
    action: 'accept',
    content: Object.fromEntries(fields.map(([name, field]) => [name, value(field)])),
  };
}

/** What its model says. */
export function said() {
  return {
    role: 'assistant',
    model: 'none',
    content: { type: 'text', text: 'a word from the model' },
  };
}
